import { v7 as uuidv7 } from 'uuid';
import {
  codeImpact,
  codeUse,
  deleteCodes,
  handOver,
  listCodes,
  rarestColour,
} from '#electron/project/codes.ts';
import { codingIdsOfCodes, codingsByIds, recodeCodings } from '#electron/project/codings.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { makeRoom, nextPosition, refuseCycle, withDescendants } from '#electron/project/tree.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { Code } from '#shared/model/code.ts';
import type { Handlers } from './context.ts';
import { counted, quoted } from './words.ts';

type Draft = Omit<Code, 'id' | 'createdAt' | 'position' | 'colour'> & {
  readonly position: number | undefined;
  readonly colour: number | undefined;
};

/** A code without a definition yet, as created by typing its name. */
export const draftCode = (name: string, parentId: string | null): Draft => ({
  name,
  parentId,
  position: undefined,
  colour: undefined,
  definition: '',
  inclusion: '',
  exclusion: '',
  typicalExample: '',
  nearMiss: '',
});

/** Adds a code, as the last of its siblings where no position is given. */
export const addCode = (store: Store, draft: Draft): Code => {
  if (draft.parentId !== null) getRecord(store, 'code', draft.parentId);
  const { parentId, position } = draft;
  if (position !== undefined) makeRoom(store, 'code', { parentId, position, count: 1 });
  const code: Code = {
    ...draft,
    id: uuidv7(),
    position: position ?? nextPosition(store, 'code', parentId),
    colour: draft.colour ?? rarestColour(store),
    createdAt: new Date().toISOString(),
  };
  insertRecord(store, 'code', code);
  return code;
};

const named = (store: Store, ids: readonly string[]): string => {
  const [first] = ids;
  return ids.length === 1 && first !== undefined
    ? `code ${quoted(getRecord(store, 'code', first).name)}`
    : counted(ids.length, 'code');
};

export const codesHandlers: Handlers<'codes'> = {
  'codes.list': ({ project }) => listCodes(project.store),
  'codes.use': ({ project }, { ids }) => codeUse(project.store, ids ?? null),
  'codes.create': ({ project, label }, input) => {
    label(`Create code ${quoted(input.name)}`);
    return addCode(project.store, {
      ...input,
      position: input.position,
      colour: input.colour,
    });
  },
  'codes.update': ({ project: { store }, label }, input) => {
    const before = getRecord(store, 'code', input.id);
    label(
      input.name !== undefined && input.name !== before.name
        ? `Rename code ${quoted(before.name)} to ${quoted(input.name)}`
        : `Change code ${quoted(before.name)}`,
    );
    updateRecord(store, 'code', input);
    return getRecord(store, 'code', input.id);
  },
  'codes.move': ({ project: { store }, label }, { ids, parentId, position }) => {
    label(`Move ${named(store, ids)}`);
    if (parentId !== null) getRecord(store, 'code', parentId);
    refuseCycle(store, 'code', { ids, parentId });
    const first = position ?? nextPosition(store, 'code', parentId);
    makeRoom(store, 'code', { parentId, position: first, count: ids.length });
    for (const [index, id] of ids.entries())
      updateRecord(store, 'code', { id, parentId, position: first + index });
    return ids.map((id) => getRecord(store, 'code', id));
  },
  'codes.merge': ({ project: { store }, label }, { ids, into }) => {
    const target = getRecord(store, 'code', into);
    const from = ids.filter((id) => id !== into);
    for (const id of from) getRecord(store, 'code', id);
    if (from.length === 0) throw new Failure('bad-input', 'Choose a code to merge into another.');
    if (withDescendants(store, 'code', from).includes(into))
      throw new Failure(
        'conflict',
        'A code cannot be merged into one that is nested in it. Move that one out first.',
      );
    label(`Merge ${named(store, from)} into ${quoted(target.name)}`);
    recodeCodings(store, codingIdsOfCodes(store, from), into);
    handOver(store, from, { into, position: nextPosition(store, 'code', into) });
    for (const id of withDescendants(store, 'code', from).toReversed())
      deleteRecord(store, 'code', id);
    return target;
  },
  'codes.split': ({ project: { store }, label }, { id, name, codingIds }) => {
    const code = getRecord(store, 'code', id);
    label(`Split ${quoted(name)} from code ${quoted(code.name)}`);
    const codings = codingsByIds(store, codingIds);
    if (codings.length !== codingIds.length || codings.some((coding) => coding.codeId !== id))
      throw new Failure('conflict', 'Some of the quotes do not carry this code any more.');
    const { parentId } = code;
    const created = addCode(store, {
      ...draftCode(name, parentId),
      position: code.position + 1,
    });
    recodeCodings(store, codingIds, created.id);
    return created;
  },
  'codes.impact': ({ project: { store } }, { ids }) =>
    codeImpact(store, withDescendants(store, 'code', ids)),
  'codes.delete': ({ project: { store }, label }, { ids }) => {
    for (const id of ids) getRecord(store, 'code', id);
    label(`Delete ${named(store, ids)}`);
    const all = withDescendants(store, 'code', ids);
    const impact = codeImpact(store, all);
    deleteCodes(store, all);
    return impact;
  },
};
