import { useMemo } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  useFilter,
} from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { useRegistry } from '#renderer/commands/registry.ts';
import { type Address, useNavigation } from '#renderer/state/navigation.ts';
import { formatKeys } from '#renderer/ui/keys.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import menuStyles from '#renderer/ui/select.module.css';
import styles from './command-palette.module.css';
import { closeOverlay, useShellState } from './shell-state.ts';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}
interface Section {
  readonly name: string;
  readonly entries: readonly Entry[];
}

const useSections = (): readonly Section[] => {
  const commands = useRegistry((registry) => registry.commands);
  const sources = useCall('sources.list', {}).data;
  const codes = useCall('codes.list', {}).data;
  const themes = useCall('themes.list', {}).data;
  const go = useNavigation((navigation) => navigation.go);
  return useMemo(() => {
    const places = (
      area: Address['area'],
      records: readonly { readonly id: string; readonly name: string }[] = [],
    ): readonly Entry[] =>
      records.map((record) => ({
        id: record.id,
        label: record.name,
        run: () => go({ area, id: record.id }),
      }));
    return [
      {
        name: 'Commands',
        entries: [...commands.values()]
          .filter((command) => command.enabled?.() ?? true)
          .map((command) => ({
            id: command.id,
            label: command.label,
            keys: command.keys,
            run: () => void command.run(),
          })),
      },
      { name: 'Sources', entries: places('coding', sources) },
      { name: 'Codes', entries: places('codebook', codes) },
      { name: 'Themes', entries: places('themes', themes) },
    ].filter((section) => section.entries.length > 0);
  }, [commands, sources, codes, themes, go]);
};

const Palette = () => {
  const sections = useSections();
  const { contains } = useFilter({ sensitivity: 'base' });
  const actions = new Map(
    sections.flatMap((section) => section.entries.map((entry) => [entry.id, entry.run] as const)),
  );
  return (
    <Autocomplete filter={contains}>
      <div className={styles.search}>
        <SearchField label="Find a command, source, code or theme" autoFocus />
      </div>
      <Menu
        className={`${menuStyles.list} ${styles.results}`}
        aria-label="Results"
        renderEmptyState={() => <p className={styles.none}>Nothing has that name.</p>}
        onAction={(id) => {
          closeOverlay();
          actions.get(String(id))?.();
        }}
      >
        {sections.map((section) => (
          <MenuSection key={section.name} id={section.name}>
            <Header className={styles.section ?? ''}>{section.name}</Header>
            {section.entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                className={menuStyles.item ?? ''}
                textValue={entry.label}
              >
                {entry.label}
                {entry.keys === undefined ? null : <kbd>{formatKeys(entry.keys)}</kbd>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
};

/** Everything by name: commands, sources, codes, themes. */
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
