import type { Block, WrittenQuote, WrittenReport } from '#shared/model/written.ts';

/** A report of these blocks, for tests of what is made of it. */
export const reportOf = (
  blocks: readonly Block[],
  fields: Partial<WrittenReport> = {},
): WrittenReport => ({
  id: '00000000-0000-7000-8000-000000000001',
  name: 'What would help',
  project: 'Steadier Days',
  date: '2026-11-25',
  parts: [{ id: '00000000-0000-7000-8000-000000000002', blocks, gaps: [] }],
  ...fields,
});

export const quoteOf = (fields: Partial<WrittenQuote> = {}): WrittenQuote => ({
  url: 'understory:coding/00000000-0000-7000-8000-000000000003',
  text: 'They had decided before I sat down.',
  who: 'P01 Marian, Participant, Baseline, turn 23',
  ...fields,
});

const plain = (text: string) => [{ text, bold: false, italic: false }];

/** A report with some of everything. */
export const smallReport = reportOf([
  { type: 'heading', level: 1, text: 'Introduction' },
  {
    type: 'paragraph',
    runs: [
      { text: 'Ten people ', bold: false, italic: false },
      { text: 'spoke', bold: true, italic: true },
      { text: ' of pain.\nMostly.', bold: false, italic: false },
    ],
  },
  {
    type: 'list',
    items: [
      { depth: 0, ordered: true, runs: plain('First') },
      { depth: 1, ordered: false, runs: plain('Within it') },
      { depth: 0, ordered: true, runs: plain('Second') },
    ],
  },
  { type: 'set apart', runs: plain('From the literature') },
  { type: 'heading', level: 1, text: 'Themes at a glance' },
  {
    type: 'theme table',
    hasCounts: true,
    rows: [
      { theme: 'Credibility', span: 2, subtheme: '', quote: quoteOf(), counts: '14 (6)' },
      { theme: 'Credibility', span: 0, subtheme: 'At work', quote: null, counts: '3 (2)' },
      { theme: 'Rest', span: 1, subtheme: '', quote: quoteOf({ text: 'I lie down.' }), counts: '' },
    ],
  },
  { type: 'heading', level: 1, text: 'Credibility' },
  { type: 'counts', text: '14 quotes from 6 people' },
  { type: 'heading', level: 2, text: 'At work' },
  { type: 'quote', quote: quoteOf() },
  { type: 'quote', quote: quoteOf({ text: 'One.\n\nTwo.', who: 'P02 Lee, turn 4' }) },
  { type: 'heading', level: 1, text: 'Findings' },
  {
    type: 'claims',
    claims: [
      {
        statement: 'Being believed comes first',
        restsOn: ['Credibility', 'Rest'],
      },
      { statement: 'Rest is work', restsOn: [] },
    ],
  },
]);

/** A report whose every text is this one. */
export const allSaying = (text: string): WrittenReport =>
  reportOf(
    [
      { type: 'heading', level: 1, text },
      { type: 'paragraph', runs: [{ text, bold: true, italic: false }] },
      {
        type: 'list',
        items: [{ depth: 0, ordered: false, runs: [{ text, bold: false, italic: true }] }],
      },
      { type: 'quote', quote: quoteOf({ text, who: text }) },
      {
        type: 'theme table',
        hasCounts: false,
        rows: [
          { theme: text, span: 1, subtheme: text, quote: quoteOf({ text, who: text }), counts: '' },
        ],
      },
      { type: 'claims', claims: [{ statement: text, restsOn: [text] }] },
    ],
    { name: text, project: text },
  );
