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

/** The coding that is looked at has no address, so choosing one is heard of here. */
export const useDrawerForCodings = (): void => {
  useEffect(
    () =>
      useCodingState.subscribe(({ active }, { active: before }) => {
        if (active !== null && active !== before) usePreferences.getState().showDetails();
      }),
    [],
  );
};

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** The details where there is no room for a third pane: over the edge of the main pane, to be closed. */
export const Drawer = ({ label, children }: Props) => (
  <div className={styles.drawer} role="presentation" onKeyDown={closeOnEscape}>
    <div className={styles.drawerHead}>
      <IconButton icon={X} label="Close the details" keys="Escape" onPress={close} />
    </div>
    <Pane label={label}>{children}</Pane>
  </div>
);
