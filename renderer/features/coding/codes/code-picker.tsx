import { Pin } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Autocomplete, Dialog, Menu, MenuItem, Modal, ModalOverlay } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { codeWith, codeWithNew, recodeChosen } from '#renderer/features/coding/coding-actions.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { focusReading } from '#renderer/features/coding/transcript/transcript-dom.ts';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { formatKeys } from '#renderer/ui/keys.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import menuStyles from '#renderer/ui/select.module.css';
import type { Code } from '#shared/model/code.ts';
import { fold } from '#shared/text/fold.ts';
import styles from './code-picker.module.css';
import { togglePin, useNumberKeys } from './number-keys.ts';

/** More matches than this are not listed; typing on narrows them. */
const mostMatches = 60;
const createId = 'create';

/** The longest name a code can have, in UTF-16 code units. */
const longestName = 200;

const close = (): void => {
  useCodingState.setState({ picker: null });
  focusReading(useCodingState.getState().turn);
};

/** Codes whose name has every word typed: the one called just that, those that begin so, the latest used. */
const match = (
  codes: readonly Code[],
  typed: string,
  recent: readonly string[],
): readonly Code[] => {
  const whole = fold(typed.trim());
  const words = whole.split(/\s+/u).filter(Boolean);
  const rank = (code: Code): number => {
    const name = fold(code.name);
    const used = recent.indexOf(code.id);
    const likeness = name === whole ? -100 : name.startsWith(words[0] ?? '') ? 0 : 100;
    return likeness + (used === -1 ? 50 : used);
  };
  return codes
    .filter((code) => words.every((word) => fold(code.name).includes(word)))
    .map((code) => ({ code, rank: rank(code) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostMatches)
    .map(({ code }) => code);
};

const parentsOf = (codes: readonly Code[]): ReadonlyMap<string, string> => {
  const names = new Map(codes.map((code) => [code.id, code.name]));
  return new Map(
    codes.flatMap((code) => {
      const parent = code.parentId === null ? undefined : names.get(code.parentId);
      return parent === undefined ? [] : [[code.id, parent] as const];
    }),
  );
};

const Picker = ({ mode }: { readonly mode: 'code' | 'recode' }) => {
  const codes = useCall('codes.list', {}).data;
  const recent = useCodingState((state) => state.recent);
  const { keys, pinned } = useNumberKeys();
  const [typed, setTyped] = useState('');
  const matches = useMemo(() => match(codes ?? [], typed, recent), [codes, typed, recent]);
  const parents = useMemo(() => parentsOf(codes ?? []), [codes]);
  const name = typed.trim();
  const isKnown = codes?.some((code) => fold(code.name) === fold(name)) ?? false;
  const isNew = mode === 'code' && name !== '' && !isKnown;
  const choose = (id: string): void => {
    if (id === createId) void codeWithNew(name);
    else if (mode === 'code') void codeWith(id);
    else void recodeChosen(id);
    close();
  };
  const pin = (event: KeyboardEvent<HTMLElement>): void => {
    if (!event.altKey || event.code !== 'KeyP') return;
    event.preventDefault();
    event.stopPropagation();
    const focused = document.getElementById(
      event.currentTarget.querySelector('input')?.getAttribute('aria-activedescendant') ?? '',
    );
    // Whoever types fast is ahead of what is marked; then the first is meant, as with Enter.
    const code = matches.find(({ id }) => id === focused?.dataset.key) ?? matches[0];
    if (code !== undefined) togglePin(code.id);
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <div className={styles.search} role="presentation" onKeyDownCapture={pin}>
        <SearchField
          label={mode === 'code' ? 'Find a code, or type a new one' : 'Recode to'}
          maxLength={longestName}
          autoFocus
        />
      </div>
      <Menu
        className={`${menuStyles.list} ${styles.results}`}
        aria-label="Codes"
        onAction={(id) => choose(String(id))}
        renderEmptyState={() => <p className={styles.none}>No code has that name.</p>}
      >
        {matches.map((code) => (
          <MenuItem
            key={code.id}
            id={code.id}
            className={menuStyles.item ?? ''}
            textValue={code.name}
          >
            <CodeChip code={code} />
            <span className={styles.parent}>{parents.get(code.id)}</span>
            {keys.includes(code.id) ? (
              <kbd aria-hidden className={pinned.includes(code.id) ? styles.pinned : ''}>
                {pinned.includes(code.id) ? <Pin size={11} /> : null}
                {keys.indexOf(code.id) + 1}
              </kbd>
            ) : null}
          </MenuItem>
        ))}
        {isNew ? (
          <MenuItem
            key={createId}
            id={createId}
            className={menuStyles.item ?? ''}
            textValue={`Create code ${name}`}
          >
            Create code ‘{name}’
          </MenuItem>
        ) : null}
      </Menu>
      <p className={styles.hint}>
        <kbd>{formatKeys('Alt+KeyP')}</kbd> pins the code to a number key, or unpins it
      </p>
    </Autocomplete>
  );
};

/** Chooses the code for what is selected, creating it as one types. */
export const CodePicker = () => {
  const mode = useCodingState((state) => state.picker);
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={mode !== null}
      isDismissable
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog
          className={styles.dialog ?? ''}
          aria-label={mode === 'recode' ? 'Recode' : 'Code the selection'}
        >
          {mode === null ? null : <Picker mode={mode} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
