import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#electron/importers/index.ts';
import type { PatternId, ReadDocument } from '#shared/model/document.ts';
import { detectTurns } from '#shared/text/turns.ts';

const fixture = (name: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, '../fixtures/import', name));

const read = async (content: string | Uint8Array, fileName = 'a.csv'): Promise<ReadDocument> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const result = await readDocument({ bytes, fileName });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.document;
};

/** Turns as `speaker: words`, those of nobody with a dash. */
const told = (document: ReadDocument, pattern: PatternId | 'auto' = 'auto'): string[] =>
  detectTurns(document, { pattern }).turns.map(
    ({ speaker, speechStart, end }) =>
      `${speaker ?? '-'}: ${document.text.slice(speechStart, end)}`,
  );

const rolesOf = (document: ReadDocument): string[] =>
  detectTurns(document, { pattern: 'auto' }).speakers.map(
    ({ label, suggestedRole }) => `${label}: ${suggestedRole}`,
  );

const times = (document: ReadDocument) =>
  detectTurns(document, { pattern: 'auto' }).turns.map(({ startMs, endMs }) => [startMs, endMs]);

const codes = ({ warnings }: ReadDocument): string[] => warnings.map(({ code }) => code);

describe('a table of answers', () => {
  it('has a person in each row and an answer of theirs in each column', async () => {
    const document = await read(fixture('survey.csv'));
    expect(told(document)).toEqual([
      '-: R01\nAge: 67\nWould you recommend it?: Yes',
      'What helped you most?: Being believed. She wrote it down, in my words:\n"It hurts to stand."',
      'What got in the way?: The bus',
      '-: R02\nAge: 44\nWould you recommend it?: No',
      'What got in the way?: Three flights of stairs; and the lift "out of order" again.',
      '-: R03\nAge: 38\nWould you recommend it?: Yes',
      'What helped you most?: Phone calls in the evening.',
      'What got in the way?: Nothing, really.',
    ]);
    expect(rolesOf(document)).toEqual([
      'What helped you most?: participant',
      'What got in the way?: participant',
    ]);
    expect(document).toMatchObject({ format: 'csv', encoding: 'utf-8', warnings: [] });
  });

  it('can be read with each person as a speaker instead', async () => {
    const document = await read(fixture('survey.csv'));
    const { speakers } = detectTurns(document, { pattern: 'heading-label' });
    expect(speakers.map(({ label }) => label)).toEqual(['R01', 'R02', 'R03']);
  });

  it('numbers the people where no column names them', async () => {
    const document = await read('Comments\n"Too far, too late"\n\n"Too early in the day"\n');
    expect(told(document)).toEqual([
      '-: Respondent 1',
      'Comments: Too far, too late',
      '-: Respondent 2',
      'Comments: Too early in the day',
    ]);
  });

  it('takes questions that are numbered for questions, not for an interviewer', async () => {
    const document = await read(
      'ID,Q1,Q2\n1,Why is it so far?,Is that all there is?\n2,Who decides that?,How much longer is it?\n',
    );
    expect(rolesOf(document)).toEqual(['Q1: participant', 'Q2: participant']);
  });

  it('finds the identifier by what is in it, and not in dates', async () => {
    const document = await read(
      'Submitted,Ref,Answer\n2026-01-02,A7,It was a long wait\n2026-01-03,B9,They were very kind\n',
    );
    expect(told(document)[0]).toBe('-: A7\nSubmitted: 2026-01-02');
  });

  it('tells columns of one name, of none and beyond the head apart', async () => {
    const document = await read(
      'Id,Comment,Comment,\nP1,the first of all,the second of all,the third of all,one too many here\n',
    );
    expect(told(document).slice(1)).toEqual([
      'Comment: the first of all',
      'Comment (2): the second of all',
      'Column 4: the third of all',
      'Column 5: one too many here',
    ]);
    expect(document.warnings).toEqual([
      expect.objectContaining({
        code: 'table-uneven',
        message: expect.stringContaining('1 row (the first is row 2) has more cells') as string,
      }),
    ]);
  });

  it('keeps long questions whole as far as a label goes, and apart', async () => {
    const question = `How ${'very '.repeat(60)}far was it`;
    const document = await read(
      `Id,${question} today?,${question} then?\nP1,Far enough for me,Not so far then`,
    );
    const labels = detectTurns(document, { pattern: 'auto' }).speakers.map(({ label }) => label);
    expect(new Set(labels).size).toBe(2);
    expect(Math.max(...labels.map((label) => label.length))).toBeLessThanOrEqual(200);
  });
});

describe('a transcript in columns', () => {
  it('has a turn in each row, with speaker and time; no speaker means the one before', async () => {
    const document = await read(fixture('columns.csv'));
    expect(told(document)).toEqual([
      'Interviewer: How has the week been?',
      'P03: Not good, not bad. I walked to the shop, and back.',
      'Mood: She looks out of the window',
      'P03: Twice, in fact.',
      'Interviewer: Twice? "Twice", as in both days?',
      'P03: Both days.',
    ]);
    expect(times(document).map(([start]) => start)).toEqual([
      1000, 6000, 6000, 31_000, 40_000, 62_000,
    ]);
    expect(rolesOf(document)[0]).toBe('Interviewer: interviewer');
    expect(document.warnings).toEqual([
      expect.objectContaining({
        code: 'columns-left-out',
        message: expect.stringContaining('“Row”') as string,
      }),
    ]);
  });

  it.each([
    ['start,end,speaker,text', [0.5, 2.25], [500, 2250]],
    ['Start (ms),End (ms),Speaker,Text', [500, 2250], [500, 2250]],
    ['start,end,speaker,text', [61_000, 64_500], [61_000, 64_500]],
    ['Start,End,Name,Utterance', ['00:00:01.500', '00:00:02'], [1500, 2000]],
    ['begin;stop;SPRECHER;Äußerung', ['0:01', '0:02'], [1000, 2000]],
  ])('reads the times of %s', async (head, [from, to], expected) => {
    const separator = head.includes(';') ? ';' : ',';
    const row = [from, to, 'Anna', 'Yes'].join(separator);
    expect(times(await read(`${head}\n${row}\n`))).toEqual([expected]);
  });

  it('without speakers is turns of nobody, with times', async () => {
    const document = await read(
      'start\tend\ttext\n0\t1500\tSo the\n1500\t4000\tpain came\n',
      'a.tsv',
    );
    expect(told(document)).toEqual(['-: So the', '-: pain came']);
    expect(times(document)).toEqual([
      [0, 1500],
      [1500, 4000],
    ]);
  });

  it('does not take what somebody says for the end of the transcript', async () => {
    const document = await read(
      'speaker,text\nI,And then?\nP,That was all.\nI,Was it the\nP,End\n',
    );
    expect(told(document).at(-1)).toBe('P: End');
  });

  it('is found without a head by what is in its columns', async () => {
    const rows = ['0:01,I,And then?', '0:05,P,I left it.', '0:09,I,Why?', '0:11,P,You do.'];
    const document = await read(rows.join('\n'));
    expect(told(document)).toEqual(['I: And then?', 'P: I left it.', 'I: Why?', 'P: You do.']);
  });
});

describe('a hostile or clumsy table', () => {
  it.each([
    ['a first line that names the separator', 'sep=;\nId;Says\n1;a, b and c\n2;d, e and f'],
    ['semicolons', 'Id;Says\n1;a, b and c\n2;d, e and f'],
    ['tabs', 'Id\tSays\n1\ta, b and c\n2\td, e and f'],
    ['bars', 'Id|Says\n1|a, b and c\n2|d, e and f'],
    ['old Mac line ends', 'Id,Says\r1,"a, b and c"\r2,"d, e and f"'],
    ['blank lines and blank rows', '\n\nId,Says\n,\n1,"a, b and c"\n\n2,"d, e and f"\n,,\n'],
  ])('is read with %s', async (_, content) => {
    const document = await read(content);
    expect(told(document)).toEqual(['-: 1', 'Says: a, b and c', '-: 2', 'Says: d, e and f']);
    expect(codes(document)).toEqual([]);
  });

  it.each(['utf16-le', 'utf16-be', 'windows-1252'])('is read in %s', async (encoding) => {
    const content =
      'Id,Réponse\n1,"Le médecin m’a écoutée, à la fin"\n2,"La douleur était déjà là, très forte"\n';
    const bytes = iconv.encode(content, encoding, { addBOM: encoding.startsWith('utf16') });
    expect(told(await read(bytes))).toEqual([
      '-: 1',
      'Réponse: Le médecin m’a écoutée, à la fin',
      '-: 2',
      'Réponse: La douleur était déjà là, très forte',
    ]);
  });

  it('says which quotation mark is never closed, and keeps the words', async () => {
    const document = await read('Id,Says\n1,"a b c\n2,d e f\n3,g h i\n');
    expect(codes(document)).toEqual(['table-uneven']);
    expect(document.warnings[0]?.message).toContain('row 2');
    expect(document.text).toContain('2,d e f');
  });

  it('is refused when it is empty or too large, by name', async () => {
    await expect(read(',\n,,\n')).rejects.toThrow('empty-file');
    await expect(read(`a,b\n${'x,y\n'.repeat(2_600_000)}`)).rejects.toThrow(
      /too-large: The table has more than 10 million characters\. Divide/u,
    );
    await expect(read(`a,b\n${'x,y\n'.repeat(150_000)}`)).rejects.toThrow(/200,000 cells/u);
    await expect(read(`${'a,'.repeat(600)}b\n${'x,'.repeat(600)}y`)).rejects.toThrow(
      /500 columns/u,
    );
  });

  it.each([
    ['quotation marks', `a,b\n"${'x"x '.repeat(1_000_000)}`],
    ['one cell', `Id,Says\n1,"${'word '.repeat(1_800_000)}"\n`],
    ['spaces and quotation marks', `a,b\n"${'" '.repeat(2_000_000)}`],
  ])('costs no more than its length: millions of %s', { timeout: 20_000 }, async (_, content) => {
    const started = performance.now();
    const document = await read(content);
    detectTurns(document, { pattern: 'auto' });
    expect(performance.now() - started).toBeLessThan(8000);
  });
});

const cell = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
      fc.constantFrom('I:', '[pause]', '0:12', ',', ';', '"', '\n', '\t', 'End', '**b**', '# x'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));
const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }))
  .chain(([width, height]) =>
    fc.tuple(
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
      fc.constantFrom(',', ';', '\t', '|'),
    ),
  );
const normal = (words: string): string => words.replace(/\r\n?/gu, '\n').trim();

describe('any cells', () => {
  it('come back as the turns of their column, word for word', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ([rows, delimiter]) => {
        const head = ['Id', ...(rows[0] ?? []).map((_, at) => `Answer number ${at + 1}`)];
        const body = rows.map((row, at) => [
          `P${at + 1}`,
          ...row.map((words) => `So ${words} it was`),
        ]);
        const text = Papa.unparse([head, ...body], { delimiter, newline: '\n' });
        const document = await read(`sep=${delimiter}\n${text}`);
        const wanted = body.flatMap(([name = '', ...answers]) => [
          `-: ${name}`,
          ...answers.map((words, at) => `Answer number ${at + 1}: ${normal(words)}`),
        ]);
        expect(told(document)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('come back as what speakers said, word for word', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ([rows, delimiter]) => {
        const said = rows.flat().map((words, at) => [`Speaker ${at % 2}`, `So ${words} it was`]);
        const text = Papa.unparse([['Speaker', 'Text'], ...said], { delimiter, newline: '\r\n' });
        const document = await read(text);
        expect(told(document)).toEqual(said.map(([who, words = '']) => `${who}: ${normal(words)}`));
      }),
      { numRuns: 300 },
    );
  });
});
