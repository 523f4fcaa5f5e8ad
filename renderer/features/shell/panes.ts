const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the next (1) or previous (-1) pane, to where it was in it before if it still can. */
export const focusNextPane = (step: 1 | -1): void => {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at((current + step + panes.length) % panes.length);
  const preferred = next?.querySelector<HTMLElement>('[data-pane-focus]');
  (preferred ?? next?.querySelector<HTMLElement>(focusable))?.focus();
};
