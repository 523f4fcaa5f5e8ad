import { afterEach, describe, expect, it } from 'vitest';
import { createParser, type ParseResult, type Parser } from '#electron/engine/parsing.ts';
import { wordEntries, wordParagraph, zip } from './zip.ts';

let parser: Parser | null = null;
afterEach(async () => {
  await parser?.close();
  parser = null;
});

const standIn = new URL('./workers/by-name.ts', import.meta.url);
const outcome = (result: ParseResult): string => (result.ok ? 'read' : result.error.code);
const parse = async (fileName: string): Promise<string> =>
  outcome((await parser?.parse({ bytes: new Uint8Array(1), fileName })) as ParseResult);

describe('the parser', () => {
  it('reads a file and finds its speakers in a thread of its own', async () => {
    parser = createParser();
    const bytes = Buffer.from('I: How?\n\nP: Slowly.\n\nI: And then?\n\nP: No more.\n');
    const result = await parser.parse({ bytes, fileName: 'a.txt' });
    expect(result).toMatchObject({
      ok: true,
      document: { format: 'txt', encoding: 'utf-8' },
      detection: { pattern: 'label-colon', speakers: [{ label: 'I' }, { label: 'P' }] },
    });
    expect(result.ok && result.alternatives.map(({ pattern }) => pattern)).toContain('none');
    expect(bytes.toString()).toContain('Slowly');
  });

  it('finds speakers by the pattern asked for', async () => {
    parser = createParser();
    const bytes = Buffer.from('I: How?\n\nP: Slowly.\n');
    const result = await parser.parse({ bytes, fileName: 'a.txt', pattern: 'none' });
    expect(result).toMatchObject({ ok: true, detection: { pattern: 'none', speakers: [] } });
  });

  it('answers every one of many files, each with its own result', async () => {
    const own = createParser({ size: 2 });
    parser = own;
    const files = Array.from({ length: 40 }, (_, at) =>
      at % 3 === 0
        ? { bytes: zip(wordEntries(wordParagraph(`I: File ${at}`))), fileName: `${at}.docx` }
        : { bytes: Buffer.from(at % 3 === 1 ? `I: File ${at}` : ''), fileName: `${at}.txt` },
    );
    const results = await Promise.all(files.map((file) => own.parse(file)));
    expect(results.map((result) => (result.ok ? result.document.text : outcome(result)))).toEqual(
      files.map((_, at) => (at % 3 === 2 ? 'empty-file' : `I: File ${at}`)),
    );
  });

  it.each([
    ['hang', 'time-limit'],
    ['crash', 'damaged'],
    ['exit', 'damaged'],
    ['memory', 'memory-limit'],
  ])('refuses a file that makes the thread %s, and goes on', async (fileName, code) => {
    const timeLimitMs = fileName === 'hang' ? 1000 : 60_000;
    parser = createParser({ worker: standIn, timeLimitMs, memoryLimitMb: 64 });
    const results = await Promise.all([parse('before'), parse(fileName), parse('after')]);
    expect(results).toEqual(['not-text', code, 'not-text']);
  });

  it('stops what is going on when it is closed', async () => {
    parser = createParser({ worker: standIn, timeLimitMs: 600_000 });
    const results = [parse('hang'), parse('waiting')];
    await parser.close();
    expect(await Promise.all(results)).toEqual(['stopped', 'stopped']);
  });

  it('says when no thread can be started', async () => {
    parser = createParser({ worker: new URL('./workers/none.ts', import.meta.url) });
    await expect(parse('a.txt')).rejects.toThrow();
  });
});
