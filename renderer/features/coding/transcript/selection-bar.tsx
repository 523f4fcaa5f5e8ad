import { MoveHorizontal, NotebookPen, Plus, Quote, Repeat2, Tag, X } from 'lucide-react';
import type { RefObject } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { runCommand } from '#renderer/commands/registry.ts';
import { useNumberKeys } from '#renderer/features/coding/codes/number-keys.ts';
import {
  codeAgain,
  codeInVivo,
  codeNumbered,
  resizeToSelection,
} from '#renderer/features/coding/coding-actions.ts';
import { openPicker } from '#renderer/features/coding/coding-commands.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { useColumnState } from '#renderer/features/coding/columns/columns.ts';
import { letGo } from '#renderer/features/coding/moves/coding-moves.ts';
import { addPassage, chosenPassages } from '#renderer/features/coding/moves/passages.ts';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { FloatingBar } from './floating-bar.tsx';
import styles from './selection-bar.module.css';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  /** Counts up when other turns have come near the screen, or words have moved. */
  readonly view: number;
}

/** The small bar above what is selected: everything that can be done with it, by pointer. */
export const SelectionBar = ({ scroller, reading, codings, codes, view }: Props) => {
  const selection = useColumnState((state) => state.selection);
  const passages = useColumnState((state) => state.passages);
  const picking = useCodingState((state) => state.picker !== null);
  const active = useColumnState((state) => state.active);
  const recent = useCodingState((state) => state.recent);
  const { keys, pinned } = useNumberKeys();
  const range = selection ?? passages.at(-1);
  const count = chosenPassages().length;
  const shape = `${view} ${keys.join()} ${count}`;
  if (range === undefined || picking) return null;
  const known = new Map(codes.map((code) => [code.id, code]));
  return (
    <FloatingBar scroller={scroller} reading={reading} range={range} view={shape}>
      <Toolbar className={styles.bar ?? ''} aria-label="What is selected">
        {count === 0 ? null : (
          <span className={`${styles.count} figures`}>{counted(count, 'passage')}</span>
        )}
        <IconButton icon={Tag} label="Code" keys="/" onPress={openPicker} />
        <IconButton icon={Quote} label="Code in vivo" keys="i" onPress={() => void codeInVivo()} />
        <IconButton
          icon={Repeat2}
          label="Same code again"
          keys="."
          isDisabled={recent.length === 0}
          onPress={() => void codeAgain()}
        />
        <IconButton
          icon={MoveHorizontal}
          label="Give the coding looked at this extent"
          keys="x"
          isDisabled={active === null || !codings.some((coding) => coding.id === active)}
          onPress={() => void resizeToSelection()}
        />
        <IconButton
          icon={NotebookPen}
          label="Quote in a memo"
          keys="q"
          onPress={() => runCommand('coding.quote')}
        />
        <IconButton
          icon={Plus}
          label="Add to the passages, and select further"
          keys="a"
          isDisabled={selection === null}
          onPress={addPassage}
        />
        {count === 0 ? null : (
          <IconButton icon={X} label="Let go of the passages" keys="Escape" onPress={letGo} />
        )}
        {keys.map((id, index) => {
          const code = known.get(id);
          return code === undefined ? null : (
            <WithTooltip key={id} text={code.name} keys={String(index + 1)}>
              <Button
                className={`${styles.recent} ${pinned.includes(id) ? styles.pinned : ''}`}
                onPress={() => void codeNumbered(index)}
              >
                <kbd aria-hidden>{index + 1}</kbd>
                <CodeSwatch colour={code.colour} />
                <span className="visually-hidden"> Code with ‘{code.name}’</span>
              </Button>
            </WithTooltip>
          );
        })}
      </Toolbar>
    </FloatingBar>
  );
};
