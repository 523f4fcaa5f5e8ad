import { useSyncExternalStore } from 'react';

// In em, so that 200 % zoom counts as a narrow window as well.
const query = matchMedia('(max-width: 68em)');

const subscribe = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the window is too narrow for three panes: the inspector is then a drawer. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
