import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import {
  anyCodebook,
  everything,
  hostileCodebook,
  nothingExtra,
  smallCodebook,
  textOf,
} from './codebooks.ts';

const write = async (codebook: Codebook, options = everything): Promise<string> =>
  textOf((await exportCodebook(codebook, 'csv', options)).bytes);

const read = (csv: string): Record<string, string>[] => {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/u, ''), {
    header: true,
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

describe('a codebook as comma-separated values', () => {
  test('has a row per code with its place, parts, counts and quote', async () => {
    const csv = await write(smallCodebook);
    expect(csv.startsWith('\uFEFFLevel,Code,Parent,Path,Colour,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const rows = read(csv);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({
      Level: '1',
      Code: 'Being believed',
      Parent: '',
      Path: 'Being believed',
      Colour: '#4E6EC5',
      Definition: 'Whether other people accept that the pain is real.',
      Inclusion: 'Talk about belief or doubt.\n\nAlso about several people at once.',
      Exclusion: 'Being treated kindly.\nOr rudely.',
      'Typical example': '“People who are making up their minds.”',
      'Near miss': '“She was ever so nice on the phone.”',
      Codings: '1234',
      Sources: '11',
      'Example quote': 'You can see it, they have already decided.',
      Source: 'P01 baseline',
      Speaker: 'Marian',
      Id: smallCodebook.codes[0]?.id,
    });
    expect(rows[2]).toMatchObject({
      Level: '3',
      Parent: 'Having to prove it',
      Path: 'Being believed > Having to prove it > Showing and hiding it',
    });
  });

  test('has counts and quotes only where asked for', async () => {
    const [row = {}] = read(await write(smallCodebook, nothingExtra));
    expect(Object.keys(row)).not.toContain('Codings');
    expect(Object.keys(row)).not.toContain('Example quote');
  });

  test('lets no cell begin like a formula, one with a line break in it neither', async () => {
    const rows = read(await write(hostileCodebook));
    for (const [at, row] of rows.entries()) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      const definition = hostileCodebook.codes[at]?.definition ?? '';
      expect([definition, `'${definition}`]).toContain(row.Definition);
    }
    expect(rows.map((row) => row.Definition)).toContain(
      `'=HYPERLINK("http://example.org","x")\nsecond line`,
    );
  });

  test('reads back whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodebook, async (codebook) => {
        const rows = read(await write(codebook));
        expect(rows).toHaveLength(codebook.codes.length);
        expect(rows.map((row) => row.Id)).toEqual(codebook.codes.map((code) => code.id));
        for (const row of rows)
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 150 },
    );
  });
});
