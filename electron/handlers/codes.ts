import { v7 as uuidv7 } from 'uuid';
import {
  codeImpact,
  codesOfOneCoder,
  codeUse,
  deleteCodes,
  findKeptApart,
  handOver,
  listCodes,
  listKeptApart,
  rarestColour,
} from '#electron/project/codes.ts';
import {
  addToCodings,
  codingIdsOfCodes,
  codingsByIds,
  recodeCodings,
} from '#electron/project/codings.ts';
import type { Project } from '#electron/project/project.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { makeRoom, nextPosition, refuseCycle, withDescendants } from '#electron/project/tree.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { Code } from '#shared/model/code.ts';
import { codeParts } from '#shared/model/codebook.ts';
import type { KeptApart } from '#shared/model/kept-apart.ts';
import { pairKey, similarGroups } from '#shared/text/similar-names.ts';
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

const partNames: Readonly<Record<string, string>> = {
  colour: 'colour',
  ...Object.fromEntries(codeParts.map(({ key, label }) => [key, label.toLowerCase()])),
};

/** What changing a code is called: by the one part that changes, where it is one. */
const changeLabel = (before: Code, input: CheckedInput<'codes.update'>): string => {
  const name = quoted(before.name);
  if (input.name !== undefined && input.name !== before.name)
    return `Rename code ${name} to ${quoted(input.name)}`;
  const { id: _, ...fields } = input;
  const changed = Object.keys(fields).filter(
    (field) => input[field as keyof typeof fields] !== before[field as keyof typeof fields],
  );
  const [part] = changed;
  const only = changed.length === 1 && part !== undefined ? partNames[part] : undefined;
  return only === undefined ? `Change code ${name}` : `Change ${only} of code ${name}`;
};

/** The words of the target with those of the codes that go behind them, each saying whose it was. */
const joinedWords = (target: Code, going: readonly Code[]): Partial<Code> =>
  Object.fromEntries(
    codeParts.flatMap(({ key }) => {
      const added = going
        .filter((code) => code[key].trim() !== '' && code[key].trim() !== target[key].trim())
        .map((code) => `From ${quoted(code.name)}: ${code[key].trim()}`);
      const own = target[key].trim() === '' ? [] : [target[key].trimEnd()];
      return added.length === 0 ? [] : [[key, [...own, ...added].join('\n\n')]];
    }),
  );

type Part = CheckedInput<'codes.splitInto'>['parts'][number];

/** Hands codings of a code to other codes, new siblings of it where they are named. */
const splitCode = (store: Store, code: Code, parts: readonly Part[]): Code[] => {
  const ids = parts.flatMap(({ codingIds, alsoIds }) => [...codingIds, ...alsoIds]);
  const codings = codingsByIds(store, ids);
  if (codings.length !== new Set(ids).size || codings.some(({ codeId }) => codeId !== code.id))
    throw new Failure('conflict', 'Some of the quotes do not carry this code any more.');
  const moved = parts.flatMap(({ codingIds }) => codingIds);
  if (moved.length !== new Set(moved).size)
    throw new Failure(
      'bad-input',
      'A quote can go to one code only. Add it to the others instead.',
    );
  let position = code.position;
  const codes = parts.map((part) => {
    if ('codeId' in part) return getRecord(store, 'code', part.codeId);
    position += 1;
    return addCode(store, { ...draftCode(part.name, code.parentId), position });
  });
  if (codes.some(({ id }) => id === code.id))
    throw new Failure('bad-input', 'A code cannot be split into itself.');
  for (const [index, part] of parts.entries()) {
    const codeId = codes[index]?.id ?? '';
    addToCodings(store, part.alsoIds, codeId);
  }
  for (const [index, part] of parts.entries())
    recodeCodings(store, part.codingIds, codes[index]?.id ?? '');
  return codes;
};

const bothNamed = (store: Store, ids: readonly string[]): string => {
  const [one, other] = ids;
  return ids.length === 2 && one !== undefined && other !== undefined
    ? `${quoted(getRecord(store, 'code', one).name)} and ${quoted(getRecord(store, 'code', other).name)}`
    : counted(ids.length, 'code');
};

type Pair = readonly [string, string];

/** Every pair of the codes, or those of one with each of the others. */
const pairsOf = (ids: readonly string[], id: string | undefined): readonly Pair[] =>
  id === undefined
    ? ids.flatMap((one, at) => ids.slice(at + 1).map((other): Pair => [one, other]))
    : ids.filter((other) => other !== id).map((other): Pair => [id, other]);

const keepApart = ({ store, coderId }: Project, pair: Pair): KeptApart => {
  for (const id of pair) getRecord(store, 'code', id);
  const there = findKeptApart(store, pair);
  if (there !== undefined) return there;
  if (coderId === null) throw new Failure('conflict', 'Choose a coder first.');
  const [codeId = '', otherId = ''] = pair.toSorted();
  if (codeId === otherId) throw new Failure('bad-input', 'Choose two different codes.');
  const kept = { id: uuidv7(), codeId, otherId, coderId, createdAt: new Date().toISOString() };
  insertRecord(store, 'kept_apart', kept);
  return kept;
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
    label(changeLabel(before, input));
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
  'codes.merge': ({ project: { store }, label }, { ids, into, keepWords }) => {
    const target = getRecord(store, 'code', into);
    const going = ids.filter((id) => id !== into).map((id) => getRecord(store, 'code', id));
    const from = going.map((code) => code.id);
    if (from.length === 0) throw new Failure('bad-input', 'Choose a code to merge into another.');
    if (withDescendants(store, 'code', from).includes(into))
      throw new Failure(
        'conflict',
        'A code cannot be merged into one that is nested in it. Move that one out first.',
      );
    label(`Merge ${named(store, from)} into ${quoted(target.name)}`);
    if (keepWords) updateRecord(store, 'code', { id: into, ...joinedWords(target, going) });
    recodeCodings(store, codingIdsOfCodes(store, from), into);
    handOver(store, from, { into, position: nextPosition(store, 'code', into) });
    for (const id of withDescendants(store, 'code', from).toReversed())
      deleteRecord(store, 'code', id);
    return getRecord(store, 'code', into);
  },
  'codes.split': ({ project: { store }, label }, { id, name, codingIds }) => {
    const code = getRecord(store, 'code', id);
    label(`Split ${quoted(name)} from code ${quoted(code.name)}`);
    const [created] = splitCode(store, code, [{ name, codingIds, alsoIds: [] }]);
    if (created === undefined) throw new Error('A split made no code');
    return created;
  },
  'codes.splitInto': ({ project: { store }, label }, { id, parts }) => {
    const code = getRecord(store, 'code', id);
    const [first] = parts;
    const into =
      parts.length > 1 || first === undefined
        ? counted(parts.length, 'code')
        : quoted('name' in first ? first.name : getRecord(store, 'code', first.codeId).name);
    label(`Split code ${quoted(code.name)} into ${into}`);
    return splitCode(store, code, parts);
  },
  'codes.oneCoder': ({ project }) => codesOfOneCoder(project.store),
  'codes.similar': ({ project: { store } }) => {
    const apart = listKeptApart(store).map((pair) => pairKey(pair.codeId, pair.otherId));
    return similarGroups(listCodes(store), new Set(apart)).map((group) =>
      group.map(({ id }) => id),
    );
  },
  'codes.keptApart': ({ project }) => listKeptApart(project.store),
  'codes.keepApart': ({ project, label }, { ids, id }) => {
    const { store } = project;
    label(`Keep ${bothNamed(store, id === undefined ? ids : [id, ...ids])} apart`);
    return pairsOf(ids, id).map((pair) => keepApart(project, pair));
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
