import fc from 'fast-check';
import mammoth from 'mammoth';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { exportSegments } from '#electron/exporters/segments.ts';
import type { SegmentsFormat } from '#shared/contract/exports.ts';
import type { SegmentList } from '#shared/model/segment-list.ts';
import { textOf } from './codebooks.ts';
import {
  anyList,
  hostileList,
  hostileTexts,
  listOf,
  segmentOf,
  smallList,
} from './segment-lists.ts';
import { unzip } from './unzip.ts';
import { lookInto } from './xml.ts';

const write = async (list: SegmentList, format: SegmentsFormat): Promise<string> =>
  textOf((await exportSegments(list, format)).bytes);

const rowsOf = (csv: string): readonly Record<string, string>[] => {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/u, ''), {
    header: true,
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

test.each(['docx', 'xlsx', 'csv', 'html', 'md'] as const)(
  'nothing to export is refused as %s',
  async (format) => {
    await expect(exportSegments(listOf([]), format)).rejects.toMatchObject({
      code: 'export-refused',
      message: expect.stringContaining('no file was written') as unknown,
    });
  },
);

test('characters that files cannot hold are left out and counted', async () => {
  const list = listOf([
    { name: '', segments: [segmentOf({ text: 'pain\u0007 and rest' }), segmentOf()] },
  ]);
  const { bytes, warnings } = await exportSegments(list, 'md');
  expect(textOf(bytes)).toContain('pain and rest');
  expect(warnings).toEqual([
    'Control characters, which files cannot hold, were left out of 1 segment.',
  ]);
});

describe('segments as comma-separated values', () => {
  test('have a row each with where they stand, what they carry and their memo', async () => {
    const csv = await write(smallList, 'csv');
    expect(csv.startsWith('\uFEFFCode,Words,Case,Speaker,')).toBe(true);
    const rows = rowsOf(csv);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      Code: 'Being believed',
      Words: 'They had decided before I sat down.',
      Case: 'Marian',
      Speaker: 'P01',
      Group: 'Participant',
      'Time point': 'Baseline',
      Source: 'P01 baseline',
      Turn: '23',
      Coder: 'Ruth Calloway',
      Important: 'yes',
      Level: 'latent',
      Memo: 'Compare with the GPs.\n\nAnd with P04.',
    });
    expect(rows[1]).toMatchObject({ Case: '', Turn: '', Important: '' });
  });

  test('read back whatever people write, and no cell begins like a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyList, fc.constant(hostileList)), async (list) => {
        const rows = rowsOf(await write(list, 'csv'));
        const segments = list.headings.flatMap((heading) => heading.segments);
        expect(rows).toHaveLength(segments.length);
        for (const [at, row] of rows.entries()) {
          const text = (segments[at]?.text ?? '').replaceAll(/\r\n?/gu, '\n');
          expect([text, `'${text}`]).toContain(row.Words);
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('segments as an Excel workbook', () => {
  const spreadsheet = { s: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' };

  test('hold texts as text, formulas none, and turns as numbers', async () => {
    const files = await unzip((await exportSegments(hostileList, 'xlsx')).bytes);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    const strings = lookInto(files.get('xl/sharedStrings.xml') ?? '', spreadsheet, (find) =>
      find('//s:si').map((each) => each.text.trimEnd()),
    );
    for (const text of hostileTexts) expect(strings).toContain(text.trimEnd());
    lookInto(sheet, spreadsheet, (find) => {
      expect(find('//s:f')).toEqual([]);
      expect(find('//s:row')).toHaveLength(hostileTexts.length + 1);
      expect(find('//s:row[2]/s:c[8]').map((cell) => cell.text)).toEqual(['23']);
    });
  });

  test('cut what a cell does not hold, and say so', async () => {
    const list = listOf([
      { name: '', segments: [segmentOf({ text: 'x'.repeat(40_000) }), segmentOf()] },
    ]);
    expect((await exportSegments(list, 'xlsx')).warnings).toEqual([
      '1 segment is longer than an Excel cell holds (32,767 characters) and was cut. The other formats keep all of it.',
    ]);
    expect((await exportSegments(list, 'csv')).warnings).toEqual([]);
  });
});

describe('segments as a Word document', () => {
  test('read in order: heading, words, where they stand, memo', async () => {
    const { bytes } = await exportSegments(smallList, 'docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value.split('\n').filter((line) => line !== '')).toEqual([
      'Steadier Days',
      'Segments · 24 November 2026 · 3 segments',
      'Being believed',
      'They had decided before I sat down.',
      'Marian, Participant, Baseline, P01 baseline, turn 23 · Being believed, coded by Ruth Calloway, important, latent',
      expect.stringMatching(/^Memo: Compare with the GPs\./u),
      'First line.',
      'Second paragraph.',
      'Notes · Being believed, coded by Ruth Calloway',
      'Trust',
      'They had decided before I sat down.',
      'Marian, Participant, Baseline, P01 baseline, turn 1204 · Trust, coded by Imran Sethi',
    ]);
  });

  test('hold whatever people write', async () => {
    const { bytes } = await exportSegments(hostileList, 'docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    for (const text of hostileTexts)
      for (const line of text.split('\n')) expect(value).toContain(line.trim());
  });
});

describe('segments as Markdown', () => {
  test('are quotations under headings, and nothing in them is markup', async () => {
    const markdown = await write(smallList, 'md');
    expect(markdown).toContain(
      '## Being believed\n\n> They had decided before I sat down.\n>\n> —',
    );
    expect(markdown).toContain('*Memo.* Compare with the GPs.');
    const hostile = await write(hostileList, 'md');
    expect(hostile).toContain('\\<script\\>');
    expect(hostile).toContain('> \\# Not a heading');
    expect(hostile).toContain('\\[link\\]');
  });
});

describe('segments as a web page', () => {
  test('need nothing else, and nothing in them is markup', async () => {
    const page = await write(hostileList, 'html');
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.match(/<figure>/gu)).toHaveLength(hostileTexts.length);
    expect(await write(smallList, 'html')).toContain('<h2 dir="auto">Trust</h2>');
  });
});
