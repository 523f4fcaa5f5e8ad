import type { ListedSegment, SegmentList } from '#shared/model/segment-list.ts';
import { countOf, longDate } from './wording.ts';

/** A column of retrieved segments as a table: one row per segment. `width` is in characters. */
export interface SegmentColumn {
  readonly header: string;
  readonly width: number;
  readonly value: (segment: ListedSegment) => string | number;
}

/** The columns of segments that are a table, in order. */
export const segmentColumns: readonly SegmentColumn[] = [
  { header: 'Code', width: 28, value: (segment) => segment.code },
  { header: 'Words', width: 80, value: (segment) => segment.text },
  { header: 'Case', width: 18, value: (segment) => segment.pseudonym },
  { header: 'Speaker', width: 18, value: (segment) => segment.speaker },
  { header: 'Group', width: 18, value: (segment) => segment.group },
  { header: 'Time point', width: 14, value: (segment) => segment.timePoint },
  { header: 'Source', width: 26, value: (segment) => segment.source },
  { header: 'Turn', width: 7, value: (segment) => segment.turn ?? '' },
  { header: 'Coder', width: 18, value: (segment) => segment.coder },
  { header: 'Important', width: 11, value: (segment) => (segment.important ? 'yes' : '') },
  { header: 'Level', width: 11, value: (segment) => segment.level },
  { header: 'Memo', width: 48, value: (segment) => segment.memo },
];

/** All segments of a list, in order. */
export const segmentsOf = ({ headings }: SegmentList): readonly ListedSegment[] =>
  headings.flatMap(({ segments }) => segments);

/** Who says it and where: `P03 Nasreen, Participant, Baseline, P03 baseline, turn 23`. */
export const placeOf = (segment: ListedSegment): string =>
  [
    segment.pseudonym === '' ? segment.speaker : segment.pseudonym,
    segment.group,
    segment.timePoint,
    segment.source === segment.pseudonym ? '' : segment.source,
    segment.turn === null ? '' : `turn ${segment.turn}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

/** What is said of a segment, and by whom: `Being believed, coded by Ruth, important, latent`. */
export const codedAs = ({ code, coder, important, level }: ListedSegment): string =>
  [code, coder === '' ? '' : `coded by ${coder}`, important ? 'important' : '', level]
    .filter((part) => part !== '')
    .join(', ');

/** How much there is, for a title page: `25 November 2026`, `312 segments`. */
export const aboutSegments = (list: SegmentList): readonly string[] => [
  longDate(list.date),
  countOf(segmentsOf(list).length, 'segment'),
];
