import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect } from 'react';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Pane } from './pane.tsx';
import { focusMain } from './panes.ts';
import styles from './shell.module.css';

const close = (): void => {
  usePreferences.getState().closeDrawer();
  focusMain();
};

const closeOnEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape' && !event.defaultPrevented) close();
};

/** Puts the details away where they would take room from words that are being selected. */
export const useClearWords = (): void => {
  useEffect(
    () =>
      useCodingState.subscribe(({ selection }, { selection: before }) => {
        if (selection !== null && selection !== before) usePreferences.getState().closeDrawer();
      }),
    [],
  );
};

interface Props {
  readonly label: string;
  readonly isBelow: boolean;
  readonly children: ReactNode;
}

/**
 * The details where there is no room for a third pane, to be closed: over the edge of the main pane,
 * or below it where its words must stay in sight.
 */
export const Drawer = ({ label, isBelow, children }: Props) => (
  <div
    className={isBelow ? styles.below : styles.drawer}
    role="presentation"
    onKeyDown={closeOnEscape}
  >
    <div className={styles.drawerHead}>
      <IconButton icon={X} label="Close the details" keys="Escape" onPress={close} />
    </div>
    <Pane label={label}>{children}</Pane>
  </div>
);
