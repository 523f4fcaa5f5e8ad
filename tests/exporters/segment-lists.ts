import fc from 'fast-check';
import type { ListedSegment, SegmentList } from '#shared/model/segment-list.ts';

/** A segment of which only the words are known, save what is given. */
export const segmentOf = (given: Partial<ListedSegment> = {}): ListedSegment => ({
  code: 'Being believed',
  coder: 'Ruth Calloway',
  source: 'P01 baseline',
  pseudonym: 'Marian',
  speaker: 'P01',
  group: 'Participant',
  timePoint: 'Baseline',
  turn: 23,
  text: 'They had decided before I sat down.',
  important: false,
  level: '',
  memo: '',
  ...given,
});

export const listOf = (headings: SegmentList['headings']): SegmentList => ({
  project: 'Steadier Days',
  date: '2026-11-24',
  headings,
});

/** Two headings; one segment with everything that can be said of one, one with as little as can be. */
export const smallList = listOf([
  {
    name: 'Being believed',
    segments: [
      segmentOf({
        important: true,
        level: 'latent',
        memo: 'Compare with the GPs.\n\nAnd with P04.',
      }),
      segmentOf({
        source: 'Notes',
        pseudonym: '',
        speaker: '',
        group: '',
        timePoint: '',
        turn: null,
        text: 'First line.\n\nSecond paragraph.',
      }),
    ],
  },
  { name: 'Trust', segments: [segmentOf({ code: 'Trust', coder: 'Imran Sethi', turn: 1204 })] },
]);

/** What begins like a formula, like markup, or is written from right to left. */
export const hostileTexts = [
  '=HYPERLINK("http://example.org","x")',
  '+1 and more',
  '-SUM(A1:A9)',
  '@cmd',
  '\tTab first',
  '<script>alert(1)</script>',
  '# Not a heading\n- not a list',
  '[link](http://example.org) `code` *stars*',
  '"quotes", commas\nand lines',
  'كنت متعبة جدا',
  '👩‍👩‍👧 and e\u0301',
  'constructor',
] as const;

export const hostileList = listOf([
  {
    name: '=1+1',
    segments: hostileTexts.map((text) => segmentOf({ text, memo: text, code: text.slice(0, 40) })),
  },
]);

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(...hostileTexts),
);

/** Any list of a few segments. */
export const anyList: fc.Arbitrary<SegmentList> = fc
  .array(fc.record({ text: anyText, memo: anyText, code: anyText, pseudonym: anyText }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((drawn) => listOf([{ name: '', segments: drawn.map(segmentOf) }]));
