import type { Menu, MenuItem } from '#shared/contract/platform.ts';
import { type Command, menuNames } from './registry.ts';

const nounOf = (id: string): string => id.slice(0, id.indexOf('.'));

/**
 * The commands as a native menu shows them: by menu, with a line between nouns. Of commands with the
 * same words, which differ by their keys alone, only the first is there.
 */
export const menusOf = (commands: Iterable<Command>): readonly Menu[] => {
  const all = [...commands];
  return menuNames.map((name) => {
    const labels = new Set<string>();
    const items: (MenuItem | 'separator')[] = [];
    let noun: string | undefined;
    for (const command of all) {
      if (command.menu !== name || labels.has(command.label)) continue;
      labels.add(command.label);
      if (noun !== undefined && noun !== nounOf(command.id)) items.push('separator');
      noun = nounOf(command.id);
      items.push({
        id: command.id,
        label: command.label,
        shortcut: command.keys ?? null,
        enabled: command.enabled?.() ?? true,
      });
    }
    return { label: name, items };
  });
};
