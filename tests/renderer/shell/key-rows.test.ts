import { expect, test } from 'vitest';
import type { Command } from '#renderer/commands/registry.ts';
import { keyGroups } from '#renderer/features/shell/key-rows.ts';

const command = (part: Partial<Command> & Pick<Command, 'id' | 'label'>): Command => ({
  menu: 'Code',
  run: () => undefined,
  ...part,
});
const commands = [
  command({ id: 'coding.code', label: 'Code the selection', keys: '/', scope: 'reading' }),
  command({
    id: 'coding.code-enter',
    label: 'Code the selection',
    keys: 'Enter',
    scope: 'reading',
  }),
  command({ id: 'codebook.rename', label: 'Rename code', keys: 'F2', scope: 'reading' }),
  command({ id: 'edit.undo', label: 'Undo', menu: 'Edit', keys: '$mod+z' }),
  command({ id: 'view.dark', label: 'Dark', menu: 'View' }),
];

test('the map lists what has keys, by menu, with all keys of an action in one row', () => {
  expect(keyGroups(commands, '')).toEqual([
    { menu: 'Edit', rows: [{ label: 'Undo', keys: ['$mod+z'], where: '' }] },
    {
      menu: 'Code',
      rows: [
        { label: 'Code the selection', keys: ['/', 'Enter'], where: 'in the transcript' },
        { label: 'Rename code', keys: ['F2'], where: 'in the codebook' },
      ],
    },
  ]);
});

test('the map can be searched by action, place and key', () => {
  const found = (typed: string) =>
    keyGroups(commands, typed).flatMap(({ rows }) => rows.map(({ label }) => label));
  expect(found('selection')).toEqual(['Code the selection']);
  expect(found('codebook')).toEqual(['Rename code']);
  expect(found('f2')).toEqual(['Rename code']);
  expect(found('nowhere')).toEqual([]);
});
