import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partsOfReport } from '#shared/model/report.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

/** Where the first of these programs is, by the folders of PATH. */
const findProgram = (names: readonly string[]): string | undefined =>
  names
    .flatMap((name) =>
      (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)),
    )
    .find((path) => existsSync(path));

const office = findProgram(['soffice', 'libreoffice', 'soffice.exe']);
const reader = findProgram(['pdftotext', 'pdftotext.exe']);

const suffix = office === undefined ? ' (skipped: LibreOffice is not installed)' : '';
describe.skipIf(office === undefined)(`Word files opened by LibreOffice${suffix}`, () => {
  let app: TestEngine;
  beforeAll(async () => {
    app = await startTestEngine();
    const file = await app.engine.offer(join(app.folder, 'sample.understory'));
    await app.worth('project.sample', { file });
  });
  afterAll(() => app.close());

  /** Makes the PDF of a Word file, in a profile of its own, and answers the PDF's path. */
  const toPdf = (name: string): string => {
    execFileSync(
      office ?? '',
      [
        `-env:UserInstallation=${pathToFileURL(join(app.folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        app.folder,
        join(app.folder, `${name}.docx`),
      ],
      { stdio: 'ignore', timeout: 110_000 },
    );
    return join(app.folder, `${name}.pdf`);
  };

  /** That a PDF was made and, where there is a program to read it, that its words are these. */
  const expectWords = (pdf: string, expected: readonly string[]): void => {
    expect(readFileSync(pdf).toString('latin1')).toMatch(/^%PDF-/u);
    if (reader === undefined) return;
    const text = execFileSync(reader, ['-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' });
    const words = text.replace(/\s+/gu, ' ');
    for (const each of expected) expect(words).toContain(each);
  };

  const target = (name: string): Promise<string> => app.engine.offer(join(app.folder, name));

  test('the report of the sample study', { timeout: 120_000 }, async () => {
    const { worth } = app;
    const report = await worth('reports.create', { name: 'What would help', template: 'themes' });
    const part = partsOfReport(report).find(({ type }) => type === 'theme');
    if (part?.type !== 'theme') throw new Error('The template has no theme');
    const [quote] = (await worth('extracts.list', { themeId: part.themeId, limit: 1 })).extracts;
    if (quote === undefined) throw new Error('The theme has no quote');
    await worth('reports.changePart', {
      reportId: report.id,
      partId: part.id,
      codingIds: [quote.id],
    });
    await worth('exports.report', {
      file: await target('report.docx'),
      format: 'docx',
      reportId: report.id,
    });
    expectWords(toPdf('report'), [
      'What would help',
      'Themes at a glance',
      'Theme Subtheme',
      'Illustrative quote',
      'Believed before helped',
      'Whose word is it?',
      'Findings',
      quote.text.trim().split(/\s+/u).slice(0, 6).join(' '),
    ]);
  });

  test('the log of public involvement of the sample study', { timeout: 120_000 }, async () => {
    const file = await target('log.docx');
    const { outcomes } = await app.worth('exports.ppiLog', { file, format: 'docx' });
    expect(outcomes).toBe(2);
    expectWords(toPdf('log'), [
      'Public involvement log',
      'Aim',
      'Methods',
      'Study results',
      'Influence on the study overall',
      'Reflections and critical perspective',
      'What was said',
      'What came of it',
      'I stopped at the one about two years',
      'Maureen, PPI contributor',
      'Not changed. It fits as it is.',
    ]);
  });
});
