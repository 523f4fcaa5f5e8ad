import { edit, showError } from '#renderer/client/edit.ts';
import { announce } from '#renderer/ui/announce.ts';
import { counted, quoted } from '#renderer/ui/words.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import { type Attribute, misfit } from '#shared/model/attribute.ts';
import type { Group } from '#shared/model/group.ts';
import { type CaseColumn, type CaseEntry, cellText, clipboardCells } from './case-columns.ts';

/** Why words cannot be saved in a column, for people; null where they can. */
export const problemWith = (
  { kind, attribute }: CaseColumn,
  words: string,
  groups: readonly Group[],
): string | null => {
  switch (kind) {
    case 'pseudonym':
      return words === '' ? 'A pseudonym cannot be empty.' : null;
    case 'group':
      return words === '' || groups.some((group) => group.name === words)
        ? null
        : `There is no group called ${quoted(words)}. Groups are added under ‘Groups and time points’.`;
    case 'attribute':
      return attribute === undefined || words === '' ? null : misfit(attribute.type, words);
    case 'note':
    case 'sources':
      return null;
    default:
      return assertNever(kind);
  }
};

/** Saves a value of an attribute; '' takes it away. */
export const saveValue = async (
  { id: caseId, pseudonym }: Pick<CaseEntry, 'id' | 'pseudonym'>,
  { id: attributeId, name }: Pick<Attribute, 'id' | 'name'>,
  words: string,
): Promise<void> => {
  await edit(
    'attributes.setValue',
    { attributeId, caseId, value: words === '' ? null : words },
    {
      announce: `${name} of ${pseudonym}: ${words === '' ? 'no value' : words}. Undo available.`,
    },
  );
};

/** Saves what was typed into a cell; nothing happens where that is what it said before. */
export const saveCell = async (
  entry: CaseEntry,
  column: CaseColumn,
  { words, groups }: { readonly words: string; readonly groups: readonly Group[] },
): Promise<void> => {
  if (words === cellText(entry, column)) return;
  const { id } = entry;
  const said = { announce: `${column.name}: ${words === '' ? 'nothing' : words}. Undo available.` };
  if (column.kind === 'attribute') await saveValue(entry, column, words);
  else if (column.kind === 'pseudonym') await edit('cases.update', { id, pseudonym: words }, said);
  else if (column.kind === 'note') await edit('cases.update', { id, note: words }, said);
  else if (column.kind === 'group') {
    const groupId = groups.find((group) => group.name === words)?.id ?? null;
    await edit('cases.update', { id, groupId }, said);
  }
};

/** Deletes a case with what attributes say of it; Undo is offered. */
export const deleteCase = async ({ id, pseudonym, values }: CaseEntry): Promise<void> => {
  const also = values.size === 0 ? '' : ` with ${counted(values.size, 'attribute value')}`;
  await edit(
    'cases.delete',
    { id },
    { toast: `Deleted case ${quoted(pseudonym)}${also}. Its sources stay` },
  );
};

/** Deletes an attribute with all its values; Undo is offered. */
export const deleteAttribute = async (
  { id, name }: Attribute,
  entries: readonly CaseEntry[],
): Promise<void> => {
  const values = entries.filter((entry) => entry.values.has(id)).length;
  const also = values === 0 ? '' : ` with ${counted(values, 'value')}`;
  await edit('attributes.delete', { id }, { toast: `Deleted attribute ${quoted(name)}${also}` });
};

/** Moves an attribute one place to the left (-1) or to the right (1). */
export const moveAttribute = async (
  { id, name }: Attribute,
  attributes: readonly Attribute[],
  by: -1 | 1,
): Promise<void> => {
  const position = attributes.findIndex((attribute) => attribute.id === id) + by;
  if (position < 0 || position >= attributes.length) return;
  await edit(
    'attributes.move',
    { id, position },
    { announce: `${name}: now ${position + 1} of ${counted(attributes.length, 'attribute')}` },
  );
};

interface Target {
  /** The cases from the one pasted at downwards, and the columns from there to the right. */
  readonly entries: readonly CaseEntry[];
  readonly columns: readonly CaseColumn[];
}

/** Pastes cells of a spreadsheet over values of attributes, as one step. */
export const pasteCells = async (text: string, { entries, columns }: Target): Promise<void> => {
  const cells = clipboardCells(text);
  const settings = cells.flatMap((row, down) =>
    row.map((words, right) => ({ entry: entries[down], column: columns[right], words })),
  );
  const inside = settings.flatMap(({ entry, column, words }) =>
    entry === undefined || column?.attribute === undefined
      ? []
      : [{ entry, attribute: column.attribute, words: words.slice(0, 1000) }],
  );
  const wrong = inside.find(
    ({ attribute, words }) => words !== '' && misfit(attribute.type, words) !== null,
  );
  if (wrong !== undefined) {
    const { attribute, entry, words } = wrong;
    showError({
      code: 'bad-input',
      message: `Nothing was pasted. ${attribute.name} of ${entry.pseudonym}: ${misfit(attribute.type, words)}`,
    });
    return;
  }
  if (inside.length === 0) {
    announce('Only values of attributes can be pasted');
    return;
  }
  const outside = settings.length - inside.length;
  await edit(
    'attributes.setValues',
    {
      values: inside.map(({ entry, attribute, words }) => ({
        attributeId: attribute.id,
        caseId: entry.id,
        value: words === '' ? null : words,
      })),
    },
    {
      toast: `Pasted ${counted(inside.length, 'value')}${
        outside === 0 ? '' : `; ${counted(outside, 'cell')} did not fit into the table`
      }`,
    },
  );
};
