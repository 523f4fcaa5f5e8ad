import { beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
vi.stubGlobal('window', globalThis);
const { usePreferences } = await import('#renderer/state/preferences.ts');

const now = () => usePreferences.getState();
const open = () => [now().panelOpen, now().inspectorOpen];

beforeEach(() => usePreferences.setState({ panes: {} }));

test('each area remembers its own panes', () => {
  now().arrange('coding', false);
  now().change({ panelOpen: false });
  now().arrange('codebook', false);
  expect(open()).toEqual([true, true]);
  now().change({ inspectorOpen: false });
  now().arrange('coding', false);
  expect(open()).toEqual([false, true]);
});

test('a drawer comes out when something is chosen, and stays away when it was put away for good', () => {
  now().arrange('codebook', true);
  expect(now().inspectorOpen).toBe(false);
  now().showDetails();
  expect(now().inspectorOpen).toBe(true);
  now().closeDrawer();
  expect(now().inspectorOpen).toBe(false);
  now().showDetails();
  expect(now().inspectorOpen).toBe(true);
  now().change({ inspectorOpen: false });
  now().showDetails();
  expect(now().inspectorOpen).toBe(false);
});

test('details do not come out by themselves where two columns share a narrow window', () => {
  now().arrange('coding', true);
  now().divide(true);
  now().showDetails();
  expect(now().inspectorOpen).toBe(false);
  now().change({ inspectorOpen: true });
  expect(now().inspectorOpen).toBe(true);
  now().divide(false);
  now().closeDrawer();
  now().showDetails();
  expect(now().inspectorOpen).toBe(true);
});

test('the drawer has no say in how wide windows look', () => {
  now().arrange('codebook', true);
  now().change({ inspectorOpen: false });
  now().arrange('codebook', false);
  expect(now().inspectorOpen).toBe(true);
});

test('two columns have the room of the details until they are asked for', () => {
  now().arrange('coding', false);
  now().divide(true);
  expect(now().inspectorOpen).toBe(false);
  now().change({ inspectorOpen: true });
  now().arrange('codebook', false);
  expect(now().inspectorOpen).toBe(true);
  now().arrange('coding', false);
  expect(now().inspectorOpen).toBe(true);
  now().change({ inspectorOpen: false });
  now().divide(false);
  expect(now().inspectorOpen).toBe(true);
});
