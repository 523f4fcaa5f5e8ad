import { ArrowDown, ArrowUp, Pin, PinOff } from 'lucide-react';
import { useCall } from '#renderer/client/queries.ts';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Code } from '#shared/model/code.ts';
import styles from './code-list.module.css';
import { movePin, togglePin, useNumberKeys } from './number-keys.ts';

interface RowProps {
  readonly code: Code;
  /** Its number key, from 1. */
  readonly digit: number;
  /** How many codes are pinned; they come first. */
  readonly pins: number;
}

const KeyRow = ({ code, digit, pins }: RowProps) => {
  const isPinned = digit <= pins;
  return (
    <li className={styles.keyRow}>
      <kbd className={`${styles.key} ${isPinned ? styles.pinnedKey : ''}`}>{digit}</kbd>
      <CodeChip code={code} />
      <span className={styles.keyActions}>
        {isPinned ? (
          <>
            <IconButton
              icon={ArrowUp}
              label={`Key before: ${code.name}`}
              isDisabled={digit === 1}
              onPress={() => movePin(code.id, -1)}
            />
            <IconButton
              icon={ArrowDown}
              label={`Key after: ${code.name}`}
              isDisabled={digit === pins}
              onPress={() => movePin(code.id, 1)}
            />
          </>
        ) : null}
        <IconButton
          icon={isPinned ? PinOff : Pin}
          label={`${isPinned ? 'Unpin' : 'Pin'} ${code.name}`}
          onPress={() => togglePin(code.id)}
        />
      </span>
    </li>
  );
};

/** Which code each number key applies: pinned ones first, in the order one gives them. */
export const NumberKeys = () => {
  const codes = useCall('codes.list', {}).data;
  const { keys, pinned } = useNumberKeys();
  if (codes === undefined || codes.length === 0) return null;
  const known = new Map(codes.map((code) => [code.id, code]));
  return (
    <section className={styles.keys} aria-label="Number keys">
      <h3 className={styles.keysHead}>Number keys</h3>
      {keys.length === 0 ? (
        <p className={styles.keysNote}>Pinned codes and the codes used last get the keys 1 to 9.</p>
      ) : (
        <ol>
          {keys.map((id, index) => {
            const code = known.get(id);
            return code === undefined ? null : (
              <KeyRow key={id} code={code} digit={index + 1} pins={pinned.length} />
            );
          })}
        </ol>
      )}
    </section>
  );
};
