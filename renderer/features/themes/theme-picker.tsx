import { useMemo, useState } from 'react';
import { Autocomplete, Menu, MenuItem } from 'react-aria-components';
import { matches } from '#renderer/features/codebook/code-rows.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import menuStyles from '#renderer/ui/select.module.css';
import styles from './theme-picker.module.css';
import { closeDialog } from './themes-state.ts';

/** More matches than this are not listed; typing on narrows them. */
const mostMatches = 100;

/** One thing to choose: a theme, or a code with its colour. */
export interface PickerEntry {
  readonly id: string;
  readonly name: string;
  readonly colour?: number;
  /** What tells it from others of its name, or what is to be known before choosing it. */
  readonly note: string;
}

interface Props {
  readonly title: string;
  /** What is looked for. */
  readonly label: string;
  readonly entries: readonly PickerEntry[];
  readonly onChoose: (id: string) => void;
  /** Called when it closes, before what was chosen; otherwise it closes the board's dialog. */
  readonly onClose?: () => void;
}

/** A list to choose one thing from; it narrows as one types, the arrows move in it, Enter chooses. */
export const ThemePicker = ({ title, label, entries, onChoose, onClose = closeDialog }: Props) => {
  const [typed, setTyped] = useState('');
  const found = useMemo(
    () => entries.filter((entry) => matches(entry.name, typed.trim())),
    [entries, typed],
  );
  const hidden = found.length - mostMatches;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      }
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField label={label} autoFocus />
        <Menu
          className={`${menuStyles.list} ${styles.list}`}
          aria-label={label}
          onAction={(id) => {
            onClose();
            onChoose(String(id));
          }}
          renderEmptyState={() => <p className={styles.none}>Nothing has that name.</p>}
        >
          {found.slice(0, mostMatches).map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              className={`${menuStyles.item} ${styles.entry}`}
              textValue={entry.name}
            >
              {entry.colour === undefined ? null : <CodeSwatch colour={entry.colour} />}
              <span className={styles.name}>{entry.name}</span>
              <span className={styles.note}>{entry.note}</span>
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
      {hidden > 0 ? (
        <p className={styles.none}>{hidden.toLocaleString()} more. Type to narrow the list.</p>
      ) : null}
    </Dialog>
  );
};
