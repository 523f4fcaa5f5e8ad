import type { SegmentHeading } from '#shared/contract/exports.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import type { ListedSegment, SegmentList } from '#shared/model/segment-list.ts';
import { plainText } from '#shared/text/rich-text.ts';
import { localDay } from './codebook.ts';
import { listCodes } from './codes.ts';
import { retrieveSegments } from './retrieval-segments.ts';
import { inJson, type Store } from './store.ts';
import { getProjectRecord } from './study.ts';

/** How many segments are read between two pauses. */
const batchSize = 500;

interface SourceFacts {
  readonly id: string;
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
        `SELECT source.id, "group".name AS groupName, time_point.name AS timePoint FROM source
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

const headingOf: Readonly<
  Record<Exclude<SegmentHeading, 'none'>, (segment: ListedSegment) => string>
> = {
  code: ({ code }) => code,
  source: ({ source }) => source,
  case: ({ pseudonym }) => pseudonym || 'No case',
  group: ({ group }) => group || 'No group',
  'time point': ({ timePoint }) => timePoint || 'No time point',
};

/** Headings in the order of the codebook where they are codes, else as they are first met. */
const underHeadings = (
  segments: readonly ListedSegment[],
  heading: SegmentHeading,
  codes: Names['codes'],
): SegmentList['headings'] => {
  if (heading === 'none') return [{ name: '', segments }];
  const groups = Map.groupBy(segments, headingOf[heading]);
  const order = heading === 'code' ? [...new Set(codes.values())] : [...groups.keys()];
  return order.flatMap((name) => {
    const members = groups.get(name);
    return members === undefined ? [] : [{ name, segments: members }];
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
  const segments: ListedSegment[] = [];
  for (let done = 0; done < ids.length; done += batchSize) {
    const batch = ids.slice(done, done + batchSize);
    const memos = memosOn(store, batch);
    for (const segment of retrieveSegments(store, batch))
      segments.push(listed(segment, names, memos.get(segment.id) ?? ''));
    yield Math.min(done + batchSize, ids.length);
  }
  return {
    project: getProjectRecord(store).name,
    date: localDay(new Date()),
    headings: underHeadings(segments, heading, names.codes),
  };
}
