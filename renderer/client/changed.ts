import type { ChangedEvent } from '#shared/contract/events.ts';
import type { MethodOf } from '#shared/contract/index.ts';
import type { ProjectState } from '#shared/contract/project.ts';
import type { RecordKind } from '#shared/model/change.ts';
import { call } from './call.ts';
import { patchCodeUse, patchCodings } from './patch-codings.ts';
import { patchValues } from './patch-values.ts';
import { platform } from './platform.ts';
import { keyOf, queryClient, readAgain } from './queries.ts';
import { refreshTexts } from './refresh-texts.ts';

/** What search finds. */
const found = ['search.find', 'search.count', 'search.nearest'] as const;

/** Who speaks, and what is asked. */
const speech = ['autocoding.speakers', 'autocoding.questions'] as const;

/** What a query finds. */
const asked = ['queries.run', 'queries.nearest'] as const;

/** What a query finds, with its words. */
const retrieved = [...asked, 'queries.segments', 'queries.around'] as const;

/** The quotes behind themes, with who said them, who is silent and what is uncoded beside them. */
const extracted = [
  'extracts.list',
  'extracts.get',
  'extracts.find',
  'themes.reach',
  'themes.uncoded',
] as const;

/** The chain of evidence, which every record in it is read through. */
const chained = ['evidence.below', 'evidence.above', 'evidence.orphans'] as const;

/** The thematic map and where its layout puts everything. */
const mapped = ['map.get', 'map.layout', 'map.svg'] as const;

/** Lists of memos, which name what the memos are on. */
const memoRows = ['memos.find', 'memos.mentioning'] as const;

/** What reviewers said, and what the log makes of it. */
const replied = ['replies.list', 'replies.get', 'ppi.log'] as const;

/** Which reads a kind of record shows up in. What is listed here is read again when it changes. */
const readsOf: Readonly<Record<RecordKind, readonly MethodOf<'read'>[]>> = {
  project: ['project.state', 'ppi.log'],
  coder: ['coders.list', 'project.state'],
  group: ['packs.check', 'groups.list', 'sources.list', 'cases.list', ...extracted, 'passages.get'],
  time_point: ['timePoints.list', 'sources.list', ...extracted, 'passages.get'],
  case: [
    'packs.check',
    'cases.list',
    'sources.list',
    ...retrieved,
    ...extracted,
    ...memoRows,
    ...chained,
    'passages.get',
  ],
  source: [
    'packs.check',
    ...found,
    ...speech,
    ...retrieved,
    'sources.list',
    'sources.get',
    'cases.list',
    'codings.segments',
    'themes.segments',
    ...extracted,
    ...memoRows,
    ...chained,
    'passages.get',
  ],
  source_text: [
    ...found,
    'sources.get',
    'queries.segments',
    'queries.around',
    'passages.get',
    ...memoRows,
    'codings.segments',
    'themes.segments',
    ...extracted,
    ...chained,
  ],
  speaker: [
    'packs.check',
    ...found,
    'sources.get',
    'sources.list',
    ...speech,
    ...retrieved,
    ...extracted,
    'passages.get',
    ...chained,
  ],
  turn: [
    ...found,
    'sources.get',
    'sources.list',
    ...speech,
    ...retrieved,
    'passages.get',
    'codings.segments',
    'themes.segments',
    ...extracted,
    ...chained,
  ],
  code: [
    'packs.check',
    ...found,
    ...mapped,
    ...chained,
    'codes.list',
    'codes.use',
    'codes.impact',
    'codes.similar',
    ...asked,
    ...memoRows,
  ],
  coding: [
    'packs.check',
    'codes.oneCoder',
    'codings.segments',
    'themes.segments',
    ...extracted,
    'codes.impact',
    ...retrieved,
    'passages.get',
    ...memoRows,
    ...chained,
  ],
  memo: [
    ...found,
    'memos.list',
    'memos.inSource',
    'codes.impact',
    'queries.segments',
    'memos.get',
    'memos.journal',
    'passages.get',
    ...memoRows,
  ],
  theme: [
    ...found,
    ...mapped,
    'themes.list',
    'themes.segments',
    ...extracted,
    ...asked,
    ...memoRows,
    ...chained,
    'reports.quoteUse',
    ...replied,
  ],
  theme_code: [
    ...mapped,
    'themes.codes',
    'themes.segments',
    ...extracted,
    'codes.impact',
    ...asked,
    ...chained,
  ],
  attribute: ['attributes.list'],
  attribute_value: [...asked],
  query: ['queries.list'],
  passage: ['passages.get', ...memoRows],
  kept_apart: ['codes.keptApart', 'codes.similar'],
  relation: [...mapped],
  map_place: ['map.get', 'map.svg'],
  extract: ['extracts.list', 'evidence.orphans', 'extracts.marked', 'extracts.find'],
  claim: ['claims.list', ...chained],
  support: ['claims.supports', 'codes.impact', ...chained],
  report: ['reports.list', 'reports.quoteUse'],
  review_pack: ['reports.quoteUse', 'packs.list', 'packs.get', ...replied],
  reply: ['packs.list', ...replied],
  reply_item: [...replied],
  ppi_report: ['ppi.log'],
};

type Records = ChangedEvent['records'];

/** Two events as one: what either names. */
const together = (a: Records, b: Records): Records => {
  const merged: { [kind in RecordKind]?: readonly string[] | 'all' } = { ...a };
  for (const [kind, ids] of Object.entries(b) as [RecordKind, readonly string[] | 'all'][]) {
    const before = merged[kind] ?? [];
    merged[kind] = before === 'all' || ids === 'all' ? 'all' : [...new Set([...before, ...ids])];
  }
  return merged;
};

const refreshCodings = async (
  ids: readonly string[] | 'all',
  lists: 'read' | 'not read',
): Promise<void> => {
  // Only the library shows these counts; it reads them again when it is next opened.
  void queryClient.invalidateQueries({ queryKey: ['sources.list'], refetchType: 'none' });
  if (ids === 'all' && lists === 'not read') readAgain(['codings.list']);
  await patchCodeUse(ids === 'all' || lists === 'read' ? null : await patchCodings(ids));
};

const refresh = async (records: Records): Promise<void> => {
  const methods = new Set((Object.keys(records) as RecordKind[]).flatMap((kind) => readsOf[kind]));
  const isTextEdited = records.source_text !== undefined;
  if (isTextEdited) methods.delete('sources.get');
  for (const method of methods) readAgain([method]);
  // A report is made of nearly every kind of record.
  readAgain(['reports.read']);
  readAgain(['project.state']);
  readAgain(['history.list']);
  readAgain(['history.get']);
  readAgain(['history.ofRecord']);
  if (isTextEdited) await refreshTexts();
  if (records.coding !== undefined)
    await refreshCodings(records.coding, isTextEdited ? 'read' : 'not read');
  const values = records.attribute_value;
  if (values === 'all') readAgain(['attributes.values']);
  else if (values !== undefined) await patchValues(values);
};

/**
 * What changed and is not shown yet. Events are applied one after another, in their order, so that
 * an older answer never lands on a newer one; those that come meanwhile are taken together.
 */
let waiting: Records | null = null;
let applying = false;

const apply = async (): Promise<void> => {
  if (applying) return;
  applying = true;
  while (waiting !== null) {
    const records: Records = waiting;
    waiting = null;
    try {
      await refresh(records);
    } catch {
      // What could not be brought up to date in part is read again in whole.
      readAgain();
    }
  }
  applying = false;
};

const stateKey = keyOf('project.state', {});

/** After the project was opened, closed or renamed, another coder took over, or events were missed. */
const startAnew = async (onOtherProject: () => void): Promise<void> => {
  const before = queryClient.getQueryData<ProjectState>(stateKey);
  const reply = await call('project.state', {});
  if (!reply.ok) {
    readAgain();
    return;
  }
  if (before === undefined || before.project?.id === reply.value.project?.id) {
    queryClient.setQueryData(stateKey, reply.value);
    readAgain();
    return;
  }
  // Nothing of the other project may be seen, not even for a moment.
  const notState = (query: { readonly queryKey: readonly unknown[] }): boolean =>
    query.queryKey[0] !== 'project.state';
  onOtherProject();
  queryClient.removeQueries({ predicate: notState, type: 'inactive' });
  queryClient.setQueryData(stateKey, reply.value);
  await queryClient.resetQueries({ predicate: notState });
};

/**
 * Starts keeping the cache current from the engine's events; call once. `onOtherProject` is called
 * before anything of a project that was opened or closed is shown.
 */
export const followChanges = (onOtherProject: () => void): void => {
  platform.listen((event) => {
    if (event.type === 'changed') {
      waiting = together(waiting ?? {}, event.records);
      void apply();
    }
    if (event.type === 'session') void startAnew(onOtherProject);
  });
};
