import { describe, expect, it } from 'vitest';
import { openArchive } from '#electron/importers/archive.ts';
import { Refused } from '#electron/importers/refusal.ts';
import { zip } from './zip.ts';

const codeOf = async (opening: Promise<unknown>): Promise<string> => {
  try {
    await opening;
    return 'opened';
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
};

const limits = { entries: 10, bytes: 3_000_000, ratio: 200 };
const open = (bytes: Uint8Array) => openArchive(bytes, (name) => name === 'a.xml', limits);

describe('opening an archive', () => {
  it('answers names, and the text of what is asked for', async () => {
    const { names, parts } = await open(
      zip([
        { name: 'a.xml', content: '<a>é</a>' },
        { name: 'folder/b.bin', content: 'b' },
      ]),
    );
    expect(names).toEqual(['a.xml', 'folder/b.bin']);
    expect([...parts]).toEqual([['a.xml', '<a>é</a>']]);
  });

  it.each([
    ['a path out of the folder', '../evil.txt'],
    ['a path out of the folder further in', 'word/../../evil.txt'],
    ['an absolute path', '/etc/evil'],
    ['a drive', 'C:/evil.txt'],
    ['a path out of the folder with backslashes', '..\\evil.txt'],
  ])('refuses %s', async (_, name) => {
    expect(await codeOf(open(zip([{ name, content: 'x' }])))).toBe('unsafe-archive');
  });

  it('refuses more than it may hold, as declared', async () => {
    const big = { name: 'a.bin', content: 'x', declaredSize: 4_000_000 };
    expect(await codeOf(open(zip([big])))).toBe('too-large');
  });

  it('refuses more than it says it holds', async () => {
    const lying = { name: 'a.bin', content: Buffer.alloc(4_000_000, 'x'), declaredSize: 1000 };
    expect(await codeOf(open(zip([lying])))).toBe('unsafe-archive');
  });

  it('refuses what grows out of all proportion', async () => {
    const bomb = { name: 'a.bin', content: Buffer.alloc(2_000_000) };
    expect(await codeOf(open(zip([bomb])))).toBe('unsafe-archive');
  });

  it('refuses too many entries', async () => {
    const many = Array.from({ length: 11 }, (_, at) => ({ name: `${at}.txt`, content: 'x' }));
    expect(await codeOf(open(zip(many)))).toBe('unsafe-archive');
  });

  it('refuses a password', async () => {
    const locked = { name: 'a.xml', content: '<a/>', encrypted: true };
    expect(await codeOf(open(zip([locked])))).toBe('encrypted');
  });

  it.each([
    ['a document type', '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'],
    ['an entity', '<?xml version="1.0"?><!ENTITY x "y"><a/>'],
  ])('refuses XML with %s, also in UTF-16', async (_, xml) => {
    expect(await codeOf(open(zip([{ name: 'b.xml', content: xml }])))).toBe('unsafe-xml');
    const wide = Buffer.from(`\ufeff${xml}`, 'utf16le');
    expect(await codeOf(open(zip([{ name: 'b.rels', content: wide }])))).toBe('unsafe-xml');
  });

  it('calls damaged what is cut off or no archive', async () => {
    const whole = zip([{ name: 'a.xml', content: '<a/>' }]);
    expect(await codeOf(open(whole.subarray(0, whole.length - 30)))).toBe('damaged');
    expect(await codeOf(open(Buffer.from('PK\u0003\u0004 and nothing more')))).toBe('damaged');
  });
});
