import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { formatKeys } from '#renderer/ui/keys.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import menuStyles from '#renderer/ui/select.module.css';
import styles from './command-palette.module.css';
import { type Entry, useSections } from './palette-entries.ts';
import { find } from './palette-match.ts';
import { closeOverlay, useShellState } from './shell-state.ts';

const Result = ({ entry }: { readonly entry: Entry }) => (
  <MenuItem
    id={entry.id}
    className={menuStyles.item ?? ''}
    textValue={entry.label}
    isDisabled={entry.isDisabled ?? false}
  >
    {entry.colour === undefined ? null : <CodeSwatch colour={entry.colour} />}
    <span className={styles.label}>{entry.label}</span>
    {entry.note === undefined ? null : <span className={styles.note}>{entry.note}</span>}
    {entry.keys === undefined ? null : <kbd>{formatKeys(entry.keys)}</kbd>}
  </MenuItem>
);

const Palette = () => {
  const [typed, setTyped] = useState('');
  const sections = useSections()
    .map(({ name, entries }) => ({ name, ...find(entries, typed) }))
    .filter(({ entries }) => entries.length > 0);
  const runs = new Map(
    sections.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry.run] as const)),
  );
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <div className={styles.search}>
        <SearchField label="Find a command, source, code, theme, case or finding" autoFocus />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <section className={styles.results} aria-label="Results" tabIndex={0}>
        <Menu
          className={menuStyles.list ?? ''}
          aria-label="Results"
          renderEmptyState={() => (
            <p className={styles.none}>Nothing has that name. Try fewer letters.</p>
          )}
          onAction={(id) => {
            closeOverlay();
            runs.get(String(id))?.();
          }}
        >
          {sections.map(({ name, entries, more }) => (
            <MenuSection key={name} id={name}>
              <Header className={styles.section ?? ''}>
                {name}
                {more === 0 ? null : (
                  <span className={`${styles.more} figures`}>
                    {more.toLocaleString()} more: type on
                  </span>
                )}
              </Header>
              {entries.map((entry) => (
                <Result key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </section>
    </Autocomplete>
  );
};

/** Everything by name: commands, sources, codes, themes, cases, and claims by their words. */
export const CommandPalette = () => {
  const isOpen = useShellState((state) => state.open === 'palette');
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeOverlay();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label="Find a command or a place">
          <Palette />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
