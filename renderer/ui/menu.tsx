import type { ReactElement } from 'react';
import { MenuItem, MenuTrigger, Popover, Menu as RacMenu, Separator } from 'react-aria-components';
import { formatKeys } from './keys.ts';
import styles from './select.module.css';

/** One thing to do in a menu. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

interface Props {
  readonly label: string;
  readonly entries: readonly (MenuEntry | 'separator')[];
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A menu that hangs on a button. */
export const Menu = ({ label, entries, children }: Props) => (
  <MenuTrigger>
    {children}
    <Popover className={styles.popover ?? ''} offset={4}>
      <RacMenu className={styles.list ?? ''} aria-label={label}>
        {entries.map((entry, index) =>
          entry === 'separator' ? (
            // A separator has nothing but its place to be told by.
            <Separator key={`separator ${index}`} className={styles.separator ?? ''} />
          ) : (
            <MenuItem
              key={entry.id}
              id={entry.id}
              className={styles.item ?? ''}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              onAction={entry.onAction}
            >
              {entry.label}
              {entry.keys === undefined ? null : <kbd>{formatKeys(entry.keys)}</kbd>}
            </MenuItem>
          ),
        )}
      </RacMenu>
    </Popover>
  </MenuTrigger>
);
