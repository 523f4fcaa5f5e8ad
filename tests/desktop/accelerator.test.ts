import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceleratorFor } from '#electron/desktop/accelerator.ts';
import { acceleratorPattern } from '#tests/helpers/electron-stand-in/menu.ts';

test.each([
  ['$mod+k', 'CmdOrCtrl+K'],
  ['$mod+Shift+F', 'CmdOrCtrl+Shift+F'],
  ['$mod+1', 'CmdOrCtrl+1'],
  ['$mod+=', 'CmdOrCtrl+='],
  ['$mod++', 'CmdOrCtrl+Plus'],
  ['$mod+-', 'CmdOrCtrl+-'],
  ['$mod+Enter', 'CmdOrCtrl+Return'],
  ['Alt+ArrowLeft', 'Alt+Left'],
  ['Control+Alt+Delete', 'Ctrl+Alt+Delete'],
  ['F6', 'F6'],
  ['Shift+F6', 'Shift+F6'],
])('%s is shown as %s', (shortcut, accelerator) => {
  expect(acceleratorFor(shortcut)).toBe(accelerator);
});

test.each([
  null,
  '',
  '+',
  'j',
  'Enter',
  'Delete',
  '?',
  'Shift+?',
  'Shift+A',
  'g t',
  'Hyper+x',
  '$mod+é',
  '$mod',
])('%s is left to the page', (shortcut) => {
  expect(acceleratorFor(shortcut)).toBeNull();
});

test('whatever comes out is one that Electron takes', () => {
  const part = fc.oneof(
    fc.constantFrom('$mod', 'Alt', 'Shift', 'Control', 'Meta', 'Hyper', ''),
    fc.string({ minLength: 1, maxLength: 2 }),
    fc.constantFrom('ArrowUp', 'F1', 'F12', 'Escape', 'Space', 'PageDown', 'toString'),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const accelerator = acceleratorFor(parts.join('+'));
      if (accelerator !== null) expect(accelerator).toMatch(acceleratorPattern);
    }),
    { numRuns: 2000 },
  );
});
