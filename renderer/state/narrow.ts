// In em, so that 200 % zoom counts as a narrow window as well.
const query = matchMedia('(max-width: 68em)');

/** Whether the window is too narrow for three panes beside each other: the details are a drawer. */
export const isNarrow = (): boolean => query.matches;

/** Hears when that changes, until the returned function is called. */
export const onNarrowChange = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};
