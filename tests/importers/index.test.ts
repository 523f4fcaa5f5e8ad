import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#electron/importers/index.ts';
import { documentFormats, importRefusalCodes } from '#shared/model/document.ts';
import { detectAll, detectTurns } from '#shared/text/turns.ts';
import { wordEntries, wordParagraph, zip } from './zip.ts';

const word = zip(wordEntries(wordParagraph('I: Hello.')));

const refusalOf = async (fileName: string, content: string | Uint8Array) => {
  const result = await readDocument({ bytes: Buffer.from(content as Uint8Array), fileName });
  return result.ok ? 'read' : `${result.error.code}: ${result.error.message}`;
};

describe('formats', () => {
  it.each([
    ['a.txt', 'Hello.', 'txt'],
    ['A.TXT', 'Hello.', 'txt'],
    ['a', 'Hello.', 'txt'],
    ['a.md', '# Hello', 'md'],
    ['a.markdown', '# Hello', 'md'],
    ['a.docx', word, 'docx'],
    ['a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello.', 'vtt'],
    ['a.srt', '1\n00:00:01,000 --> 00:00:02,000\nHello.', 'srt'],
    ['a.csv', 'id,answer\n1,Hello there you.', 'csv'],
    ['a.tsv', 'id\tanswer\n1\tHello there you.', 'csv'],
  ])('reads %s without a warning', async (fileName, content, format) => {
    const result = await readDocument({ bytes: Buffer.from(content as Uint8Array), fileName });
    expect(result).toMatchObject({ ok: true, document: { format, warnings: [] } });
  });

  it.each([
    ['a.txt', word, 'docx'],
    ['a.docx', 'I: Only text.', 'txt'],
    ['a.bin', 'I: Only text.', 'txt'],
  ])('goes by what is in %s, and says so', async (fileName, content, format) => {
    const result = await readDocument({ bytes: Buffer.from(content as Uint8Array), fileName });
    expect(result).toMatchObject({
      ok: true,
      document: { format, warnings: [{ code: 'wrong-extension' }] },
    });
  });

  it.each([
    ['a.pdf', '%PDF-1.7'],
    ['a.txt', '%PDF-1.7 under another name'],
    ['a.rtf', '{\\rtf1 Hello}'],
    ['a.docx', '{\\rtf1 under another name}'],
    ['a.docx', '<html><body>under another name</body></html>'],
    ['a.html', '<p>Hello'],
    ['a.odt', 'PK\u0003\u0004'],
    ['a.xlsx', 'PK\u0003\u0004'],
    ['a.TextGrid', 'File type = "ooTextFile"'],
    ['a.docm', 'PK\u0003\u0004'],
    ['a.doc', '\u00d0\u00cf\u0011\u00e0'],
  ])('names what to do about %s', async (fileName, content) => {
    expect(await refusalOf(fileName, Buffer.from(content, 'latin1'))).toMatch(
      /^unsupported-format: This is .+ (?:import that|import those)\.$/,
    );
  });

  it('tells what an archive holds', async () => {
    const archive = (name: string) => zip([{ name, content: '<a/>' }]);
    expect(await refusalOf('a.docx', archive('xl/workbook.xml'))).toMatch(/spreadsheet/);
    expect(await refusalOf('a.docx', archive('content.xml'))).toMatch(/OpenDocument/);
    expect(await refusalOf('a.docx', archive('photo.jpg'))).toMatch(/archive/);
    const macros = zip(
      wordEntries(wordParagraph('Hello.')).map((entry) => ({
        ...entry,
        content: entry.content
          .toString()
          .replace(
            'vnd.openxmlformats-officedocument.wordprocessingml.document.main',
            'vnd.ms-word.document.macroEnabled.main',
          ),
      })),
    );
    expect(await refusalOf('a.docx', macros)).toMatch(/^unsupported-format: .*macros/);
  });

  it('refuses what is empty, by its reason', async () => {
    expect(await refusalOf('a.docx', '')).toMatch(/^empty-file/);
    expect(await refusalOf('a.txt', '\ufeff \n\t\n')).toMatch(/^empty-file/);
    expect(await refusalOf('a.vtt', '\ufeff')).toMatch(/^empty-file/);
  });

  it('refuses a document with a password', async () => {
    const container = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusalOf('a.docx', container)).toMatch(/^encrypted: .*password/);
  });
});

const anyName = fc
  .constantFrom('txt', 'md', 'docx', 'vtt', 'srt', 'csv', 'bin', 'pdf', '')
  .map((extension) => `a.${extension}`);

/** Bytes that look like something up to a point. */
const anyBytes = fc
  .tuple(
    fc.constantFrom(
      Buffer.alloc(0),
      Buffer.from('\ufeff', 'utf16le'),
      Buffer.from([0xfe, 0xff]),
      Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n<v A'),
      Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n'),
      Buffer.from('PK\u0003\u0004'),
      word.subarray(0, word.length - 40),
      Buffer.from('I: a\n\nP: b\n\n'),
      Buffer.from('id,q\n1,"a b c'),
      Buffer.from('speaker;text\nA;'),
    ),
    fc.uint8Array({ maxLength: 400 }),
  )
  .map((parts) => Buffer.concat(parts));

/** A Word file with one byte changed: damaged in the archive or in the XML. */
const hurtWord = fc
  .tuple(fc.nat(word.length - 1), fc.nat(255))
  .map(([at, value]) => word.with(at, value));

describe('any bytes', () => {
  it('are read or refused by name, and whatever is read has turns that cover it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyBytes, hurtWord), anyName, async (bytes, fileName) => {
        const result = await readDocument({ bytes, fileName });
        if (!result.ok) {
          expect(importRefusalCodes).toContain(result.error.code);
          expect(result.error.message).toMatch(/\S/);
          return;
        }
        const { document } = result;
        expect(documentFormats).toContain(document.format);
        expect(document.text).not.toMatch(/[\r\0]/);
        expect(document.text.isWellFormed()).toBe(true);
        let end = 0;
        for (const block of document.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          end = block.end;
        }
        for (const { pattern } of detectAll(document)) {
          const { turns } = detectTurns(document, { pattern });
          let from = 0;
          for (const turn of turns) {
            expect(document.text.slice(from, turn.start)).toMatch(/^[\s\u200b-\u200f\ufeff]*$/);
            expect(turn.speechStart).toBeGreaterThanOrEqual(turn.start);
            expect(turn.end).toBeGreaterThanOrEqual(turn.speechStart);
            expect(turn.end).toBeGreaterThan(turn.start);
            from = turn.end;
          }
          expect(document.text.slice(from).trim()).toBe('');
        }
      }),
      { numRuns: 1500 },
    );
  });
});
