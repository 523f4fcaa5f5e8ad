import { v7 as uuidv7 } from 'uuid';
import { countResting } from '#electron/project/claims.ts';
import { findCodeByName } from '#electron/project/codes.ts';
import {
  codingsByIds,
  deleteCodings,
  findCoding,
  listCodings,
  listSegments,
  type Marks,
  markCodings,
  recodeCodings,
} from '#electron/project/codings.ts';
import type { Project } from '#electron/project/project.ts';
import { getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { addCode, draftCode } from './codes.ts';
import type { Handlers } from './context.ts';
import { counted, quoted } from './words.ts';

type Place = Pick<Coding, 'sourceId' | 'start' | 'end'>;
type Applied = Place & Pick<Coding, 'codeId' | 'coderId'>;

const refuseOutside = (store: Store, place: Place): void => {
  const { length } = getRecord(store, 'source', place.sourceId);
  if (place.start >= place.end || place.end > length)
    throw new Failure('bad-input', 'The range is empty or lies outside the text.', {
      start: place.start,
      end: place.end,
      length,
    });
};

const currentCoder = (project: Project): string => {
  if (project.coderId === null) throw new Failure('conflict', 'Choose a coder first.');
  return project.coderId;
};

const apply = (store: Store, coding: Applied): Coding => {
  refuseOutside(store, coding);
  const there = findCoding(store, coding);
  if (there !== undefined) return there;
  const created: Coding = {
    ...coding,
    id: uuidv7(),
    createdAt: new Date().toISOString(),
    important: 0,
    level: null,
  };
  insertRecord(store, 'coding', created);
  return created;
};

type Many = CheckedInput<'codings.createMany'>;

/** The codes that are named, those that are not there yet created. */
const codesFor = (store: Store, codes: Many['codes']): readonly Code[] =>
  codes.map((wanted) => {
    if ('codeId' in wanted) return getRecord(store, 'code', wanted.codeId);
    const name = wanted.name.replace(/\s+/gu, ' ');
    return findCodeByName(store, name, null) ?? addCode(store, draftCode(name, null));
  });

/** How many codes are named in the history before they are counted. */
const mostNamed = 3;

const applyMany = (project: Project, { codes: wanted, codings }: Many) => {
  const { store } = project;
  const coderId = currentCoder(project);
  const codes = codesFor(store, wanted);
  let there = 0;
  for (const { code: at, ...place } of codings) {
    const code = codes[at];
    if (code === undefined)
      throw new Failure('bad-input', 'A passage names a code that is not in the list.');
    const coding = { ...place, codeId: code.id, coderId };
    if (findCoding(store, coding) === undefined) apply(store, coding);
    else there += 1;
  }
  return { added: codings.length - there, there, codes };
};

const named = (store: Store, codings: readonly Coding[]): string => {
  const [first] = codings;
  return codings.length === 1 && first !== undefined
    ? quoted(getRecord(store, 'code', first.codeId).name)
    : counted(codings.length, 'coding');
};

const existing = (store: Store, ids: readonly string[]): readonly Coding[] => {
  const codings = codingsByIds(store, ids);
  if (codings.length < new Set(ids).size)
    throw new Failure('not-found', 'Some of these codings are no longer in the project.');
  return codings;
};

const markLabel = (name: string, { important, level }: Marks): string => {
  if (important !== undefined && level !== undefined) return `Change the marks of ${name}`;
  if (important === 1) return `Mark ${name} as important`;
  if (important === 0) return `Unmark ${name} as important`;
  return level == null ? `Unmark ${name} as semantic or latent` : `Mark ${name} as ${level}`;
};

export const codingsHandlers: Handlers<'codings'> = {
  'codings.list': ({ project }, { sourceId }) => listCodings(project.store, sourceId),
  'codings.get': ({ project }, { ids }) => codingsByIds(project.store, ids),
  'codings.create': ({ project, label }, { coderId, ...place }) => {
    label(`Code ${quoted(getRecord(project.store, 'code', place.codeId).name)}`);
    return apply(project.store, { ...place, coderId: coderId ?? currentCoder(project) });
  },
  'codings.createInVivo': ({ project, label }, { name, parentId, ...place }) => {
    const { store } = project;
    const oneLine = name.replace(/\s+/gu, ' ');
    label(`Code ${quoted(oneLine)}`);
    const code =
      findCodeByName(store, oneLine, parentId) ?? addCode(store, draftCode(oneLine, parentId));
    return apply(store, { ...place, codeId: code.id, coderId: currentCoder(project) });
  },
  'codings.createMany': ({ project, label }, input) => {
    const result = applyMany(project, input);
    const names = [...new Set(result.codes.map(({ name }) => name))];
    const which =
      names.length > mostNamed ? counted(names.length, 'code') : names.map(quoted).join(', ');
    const what = result.added === 1 ? input.what.replace(/^(\w+)s\b/u, '$1') : input.what;
    label(`Code ${result.added.toLocaleString('en-GB')} ${what} with ${which}`);
    return result;
  },
  'codings.resize': ({ project: { store }, label }, { id, start, end }) => {
    const coding = getRecord(store, 'coding', id);
    label(`Resize ${named(store, [coding])}`);
    refuseOutside(store, { sourceId: coding.sourceId, start, end });
    updateRecord(store, 'coding', { id, start, end });
    return getRecord(store, 'coding', id);
  },
  'codings.recode': ({ project: { store }, label }, { ids, codeId }) => {
    const code = getRecord(store, 'code', codeId);
    label(`Recode ${named(store, existing(store, ids))} to ${quoted(code.name)}`);
    return codingsByIds(store, recodeCodings(store, ids, codeId));
  },
  'codings.mark': ({ project: { store }, label }, { ids, ...marks }) => {
    label(markLabel(named(store, existing(store, ids)), marks));
    markCodings(store, ids, marks);
    return codingsByIds(store, ids);
  },
  'codings.delete': ({ project: { store }, label }, { ids }) => {
    const codings = existing(store, ids);
    label(`Remove ${named(store, codings)}`);
    const claims = countResting(store, ids);
    deleteCodings(store, ids);
    return { codeIds: [...new Set(codings.map(({ codeId }) => codeId))], claims };
  },
  'codings.segments': ({ project: { store } }, { codeIds, offset, limit }) =>
    listSegments(store, codeIds, { offset, limit }),
};
