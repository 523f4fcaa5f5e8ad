const isMac = /Mac|iPhone|iPad/u.test(navigator.platform);

const names: Readonly<Record<string, string>> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  Control: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  BracketLeft: '[',
  BracketRight: ']',
  Escape: 'Esc',
};

/** Whether the key that shortcuts begin with is held: Command on a Mac, Ctrl elsewhere. */
export const isModKey = (event: {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): boolean => (isMac ? event.metaKey : event.ctrlKey);

const nameOf = (key: string): string =>
  names[key] ??
  key.replace(/^Key|^Digit/u, '').replace(/^[a-z]$/u, (letter) => letter.toUpperCase());

/** A shortcut as tinykeys writes it (`$mod+Shift+KeyF`), as people on this system read it. */
export const formatKeys = (keys: string): string =>
  keys
    .split(' ')
    .map((press) =>
      press
        .split('+')
        .map(nameOf)
        .join(isMac ? '' : '+'),
    )
    .join(' ');
