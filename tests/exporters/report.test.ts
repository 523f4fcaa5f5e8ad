import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportReport } from '#electron/exporters/report.ts';
import type { ReportFormat } from '#shared/contract/exports.ts';
import type { WrittenReport } from '#shared/model/written.ts';
import { textOf } from './codebooks.ts';
import { allSaying, quoteOf, reportOf, smallReport } from './reports.ts';
import { hostileTexts } from './segment-lists.ts';
import { unzip } from './unzip.ts';
import { type Find, lookInto } from './xml.ts';

type Format = Exclude<ReportFormat, 'pdf'>;

const write = async (report: WrittenReport, format: Format): Promise<string> =>
  textOf((await exportReport(report, format)).bytes);

const word = { w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };

const inDocx = async <T>(
  report: WrittenReport,
  look: (find: Find) => T,
  file = 'word/document.xml',
): Promise<T> => {
  const { bytes } = await exportReport(report, 'docx');
  return lookInto((await unzip(bytes)).get(file) ?? '', word, look);
};

test.each(['docx', 'html', 'md'] as const)('nothing to export is refused as %s', async (format) => {
  await expect(exportReport(reportOf([]), format)).rejects.toMatchObject({
    code: 'export-refused',
    message: expect.stringContaining('no file was written') as unknown,
  });
});

describe('a report as a Word document', () => {
  test('has a title, real headings in order and quotations in the style of quotations', async () => {
    const paragraphs = await inDocx(smallReport, (find) =>
      find('//w:body/w:p').map(({ text }, at) => ({
        text,
        style: find(`(//w:body/w:p)[${at + 1}]/w:pPr/w:pStyle`)[0]?.attribute('val') ?? '',
      })),
    );
    const of = (style: string) =>
      paragraphs.filter((each) => each.style === style).map(({ text }) => text);
    expect(of('Title')).toEqual(['What would help']);
    expect(of('Heading1')).toEqual([
      'Introduction',
      'Themes at a glance',
      'Credibility',
      'Findings',
    ]);
    expect(of('Heading2')).toEqual(['At work']);
    expect(of('Quote')).toEqual(['“They had decided before I sat down.”', '“One.', 'Two.”']);
    expect(of('QuoteSource')).toEqual([
      'P01 Marian, Participant, Baseline, turn 23',
      'P02 Lee, turn 4',
    ]);
    expect(of('Counts')).toEqual(['14 quotes from 6 people']);
    expect(of('ListParagraph')).toContain('Within it');
  });

  test('has a table with a header row that is repeated, and a theme over its subthemes', async () => {
    const table = await inDocx(smallReport, (find) => ({
      header: find('//w:tbl/w:tr[1]/w:tc').map(({ text }) => text),
      repeated: find('//w:tbl/w:tr[w:trPr/w:tblHeader]').length,
      rows: find('//w:tbl/w:tr').length,
      merged: find('//w:vMerge').map((cell) => cell.attribute('val')),
    }));
    expect(table).toEqual({
      header: ['Theme', 'Subtheme', 'Quotes (people)', 'Illustrative quote'],
      repeated: 1,
      rows: 4,
      merged: ['restart', 'continue'],
    });
  });

  test('is in British English and numbers its pages', async () => {
    const languages = await inDocx(
      smallReport,
      (find) => find('//w:docDefaults//w:lang').map((each) => each.attribute('val')),
      'word/styles.xml',
    );
    expect(languages).toEqual(['en-GB']);
    const files = await unzip((await exportReport(smallReport, 'docx')).bytes);
    expect(files.get('word/footer1.xml')).toContain('PAGE');
    expect(files.get('docProps/core.xml')).toContain('<dc:title>What would help</dc:title>');
  });

  test('holds every text as it is, whatever it is', async () => {
    for (const text of hostileTexts)
      await inDocx(allSaying(text), (find) =>
        expect(
          find('//w:t')
            .map((each) => each.text)
            .join(''),
        ).toContain(text.split('\n')[0]?.trim()),
      );
  });
});

describe('a report as Markdown', () => {
  test('has headings, a table, lists, and quotations', async () => {
    const text = await write(smallReport, 'md');
    expect(text).toContain(
      '# What would help\n\nSteadier Days · 25 November 2026\n\n## Introduction',
    );
    expect(text).toContain('Ten people ***spoke*** of pain.\\\nMostly.');
    expect(text).toContain('1. First\n   - Within it\n1. Second');
    expect(text).toContain(
      '| Theme | Subtheme | Quotes (people) | Illustrative quote |\n| --- | --- | --- | --- |\n| Credibility |  | 14 (6) | “They had decided before I sat down.” (P01 Marian,',
    );
    expect(text).toContain(
      '> “They had decided before I sat down.”\n>\n> — P01 Marian, Participant, Baseline, turn 23\n\n<!-- -->\n\n> “One.\n>\n> Two.”',
    );
    expect(text).toContain(
      '1. Being believed comes first\n\n   Rests on: Credibility; Rest\n1. Rest is work',
    );
  });

  test('keeps hostile words words', async () => {
    for (const text of hostileTexts) {
      const written = await write(allSaying(text), 'md');
      expect(written).not.toMatch(/(?<!\\)<(?!!-- -->)/u);
    }
  });
});

test('whatever words a quote has, Markdown and Word hold them and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[\w,.'’ éß漢]{1,60}$/u), async (typed) => {
      const words = `x${typed}x`;
      const report = reportOf([{ type: 'quote', quote: quoteOf({ text: words, who: 'Ann' }) }]);
      expect((await write(report, 'md')).replaceAll('\\', '')).toContain(`> “${words}”\n`);
      await inDocx(report, (find) =>
        expect(find("//w:p[w:pPr/w:pStyle/@w:val='Quote']").map(({ text }) => text)).toEqual([
          `“${words}”`,
        ]),
      );
    }),
    { numRuns: 30 },
  );
});
