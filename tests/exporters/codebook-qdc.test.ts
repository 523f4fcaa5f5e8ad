import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import {
  anyCodebook,
  codebookOf,
  codeOf,
  everything,
  hostileCodebook,
  nothingExtra,
  smallCodebook,
  textOf,
} from './codebooks.ts';
import { type Find, lookInto } from './xml.ts';

const root = join(import.meta.dirname, '../..');
const schema = readFileSync(join(root, 'tests/fixtures/refi/Codebook.xsd'), 'utf8');
const sharedSchema = join(
  process.env.UNDERSTORY_SHARED ?? join(root, '../shared'),
  'refi/Codebook.xsd',
);

const namespaces = { q: 'urn:QDA-XML:codebook:1.0' };

/** Throws, naming the fault, unless the document is valid against the schema of the standard. */
const validate = (xml: string): void => {
  const xsd = XmlDocument.fromString(schema);
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    xsd.dispose();
  }
};

const write = async (codebook: Codebook, options = everything): Promise<string> =>
  textOf((await exportCodebook(codebook, 'qdc', options)).bytes);
const read = async <T>(codebook: Codebook, look: (find: Find) => T): Promise<T> =>
  lookInto(await write(codebook), namespaces, look);

describe('a codebook as REFI-QDA', () => {
  test.skipIf(!existsSync(sharedSchema))(
    'is checked against the published schema (skipped where the shared folder is absent)',
    () => {
      expect(readFileSync(sharedSchema, 'utf8')).toBe(schema);
    },
  );

  test('the check itself finds faults', () => {
    expect(() =>
      validate('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>'),
    ).toThrow();
  });

  test('is valid and keeps names, ids, colours, nesting and order', async () => {
    validate(await write(smallCodebook));
    await read(smallCodebook, (find) => {
      expect(find('//q:Code').map((code) => code.attribute('name'))).toEqual([
        'Being believed',
        'Having to prove it',
        'Showing and hiding it',
        'Trust',
      ]);
      expect(find('/q:CodeBook/q:Codes/q:Code').map((code) => code.attribute('name'))).toEqual([
        'Being believed',
        'Trust',
      ]);
      expect(find('//q:Code/q:Code/q:Code').map((code) => code.attribute('name'))).toEqual([
        'Showing and hiding it',
      ]);
      expect(find('//q:Code').map((code) => code.attribute('guid'))).toEqual(
        smallCodebook.codes.map((code) => code.id.toUpperCase()),
      );
      expect(find('//q:Code').map((code) => code.attribute('color'))).toEqual([
        '#4E6EC5',
        '#BF8107',
        '#A5416E',
        '#3095DC',
      ]);
      expect(new Set(find('//q:Code').map((code) => code.attribute('isCodable')))).toEqual(
        new Set(['true']),
      );
    });
  });

  test('describes a code in words that people can read', async () => {
    const description = await read(
      smallCodebook,
      (find) => find('//q:Code/q:Description')[0]?.text,
    );
    expect(description).toBe(
      [
        'Definition: Whether other people accept that the pain is real.',
        'Inclusion: Talk about belief or doubt.',
        'Also about several people at once.',
        'Exclusion: Being treated kindly.\nOr rudely.',
        'Typical example: “People who are making up their minds.”',
        'Near miss: “She was ever so nice on the phone.”',
        'Example quote: “You can see it, they have already decided.” (Marian, P01 baseline)',
      ].join('\n\n'),
    );
  });

  test('leaves the quote out unless asked, and a description that nobody wrote', async () => {
    const xml = await write(smallCodebook, nothingExtra);
    validate(xml);
    expect(xml).not.toContain('already decided');
    lookInto(xml, namespaces, (find) => {
      expect(find('//q:Code[@name="Trust"]/q:Description')).toEqual([]);
    });
  });

  test('writes themes as sets of codes, and says what a set cannot hold', async () => {
    const { warnings } = await exportCodebook(smallCodebook, 'qdc', everything);
    expect(warnings).toHaveLength(2);
    await read(smallCodebook, (find) => {
      expect(find('//q:Set').map((set) => set.attribute('name'))).toEqual([
        'Believed before helped',
        'Just getting on',
      ]);
      expect(find('//q:Set[1]/q:MemberCode').map((member) => member.attribute('guid'))).toEqual([
        smallCodebook.codes[0]?.id.toUpperCase(),
        smallCodebook.codes[3]?.id.toUpperCase(),
      ]);
      expect(find('//q:Set/q:Description').map((each) => each.text)).toEqual([
        'Status: named\n\nCentral organising concept: Belief comes first.\n\nWhat it is not: Not kindness.\n\nPlain-language summary: People want to be believed.',
        'Subtheme of: Believed before helped\n\nStatus: retired (Says too little)',
      ]);
    });
  });

  test('has no list of sets where there are no themes', async () => {
    const xml = await write(codebookOf([codeOf({ name: 'Alone' })]));
    validate(xml);
    expect(xml).not.toContain('Sets');
  });

  test('keeps hostile names and texts as they are', async () => {
    validate(await write(hostileCodebook));
    await read(hostileCodebook, (find) => {
      expect(find('//q:Code').map((code) => code.attribute('name'))).toEqual(
        hostileCodebook.codes.map((code) => code.name),
      );
      const descriptions = find('//q:Code/q:Description').map((each) => each.text);
      for (const [at, code] of hostileCodebook.codes.entries())
        expect(descriptions[at]).toContain(`Definition: ${code.definition.trim()}`);
    });
  });

  test('is valid whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodebook, async (codebook) => {
        const xml = await write(codebook);
        validate(xml);
        lookInto(xml, namespaces, (find) => {
          expect(find('//q:Code')).toHaveLength(codebook.codes.length);
        });
      }),
      { numRuns: 150 },
    );
  });
});
