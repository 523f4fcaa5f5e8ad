import type { SegmentHeading } from '#shared/contract/exports.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import type { ListedSegment, SegmentList } from '#shared/model/segment-list.ts';
import { plainText } from '#shared/text/rich-text.ts';
import { localDay } from './codebook.ts';
import { listCodes } from './codes.ts';
import { listGroups } from './groups.ts';
import { retrieveSegments } from './retrieval-segments.ts';
import { inJson, type Store } from './store.ts';
import { getProjectRecord } from './study.ts';
import { listTimePoints } from './time-points.ts';

/** How many segments are read between two pauses. */
const batchSize = 500;

interface SourceFacts {
  readonly id: string;
  readonly groupId: string | null;
  readonly timePointId: string | null;
  readonly groupName: string | null;
  readonly timePoint: string | null;
}

/** The names that segments are listed with, by id. */
const namesOf = (store: Store) => ({
  codes: new Map(listCodes(store).map(({ id, name }) => [id, name])),
  coders: new Map(
    store
      .all<{ id: string; name: string }>('SELECT id, name FROM coder')
      .map(({ id, name }) => [id, name]),
  ),
  sources: new Map(
    store
      .all<SourceFacts>(
        `SELECT source.id, source.groupId, source.timePointId, "group".name AS groupName, time_point.name AS timePoint FROM source
         LEFT JOIN "group" ON "group".id = groupId
         LEFT JOIN time_point ON time_point.id = timePointId`,
      )
      .map((facts) => [facts.id, facts]),
  ),
});
type Names = ReturnType<typeof namesOf>;

const memosOn = (store: Store, ids: readonly string[]): ReadonlyMap<string, string> => {
  const memos = new Map<string, string>();
  for (const { targetId, title, body } of store.all<{
    targetId: string;
    title: string;
    body: string;
  }>(
    `SELECT targetId, title, body FROM memo
     WHERE targetKind = 'coding' AND targetId IN ${inJson} ORDER BY createdAt`,
    JSON.stringify(ids),
  )) {
    const words = [title, plainText(body)].filter((part) => part !== '').join(': ');
    memos.set(targetId, [memos.get(targetId), words].filter(Boolean).join('\n\n'));
  }
  return memos;
};

const listed = (segment: Retrieved, names: Names, memo: string): ListedSegment => {
  const source = names.sources.get(segment.sourceId);
  return {
    code: names.codes.get(segment.codeId) ?? '',
    coder: names.coders.get(segment.coderId) ?? '',
    source: segment.sourceName,
    pseudonym: segment.pseudonym ?? '',
    speaker: segment.speaker ?? '',
    group: source?.groupName ?? '',
    timePoint: source?.timePoint ?? '',
    turn: segment.turn,
    text: segment.text,
    important: segment.important === 1,
    level: segment.level ?? '',
    memo,
  };
};

interface Heading {
  readonly id: string | null;
  readonly name: string;
}

/** The codes in the order of the codebook; of those with the same name, where each is nested. */
const codeHeadings = (store: Store): readonly Heading[] => {
  const codes = listCodes(store);
  const paths = new Map<string, string>();
  for (const { id, parentId, name } of codes) {
    const above = parentId === null ? undefined : paths.get(parentId);
    paths.set(id, above === undefined ? name : `${above} › ${name}`);
  }
  const namesakes = Map.groupBy(codes, ({ name }) => name);
  return codes.map(({ id, name }) => ({
    id,
    name: (namesakes.get(name)?.length ?? 0) > 1 ? (paths.get(id) ?? name) : name,
  }));
};

/** What segments can stand under, in the order in which it is listed everywhere; what has none last. */
const headingsOf = (store: Store, heading: Exclude<SegmentHeading, 'none'>): readonly Heading[] => {
  switch (heading) {
    case 'code':
      return codeHeadings(store);
    case 'source':
      return store.all<Heading>('SELECT id, name FROM source ORDER BY name, id');
    case 'case':
      return [
        ...store.all<Heading>('SELECT id, pseudonym AS name FROM "case" ORDER BY pseudonym'),
        { id: null, name: 'No case' },
      ];
    case 'group':
      return [...listGroups(store), { id: null, name: 'No group' }];
    case 'time point':
      return [...listTimePoints(store), { id: null, name: 'No time point' }];
    default:
      return assertNever(heading);
  }
};

const keyOf = (
  segment: Retrieved,
  heading: Exclude<SegmentHeading, 'none'>,
  source: SourceFacts | undefined,
): string | null => {
  switch (heading) {
    case 'code':
      return segment.codeId;
    case 'source':
      return segment.sourceId;
    case 'case':
      return segment.caseId;
    case 'group':
      return source?.groupId ?? null;
    case 'time point':
      return source?.timePointId ?? null;
    default:
      return assertNever(heading);
  }
};

interface Keyed {
  readonly key: string | null;
  readonly segment: ListedSegment;
}

const underHeadings = (
  store: Store,
  segments: readonly Keyed[],
  heading: SegmentHeading,
): SegmentList['headings'] => {
  if (heading === 'none') return [{ name: '', segments: segments.map(({ segment }) => segment) }];
  const groups = Map.groupBy(segments, ({ key }) => key);
  return headingsOf(store, heading).flatMap(({ id, name }) => {
    const members = groups.get(id);
    return members === undefined ? [] : [{ name, segments: members.map(({ segment }) => segment) }];
  });
};

/**
 * These codings as they leave the project, under headings. A generator, so that long work can pause:
 * each step reads a few hundred and yields how many are done; the list is what it returns.
 */
export function* readSegmentList(
  store: Store,
  ids: readonly string[],
  heading: SegmentHeading,
): Generator<number, SegmentList> {
  const names = namesOf(store);
  const segments: Keyed[] = [];
  for (let done = 0; done < ids.length; done += batchSize) {
    const batch = ids.slice(done, done + batchSize);
    const memos = memosOn(store, batch);
    for (const segment of retrieveSegments(store, batch))
      segments.push({
        key:
          heading === 'none' ? null : keyOf(segment, heading, names.sources.get(segment.sourceId)),
        segment: listed(segment, names, memos.get(segment.id) ?? ''),
      });
    yield Math.min(done + batchSize, ids.length);
  }
  return {
    project: getProjectRecord(store).name,
    date: localDay(new Date()),
    headings: underHeadings(store, segments, heading),
  };
}
