import { expect, test, vi } from 'vitest';
import { menusOf } from '#renderer/commands/menus.ts';
import { type Command, runCommand, useRegistry } from '#renderer/commands/registry.ts';

const command = (part: Partial<Command> & Pick<Command, 'id' | 'label'>): Command => ({
  menu: 'Code',
  run: () => undefined,
  ...part,
});

test('a command that was taken over is there again when the other goes', () => {
  const general = command({ id: 'find', label: 'Search the project' });
  const special = command({ id: 'find', label: 'Find in the source' });
  const label = () => useRegistry.getState().commands.get('find')?.label;
  const dropGeneral = useRegistry.getState().add([general]);
  const dropSpecial = useRegistry.getState().add([special]);
  expect(label()).toBe('Find in the source');
  dropSpecial();
  expect(label()).toBe('Search the project');
  dropGeneral();
  expect(label()).toBeUndefined();
});

test('a command that cannot be done now is not done', () => {
  const run = vi.fn();
  const drop = useRegistry
    .getState()
    .add([command({ id: 'x', label: 'X', enabled: () => false, run })]);
  runCommand('x');
  expect(run).not.toHaveBeenCalled();
  drop();
});

test('the native menu names each action once and parts the nouns', () => {
  const menus = menusOf([
    command({ id: 'coding.code', label: 'Code the selection', keys: '/' }),
    command({ id: 'coding.code-enter', label: 'Code the selection', keys: 'Enter' }),
    command({ id: 'codebook.export', label: 'Export codebook', enabled: () => false }),
  ]);
  expect(menus.find(({ label }) => label === 'Code')?.items).toEqual([
    { id: 'coding.code', label: 'Code the selection', shortcut: '/', enabled: true },
    'separator',
    { id: 'codebook.export', label: 'Export codebook', shortcut: null, enabled: false },
  ]);
});
