import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { z } from 'zod';
import { createParser, type ParseResult, type Parser } from '#electron/engine/parsing.ts';
import type { ReadDocument } from '#shared/model/document.ts';
import { labelReadings } from '#shared/text/turn-patterns.ts';
import { readHeader } from '#shared/text/turn-patterns-header.ts';
import { labelKey } from '#shared/text/turn-patterns-labels.ts';
import { linesOf } from '#shared/text/turn-patterns-lines.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shared = path.resolve(root, process.env['UNDERSTORY_SHARED'] ?? '../shared');
const folder = path.join(shared, 'data/interviews');
const present = existsSync(path.join(folder, 'MANIFEST.json'));

const manifestSchema = z.array(
  z.object({
    kind: z.string(),
    file: z.string(),
    format: z.string(),
    expected: z
      .object({
        labels: z.record(z.string(), z.number()).optional(),
        turn_starts: z.number().optional(),
        merged_turns: z.number().optional(),
        cues: z.number().optional(),
        table_rows: z.number().optional(),
      })
      .nullish(),
  }),
);

const rows = present
  ? manifestSchema
      .parse(JSON.parse(readFileSync(path.join(folder, 'MANIFEST.json'), 'utf8')))
      .filter(({ kind }) => kind === 'transcripts')
  : [];
const read = rows.filter(({ format }) =>
  ['txt', 'md', 'docx', 'vtt', 'srt', 'csv'].includes(format),
);
const others = rows.filter((row) => !read.includes(row));
const bytesOf = (file: string): Buffer => readFileSync(path.join(folder, 'transcripts', file));

/** Where turns with a speaker are not the manifest's merged turns, and why. */
const differences: Readonly<Record<string, { readonly turns: number; readonly why: string }>> = {
  'raise_P1_ptBR.txt': {
    turns: 28,
    why: 'the manifest counts the one label (Pergunta); its 14 questions each have an answer without a label, which is a turn of the participant',
  },
  'primock_d5c09_only_interviewer_labelled.docx': {
    turns: 97,
    why: 'the manifest counts the one label (I); the source has 49 turns of the doctor and 48 of the patient, and so have we',
  },
  'primock_d5c09_table3.docx': {
    turns: 97,
    why: 'the manifest counts rows: a title row and 122 utterances, which are 97 turns (as in the same interview with times in brackets)',
  },
  'hitsave_goodboy_whisper.vtt': { turns: 0, why: 'no speakers: 753 cues, each a turn of nobody' },
  'hitsave_goodboy_whisper.srt': { turns: 0, why: 'no speakers: 753 cues, each a turn of nobody' },
  'hitsave_goodboy_whisper_console.txt': {
    turns: 0,
    why: 'no speakers: 753 lines with times, each a turn of nobody',
  },
  'primock_d5c09_no_labels.docx': {
    turns: 0,
    why: 'no labels: 97 paragraphs and a title, each a turn of nobody',
  },
  'mts_dialog_validation.csv': {
    turns: 200,
    why: 'a table of 100 rows: each has one turn in the column section_text and one in dialogue; the labels that the manifest counts stand inside the cells of dialogue, see below',
  },
  'qux360_A.csv': { turns: 32, why: 'the manifest counts rows; each is a turn' },
};

/** Turns in all, where many are of nobody. */
const unspoken: Readonly<Record<string, number>> = {
  'hitsave_goodboy_whisper.vtt': 753,
  'hitsave_goodboy_whisper.srt': 753,
  'hitsave_goodboy_whisper_console.txt': 753,
  'primock_d5c09_no_labels.docx': 98,
  'mts_dialog_validation.csv': 300,
};

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

const decoded = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);

/** The words of a subtitle file with everything else taken out line by line. */
const subtitleWords = (text: string): string[] =>
  wordsOf(
    text
      .split(/\r?\n/)
      .filter((line, at, all) => {
        const timing = (other: string | undefined): boolean => other?.includes(' --> ') ?? false;
        return !timing(line) && !timing(all[at + 1]) && line !== 'WEBVTT';
      })
      .join('\n')
      .replace(/<\/?v[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );

/** The words of a Word file by its XML alone, without any reader of Word files. */
const wordWords = async (bytes: Buffer): Promise<string[]> => {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const xml = (await buffer(await archive.openReadStreamPromise(entry))).toString('utf8');
    const text = xml
      .replace(/<w:(?:tab|br|cr)\b[^>]*>|<\/w:p>/g, ' ')
      .replace(/<(?!\/?w:t[ >])[^>]*>/g, '')
      .replace(/<[^>]*>/g, '');
    return wordsOf(
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    );
  }
  return [];
};

/** The words of a table's cells, row by row, each kind of table with what its text holds of a row. */
const tableWords = (text: string): string[] =>
  wordsOf(
    Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true })
      .data.map((row) =>
        row['statement'] === undefined
          ? `${row['ID']} section_header: ${row['section_header']} ${row['section_text']} ${row['dialogue']}`
          : row['statement'],
      )
      .join('\n'),
  );

let parser: Parser;
beforeAll(() => {
  parser = createParser();
});
afterAll(() => parser.close());

const parsed = async (file: string): Promise<Extract<ParseResult, { ok: true }>> => {
  const result = await parser.parse({ bytes: bytesOf(file), fileName: file });
  if (!result.ok) throw new Error(`${file}: ${result.error.message}`);
  return result;
};

/** How often each label starts a turn, before neighbours are merged. */
const startsByLabel = (document: ReadDocument, pattern: string): Map<string, number> => {
  const lines = linesOf(document);
  const prepared = { text: document.text, lines, header: readHeader(lines, document.text) };
  const counts = new Map<string, number>();
  for (const { speaker } of labelReadings(prepared).find((one) => one.pattern === pattern)
    ?.starts ?? []) {
    if (speaker === null) continue;
    counts.set(labelKey(speaker), (counts.get(labelKey(speaker)) ?? 0) + 1);
  }
  return counts;
};

describe.skipIf(!present)('real transcripts (skipped where the shared data is absent)', () => {
  it.each(read)('finds the turns of $file', async ({ file, expected }) => {
    const { detection } = await parsed(file);
    const spoken = detection.turns.filter(({ speaker }) => speaker !== null).length;
    expect(spoken).toBe(differences[file]?.turns ?? expected?.merged_turns);
    if (unspoken[file] !== undefined) expect(detection.turns).toHaveLength(unspoken[file]);
  });

  const labelled = read.filter(
    ({ file, expected }) =>
      expected?.labels !== undefined && !/raise|only_interviewer|teams_style|csv$/.test(file),
  );
  it.each(labelled)('finds every labelled start of $file', async ({ file, expected }) => {
    const { document, detection } = await parsed(file);
    const wanted = Object.entries(expected?.labels ?? {}).map(([label, count]) => [
      labelKey(label),
      count,
    ]);
    expect(Object.fromEntries(startsByLabel(document, detection.pattern))).toEqual(
      Object.fromEntries(wanted),
    );
  });

  it.each(read.filter(({ format }) => format === 'vtt' || format === 'srt'))(
    'finds every cue of $file, with its times',
    async ({ file, expected }) => {
      const { document } = await parsed(file);
      expect(document.blocks).toHaveLength(expected?.cues ?? -1);
      expect(
        document.blocks.every(({ startMs, endMs }) => startMs !== undefined && endMs !== undefined),
      ).toBe(true);
    },
  );

  it.each(read)('keeps the words of $file, in order', async ({ file, format }) => {
    const { document, detection } = await parsed(file);
    const bytes = bytesOf(file);
    const wanted =
      format === 'docx'
        ? await wordWords(bytes)
        : format === 'csv'
          ? tableWords(decoded(bytes))
          : format === 'txt' || format === 'md'
            ? wordsOf(decoded(bytes))
            : subtitleWords(decoded(bytes));
    expect(wanted.length).toBeGreaterThan(300);
    expect(wordsOf(document.text)).toEqual(wanted);
    const inTurns = detection.turns.map(({ start, end }) => document.text.slice(start, end));
    expect(wordsOf(inTurns.join('\n'))).toEqual(wanted);
  });

  it('finds the speakers and times of a transcript in columns', async () => {
    const { detection } = await parsed('qux360_A.csv');
    expect(detection.speakers.map(({ label, turns }) => [label, turns])).toEqual([
      ['Jordan Lee', 16],
      ['Alex Morgan', 16],
    ]);
    expect(detection.turns.every(({ startMs }) => startMs !== undefined)).toBe(true);
  });

  it('finds labels inside the cells of a table, where that is asked for', async () => {
    const file = 'mts_dialog_validation.csv';
    const { document } = await parsed(file);
    const found = Object.fromEntries(startsByLabel(document, 'label-colon'));
    const labels = read.find((row) => row.file === file)?.expected?.labels ?? {};
    for (const [label, count] of Object.entries(labels)) {
      // Parts of an examination (HEENT, CHEST, PSYCHIATRIC) stand once each, inside a summary. The
      // manifest misses one patient, whose label has a space before it.
      const wanted = count === 1 ? undefined : label === 'Patient' ? count + 1 : count;
      expect([label, found[labelKey(label)]]).toEqual([label, wanted]);
    }
  });

  it.each(others)('says what to do about $file', async ({ file }) => {
    const result = await parser.parse({ bytes: bytesOf(file), fileName: file });
    expect(result).toMatchObject({ ok: false, error: { code: 'unsupported-format' } });
  });
});

/** Torture files that are refused, and why; every other one is read. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/^made_(?:billion_laughs|xxe_file)|^poi_ExternalEntity/, 'unsafe-xml'],
  [/^made_zipslip/, 'unsafe-archive'],
  [/^made_zipbomb/, 'too-large'],
  [/^made_empty|blank-file-with-bom/, 'empty-file'],
  [/^made_macbinary/, 'not-text'],
  [/^poi_bug53475-password/, 'encrypted'],
  [/^poi_crash|_truncated/, 'damaged'],
  [/cp500/, 'unknown-encoding'],
  [/^made_html_named|altchunk/i, 'unsupported-format'],
  [/\.(?:pdf|rtf|odt|html|xlsx|docm|zip)$/, 'unsupported-format'],
];

/** What is read of a torture file, where that is the point of it. */
const texts: Readonly<Record<string, RegExp>> = {
  'chardet_community-garden.bin': /begrünt und dort Kräuter/,
  'chardet_gb18030.bin': /^基本上，计算机只是处理数字/,
  'chardet_iso88598-he.bin': /^מה זה יוניקוד/,
  'chardet_shiftjis.bin': /^コンピューターは/,
  'chardet_utf16be.bin': /^Euro Symbol: €\.\nGreek: Μπορώ/,
  'chardet_windows-1251.bin': /^Первомай в современном/,
  'derived_haski1_nfd_utf8.txt': /Wie gut fu\u0308hlt/,
  'derived_haski1_windows-1252_crlf.txt': /Wie gut fühlt[^\r]*„/s,
  'derived_raise_P1_latin1_cr.txt': /disponíveis na ferramenta\?\nDepende do repositório/,
  'mammoth_comments.docx': /^Ouch\.$/,
  'mammoth_footnotes.docx': /A tachyon walks into a bar/,
  'mammoth_strict-format.docx': /^Test$/,
  'mammoth_text-box.docx': /^\s*Datum plane$/,
  'mammoth_utf8-bom.docx': /byte order mark/,
  'tika_NullHeader.docx': /^Hundreds injured/,
  'tika_testWORD_missing_text.docx': /Rich_text_in_cell/,
  'csvspectrum_empty_crlf.csv': /^1\n\n2\n3\n4$/,
  'csvspectrum_escaped_quotes.csv': /^1\nha "ha" ha\n\n3\n4$/,
  'csvspectrum_quotes_and_newlines.csv': /^1\nha \n"ha" \nha\n\n3\n4$/,
  'vttjs_not-closed.vtt': /^It's a blue apple tree!$/,
  'vttjs_together.vtt': /^Some text < &> < &nb\u00a0/,
};

const torture = present ? readdirSync(path.join(folder, 'torture')) : [];

describe.skipIf(!present)('torture files (skipped where the shared data is absent)', () => {
  it.each(torture)('%s is read or refused by name, within ten seconds', async (file) => {
    const bytes = readFileSync(path.join(folder, 'torture', file));
    const result = await parser.parse({ bytes, fileName: file });
    const code = refused.find(([expression]) => expression.test(file))?.[1] ?? 'read';
    expect(result.ok ? 'read' : result.error.code).toBe(code);
    const wanted = texts[file];
    if (wanted !== undefined) expect(result.ok && result.document.text).toMatch(wanted);
  });

  it('warns of what was saved twice with different encodings', async () => {
    const file = 'derived_raise_P1_double_encoded.txt';
    const bytes = readFileSync(path.join(folder, 'torture', file));
    expect(await parser.parse({ bytes, fileName: file })).toMatchObject({
      ok: true,
      document: { warnings: [{ code: 'mojibake', line: 1 }] },
    });
  });

  it('is read whole in bounded memory, and leaves nothing behind', async () => {
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 20);
    const temporary = readdirSync(tmpdir()).filter((name) => /pwned/.test(name));
    await Promise.all(
      torture.map((file) =>
        parser.parse({ bytes: readFileSync(path.join(folder, 'torture', file)), fileName: file }),
      ),
    );
    clearInterval(watch);
    expect(most - before).toBeLessThan(700_000_000);
    expect(readdirSync(tmpdir()).filter((name) => /pwned/.test(name))).toEqual(temporary);
  });
});
