import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

const subscribe = (listener: () => void): (() => void) => {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
};

/** Light or dark: what the person chose, or else what the system says. */
export const useColourScheme = (): 'light' | 'dark' => {
  const chosen = usePreferences((preferences) => preferences.scheme);
  const systemIsDark = useSyncExternalStore(subscribe, () => dark.matches);
  if (chosen !== 'system') return chosen;
  return systemIsDark ? 'dark' : 'light';
};
