import { basename } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import {
  deleteValuesOfAttribute,
  findValue,
  listAttributes,
  listValues,
  valuesOfAttribute,
} from '#electron/project/attributes.ts';
import { listCases } from '#electron/project/cases.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import {
  type Attribute,
  type AttributeType,
  type AttributeValue,
  misfit,
} from '#shared/model/attribute.ts';
import type { Handlers } from './context.ts';
import { reordered } from './order.ts';
import { counted, quoted } from './words.ts';

type Setting = CheckedInput<'attributes.setValue'>;

/** Refuses a type that does not fit what is there already, and says of whom. */
const refuseMisfits = (store: Store, attribute: Attribute, type: AttributeType): void => {
  for (const { value, pseudonym } of valuesOfAttribute(store, attribute.id)) {
    const problem = misfit(type, value);
    if (problem !== null)
      throw new Failure(
        'conflict',
        `The type was not changed, because a value does not fit it. ${pseudonym}: ${problem}`,
      );
  }
};

const named = (store: Store, { attributeId, caseId }: Setting): string =>
  `${quoted(getRecord(store, 'attribute', attributeId).name)} of ${quoted(getRecord(store, 'case', caseId).pseudonym)}`;

/** Makes an attribute say this of a case. Answers whether anything changed. */
const put = (store: Store, { attributeId, caseId, value }: Setting): boolean => {
  const attribute = getRecord(store, 'attribute', attributeId);
  const person = getRecord(store, 'case', caseId);
  const problem = value === null ? null : misfit(attribute.type, value);
  if (problem !== null)
    throw new Failure('bad-input', `${attribute.name} of ${person.pseudonym}: ${problem}`);
  const before = findValue(store, attributeId, caseId);
  if ((before?.value ?? null) === value) return false;
  if (value === null) deleteRecord(store, 'attribute_value', before?.id ?? '');
  else if (before === undefined)
    insertRecord(store, 'attribute_value', { id: uuidv7(), attributeId, caseId, value });
  else updateRecord(store, 'attribute_value', { id: before.id, value });
  return true;
};

/** The cases by pseudonym; those that are not there are added. */
const casesNamed = (store: Store, pseudonyms: readonly string[]) => {
  const known = new Map(listCases(store).map(({ id, pseudonym }) => [pseudonym, id]));
  const added: string[] = [];
  for (const pseudonym of pseudonyms) {
    if (known.has(pseudonym)) continue;
    const id = uuidv7();
    insertRecord(store, 'case', { id, pseudonym, groupId: null, note: '' });
    known.set(pseudonym, id);
    added.push(id);
  }
  return { known, added };
};

/** The attributes by name; those that are not there are added, as the last ones. */
const attributesNamed = (store: Store, wanted: readonly Pick<Attribute, 'name' | 'type'>[]) => {
  const known = new Map(listAttributes(store).map(({ id, name }) => [name, id]));
  const added: string[] = [];
  for (const { name, type } of wanted) {
    if (known.has(name)) continue;
    const id = uuidv7();
    insertRecord(store, 'attribute', { id, name, type, position: known.size });
    known.set(name, id);
    added.push(id);
  }
  return { known, added };
};

/** What many settings are about: the one attribute, the one case, or how many of each. */
const about = (store: Store, settings: readonly Setting[]): string => {
  const attributes = new Set(settings.map((setting) => setting.attributeId));
  const cases = new Set(settings.map((setting) => setting.caseId));
  const [attributeId = ''] = attributes;
  const [caseId = ''] = cases;
  const what =
    attributes.size === 1
      ? quoted(getRecord(store, 'attribute', attributeId).name)
      : counted(attributes.size, 'attribute');
  const whom =
    cases.size === 1
      ? quoted(getRecord(store, 'case', caseId).pseudonym)
      : counted(cases.size, 'case');
  return `${what} of ${whom}`;
};

export const attributesHandlers: Handlers<'attributes'> = {
  'attributes.list': ({ project }) => listAttributes(project.store),
  'attributes.create': ({ project: { store }, label }, { name, type }) => {
    label(`Add attribute ${quoted(name)}`);
    const attribute = { id: uuidv7(), name, type, position: listAttributes(store).length };
    insertRecord(store, 'attribute', attribute);
    return attribute;
  },
  'attributes.update': ({ project: { store }, label }, input) => {
    const before = getRecord(store, 'attribute', input.id);
    label(
      input.name !== undefined && input.name !== before.name
        ? `Rename attribute ${quoted(before.name)} to ${quoted(input.name)}`
        : `Change attribute ${quoted(before.name)}`,
    );
    if (input.type !== undefined) refuseMisfits(store, before, input.type);
    updateRecord(store, 'attribute', input);
    return getRecord(store, 'attribute', input.id);
  },
  'attributes.move': ({ project: { store }, label }, { id, position }) => {
    label(`Move attribute ${quoted(getRecord(store, 'attribute', id).name)}`);
    for (const change of reordered(listAttributes(store), id, position))
      updateRecord(store, 'attribute', change);
    return listAttributes(store);
  },
  'attributes.delete': ({ project: { store }, label }, { id }) => {
    label(`Delete attribute ${quoted(getRecord(store, 'attribute', id).name)}`);
    const values = deleteValuesOfAttribute(store, id);
    deleteRecord(store, 'attribute', id);
    for (const change of reordered(listAttributes(store), id, 0))
      updateRecord(store, 'attribute', change);
    return { values };
  },
  'attributes.values': ({ project }, wanted): AttributeValue[] => listValues(project.store, wanted),
  'attributes.setValue': ({ project: { store }, label }, setting) => {
    label(`${setting.value === null ? 'Clear' : 'Set'} ${named(store, setting)}`);
    put(store, setting);
    return findValue(store, setting.attributeId, setting.caseId) ?? null;
  },
  'attributes.setValues': ({ project: { store }, label }, { values }) => {
    label(`Set ${about(store, values)}`);
    return { changed: values.filter((setting) => put(store, setting)).length };
  },
  'attributes.readTable': async (context, { file, name }) => {
    const fileName = basename(name ?? context.files.find(file).name);
    const bytes = await context.files.read(file);
    const table = await context.parser.parseTable({ bytes, fileName });
    if (!table.ok)
      throw new Failure('import-refused', table.error.message, { reason: table.error.code });
    return {
      file: fileName,
      rows: table.rows,
      warnings: table.warnings.map(({ message }) => message),
    };
  },
  'attributes.setTable': ({ project: { store }, label }, { attributes, rows }) => {
    label(`Import ${counted(attributes.length, 'attribute')} of ${counted(rows.length, 'case')}`);
    const cases = casesNamed(
      store,
      rows.map(({ pseudonym }) => pseudonym),
    );
    const columns = attributesNamed(store, attributes);
    let changed = 0;
    for (const { pseudonym, values } of rows)
      for (const [index, value] of values.entries()) {
        const attributeId = columns.known.get(attributes[index]?.name ?? '');
        const caseId = cases.known.get(pseudonym);
        if (value === null || attributeId === undefined || caseId === undefined) continue;
        if (put(store, { attributeId, caseId, value })) changed += 1;
      }
    return { cases: cases.added.length, attributes: columns.added.length, values: changed };
  },
};
