import type { Command } from '#renderer/commands/registry.ts';
import type { Attribute } from '#shared/model/attribute.ts';
import { pickAttributes } from './attribute-import-actions.ts';
import { deleteAttribute, deleteCase, moveAttribute } from './case-actions.ts';
import type { CaseEntry } from './case-columns.ts';
import { useCaseState } from './case-state.ts';

interface Shown {
  readonly entries: readonly CaseEntry[];
  readonly attributes: readonly Attribute[];
}

/** What can be done with the case and the attribute that the grid's focus is at. */
export const caseCommands = ({ entries, attributes }: Shown): readonly Command[] => {
  const attribute = (): Attribute | undefined => {
    const { at } = useCaseState.getState();
    return attributes.find(({ id }) => id === at?.columnId);
  };
  const entry = (): CaseEntry | undefined => {
    const { at } = useCaseState.getState();
    return entries.find(({ id }) => id === at?.caseId);
  };
  const withAttribute = (
    id: string,
    label: string,
    work: (found: Attribute) => void | Promise<void>,
  ): Command => ({
    id: `library.${id}`,
    label,
    menu: 'Edit',
    enabled: () => attribute() !== undefined,
    run: () => {
      const found = attribute();
      return found === undefined ? undefined : work(found);
    },
  });
  return [
    {
      id: 'library.import-attributes',
      label: 'Import attributes',
      menu: 'File',
      run: pickAttributes,
    },
    withAttribute('edit-attribute', 'Change name or type of attribute', ({ id }) =>
      useCaseState.setState({ dialog: id }),
    ),
    withAttribute('move-attribute-left', 'Move attribute left', (found) =>
      moveAttribute(found, attributes, -1),
    ),
    withAttribute('move-attribute-right', 'Move attribute right', (found) =>
      moveAttribute(found, attributes, 1),
    ),
    withAttribute('delete-attribute', 'Delete attribute', (found) =>
      deleteAttribute(found, entries),
    ),
    {
      id: 'library.delete-case',
      label: 'Delete case',
      menu: 'Edit',
      enabled: () => entry() !== undefined,
      run: () => {
        const found = entry();
        return found === undefined ? undefined : deleteCase(found);
      },
    },
  ];
};
