const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

const canTakeFocus = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.checkVisibility({ visibilityProperty: true });

const lastFocus = new WeakMap<Element, HTMLElement>();

/** Remembers where the focus is in each pane. Answers a function that stops it. */
export const rememberFocus = (): (() => void) => {
  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest('[data-pane]');
    if (pane !== null && pane !== target) lastFocus.set(pane, target);
  };
  addEventListener('focusin', remember);
  return () => removeEventListener('focusin', remember);
};

/** Puts the focus into a pane: where it was in it before if it still can be, or else where it begins. */
const focusPane = (pane: HTMLElement): void => {
  const before = lastFocus.get(pane);
  const places = [
    ...(before !== undefined && pane.contains(before) ? [before] : []),
    ...pane.querySelectorAll('[data-pane-focus]'),
    ...pane.querySelectorAll(focusable),
  ];
  (places.find(canTakeFocus) ?? pane).focus();
};

/** Puts the focus into the main pane. */
export const focusMain = (): void => {
  const main = document.querySelector<HTMLElement>('main[data-pane]');
  if (main !== null) focusPane(main);
};

/** Moves the focus to the next (1) or previous (-1) pane. */
export const focusNextPane = (step: 1 | -1): void => {
  // A pane that is divided is gone through part by part.
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => canTakeFocus(pane) && pane.querySelector('[data-pane]') === null,
  );
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  // From nowhere, the first step goes to the first pane, and the first step back to the last.
  const from = current === -1 && step === -1 ? 0 : current;
  const next = panes.at((from + step + panes.length) % panes.length);
  if (next !== undefined) focusPane(next);
};
