import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import {
  anyCodebook,
  everything,
  hostileCodebook,
  nothingExtra,
  smallCodebook,
} from './codebooks.ts';
import { unzip } from './unzip.ts';
import { type Find, lookInto } from './xml.ts';

const namespaces = { w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };

const write = async (codebook: Codebook, options = everything): Promise<Uint8Array> =>
  (await exportCodebook(codebook, 'docx', options)).bytes;
const lookIntoDocument = async <T>(bytes: Uint8Array, look: (find: Find) => T): Promise<T> =>
  lookInto((await unzip(bytes)).get('word/document.xml') ?? '', namespaces, look);

const styled = (style: string): string => `//w:p[w:pPr/w:pStyle[@w:val="${style}"]]`;

describe('a codebook as a Word document', () => {
  test('has a cover, and a heading of the right level for each code', async () => {
    await lookIntoDocument(await write(smallCodebook), (find) => {
      expect(find(styled('Title')).map((each) => each.text)).toEqual(['Steadier Days']);
      expect(find(styled('About')).map((each) => each.text)).toEqual([
        '24 November 2026',
        'Coders: Ruth Calloway, Imran Sethi',
        '4 codes',
      ]);
      expect(find(styled('Heading1')).map((each) => each.text)).toEqual([
        'Being believed',
        'Trust',
      ]);
      expect(find(styled('Heading2')).map((each) => each.text)).toEqual(['Having to prove it']);
      expect(find(styled('Heading3')).map((each) => each.text)).toEqual(['Showing and hiding it']);
    });
  });

  test('lists the codes with links that lead to them', async () => {
    await lookIntoDocument(await write(smallCodebook), (find) => {
      const anchors = find('//w:hyperlink').map((link) => link.attribute('anchor'));
      expect(anchors).toHaveLength(4);
      expect(find('//w:bookmarkStart').map((mark) => mark.attribute('name'))).toEqual(anchors);
    });
  });

  test('reads in order: name, place and use, parts, quote with its source', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await write(smallCodebook)),
    });
    const lines = value.split('\n').filter((line) => line !== '');
    const from = lines.lastIndexOf('Being believed');
    expect(lines.slice(from, from + 12)).toEqual([
      'Being believed',
      'Blue · 1,234 codings in 11 sources',
      'Definition\tWhether other people accept that the pain is real.',
      'Inclusion\tTalk about belief or doubt.',
      'Also about several people at once.',
      'Exclusion\tBeing treated kindly.Or rudely.',
      'Typical example\t“People who are making up their minds.”',
      'Near miss\t“She was ever so nice on the phone.”',
      'Example quote\t“You can see it, they have already decided.”',
      'Marian, P01 baseline',
      'Having to prove it',
      'In Being believed · Amber · 1 coding in 1 source',
    ]);
    expect(lines).toContain('No definition yet.');
  });

  test('has counts and quotes only where asked for', async () => {
    const bytes = Buffer.from(await write(smallCodebook, nothingExtra));
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    expect(value).not.toContain('codings');
    expect(value).not.toContain('already decided');
  });

  test('keeps hostile names and texts, and sets right-to-left ones from the right', async () => {
    await lookIntoDocument(await write(hostileCodebook), (find) => {
      expect(find(styled('Heading1')).map((each) => each.text)).toEqual(
        hostileCodebook.codes.map((code) => code.name),
      );
      expect(
        find('//w:p[w:pPr/w:bidi and w:pPr/w:pStyle[@w:val="Heading1"]]').map((each) => each.text),
      ).toEqual(
        hostileCodebook.codes.map((code) => code.name).filter((name) => /[א-ي]/u.test(name)),
      );
    });
  });

  test('is well-formed whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodebook, async (codebook) => {
        await lookIntoDocument(await write(codebook), (find) => {
          expect(find('//w:bookmarkStart')).toHaveLength(codebook.codes.length);
        });
      }),
      { numRuns: 40 },
    );
  });
});
