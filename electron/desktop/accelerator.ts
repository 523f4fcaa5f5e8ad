const modifiers: ReadonlyMap<string, string> = new Map([
  ['$mod', 'CmdOrCtrl'],
  ['Alt', 'Alt'],
  ['Control', 'Ctrl'],
  ['Meta', 'Meta'],
  ['Shift', 'Shift'],
]);

const named: ReadonlyMap<string, string> = new Map([
  ['+', 'Plus'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['ArrowUp', 'Up'],
  ['Backspace', 'Backspace'],
  ['Delete', 'Delete'],
  ['End', 'End'],
  ['Enter', 'Return'],
  ['Escape', 'Escape'],
  ['Home', 'Home'],
  ['PageDown', 'PageDown'],
  ['PageUp', 'PageUp'],
  ['Space', 'Space'],
  ['Tab', 'Tab'],
]);

const keyFor = (key: string): string | null =>
  named.get(key) ?? (/^(?:F\d{1,2}|[\x21-\x7e])$/u.test(key) ? key.toUpperCase() : null);

/**
 * A shortcut of the renderer, such as `$mod+Shift+f`, as Electron writes it: `CmdOrCtrl+Shift+F`.
 * Null for one that no menu can show: a sequence of keys, or a key that is also typed.
 */
export const acceleratorFor = (shortcut: string | null): string | null => {
  if (shortcut === null || shortcut.includes(' ')) return null;
  const parts = shortcut.endsWith('++')
    ? [...shortcut.slice(0, -2).split('+'), '+']
    : shortcut.split('+');
  const key = keyFor(parts.at(-1) ?? '');
  const held = parts.slice(0, -1).map((part) => modifiers.get(part));
  if (key === null || held.includes(undefined)) return null;
  const isTyped = !/^F\d/u.test(key) && held.every((part) => part === 'Shift');
  return isTyped ? null : [...held, key].join('+');
};
