import { useEffect } from 'react';
import { create } from 'zustand';

export const menuNames = [
  'File',
  'Edit',
  'View',
  'Go',
  'Code',
  'Theme',
  'Plan',
  'Memo',
  'Report',
  'Help',
] as const;
export type MenuName = (typeof menuNames)[number];

/** One thing a person can do. Menu, palette, shortcuts and buttons all read this. */
export interface Command {
  /** noun.verb, for example 'codebook.export'. */
  readonly id: string;
  /** Verb and noun as on a button, for example 'Export codebook'. */
  readonly label: string;
  readonly menu: MenuName;
  /** Keys as tinykeys writes them, `$mod+k`; a single letter works only where `scope` is. */
  readonly keys?: string;
  /** Where its keys work: everywhere, or only while the focus is in the reading pane. */
  readonly scope?: 'everywhere' | 'reading';
  /** Whether it can be done now; a command that cannot is shown disabled. */
  readonly enabled?: () => boolean;
  readonly run: () => void | Promise<void>;
}

interface Registry {
  readonly commands: ReadonlyMap<string, Command>;
  /** What was offered, list by list, the latest last. */
  readonly lists: readonly (readonly Command[])[];
  readonly add: (commands: readonly Command[]) => () => void;
}

const merged = (lists: Registry['lists']): Pick<Registry, 'lists' | 'commands'> => ({
  lists,
  commands: new Map(lists.flat().map((command) => [command.id, command])),
});

/** The commands that exist right now. Later ones of the same id take over while they are there. */
export const useRegistry = create<Registry>((set, get) => ({
  lists: [],
  commands: new Map(),
  add: (commands) => {
    set(merged([...get().lists, commands]));
    return () => set(merged(get().lists.filter((list) => list !== commands)));
  },
}));

/** Offers commands while a component is on the screen. Give it a memoised list. */
export const useCommands = (commands: readonly Command[]): void => {
  const add = useRegistry((registry) => registry.add);
  useEffect(() => add(commands), [add, commands]);
};

/** Runs a command by id, if it is there and can be done now. */
export const runCommand = (id: string): void => {
  const command = useRegistry.getState().commands.get(id);
  if (command !== undefined && (command.enabled?.() ?? true)) void command.run();
};
