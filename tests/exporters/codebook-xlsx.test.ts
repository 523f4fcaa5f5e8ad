import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import {
  anyCodebook,
  codebookOf,
  codeOf,
  everything,
  hostileCodebook,
  smallCodebook,
} from './codebooks.ts';
import { unzip } from './unzip.ts';
import { lookInto } from './xml.ts';

const namespaces = { s: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' };

interface ReadCell {
  readonly type: 'text' | 'number' | 'empty';
  readonly text: string;
  readonly style: number;
}

interface ReadSheet {
  readonly files: ReadonlyMap<string, string>;
  readonly xml: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

const readSheet = async (bytes: Uint8Array): Promise<ReadSheet> => {
  const files = await unzip(bytes);
  const strings = lookInto(files.get('xl/sharedStrings.xml') ?? '', namespaces, (find) =>
    find('//s:si').map((each) => each.text),
  );
  const xml = files.get('xl/worksheets/sheet1.xml') ?? '';
  const rows = lookInto(xml, namespaces, (find) =>
    find('//s:row').map((_, at) =>
      find(`//s:row[${at + 1}]/s:c`).map((cell): ReadCell => {
        const style = Number(cell.attribute('s'));
        if (cell.text === '') return { type: 'empty', text: '', style };
        return cell.attribute('t') === 's'
          ? { type: 'text', text: strings[Number(cell.text)] ?? '', style }
          : { type: 'number', text: cell.text, style };
      }),
    ),
  );
  return { files, xml, rows };
};

const write = async (codebook: Codebook): Promise<ReadSheet> =>
  readSheet((await exportCodebook(codebook, 'xlsx', everything)).bytes);

const column = ({ rows }: ReadSheet, header: string): readonly (ReadCell | undefined)[] => {
  const at = rows[0]?.findIndex((cell) => cell.text === header) ?? -1;
  return rows.slice(1).map((row) => row[at]);
};

describe('a codebook as an Excel workbook', () => {
  test('has a row per code, counts as numbers, and a sheet about the codebook', async () => {
    const sheet = await write(smallCodebook);
    expect(sheet.rows[0]?.map((cell) => cell.text)).toEqual([
      'Level',
      'Code',
      'Parent',
      'Path',
      'Colour',
      'Definition',
      'Inclusion',
      'Exclusion',
      'Typical example',
      'Near miss',
      'Codings',
      'Sources',
      'Example quote',
      'Source',
      'Speaker',
      'Id',
    ]);
    expect(column(sheet, 'Code').map((cell) => cell?.text)).toEqual([
      'Being believed',
      'Having to prove it',
      'Showing and hiding it',
      'Trust',
    ]);
    expect(column(sheet, 'Codings')[0]).toMatchObject({ type: 'number', text: '1234' });
    expect(column(sheet, 'Level')[2]).toMatchObject({ type: 'number', text: '3' });
    expect(column(sheet, 'Inclusion')[0]?.text).toBe(
      'Talk about belief or doubt.\n\nAlso about several people at once.',
    );
    expect(sheet.files.get('xl/sharedStrings.xml')).toContain('Coders: Ruth Calloway, Imran Sethi');
  });

  test('keeps the header and the names in view, and columns wide enough', async () => {
    const { xml, files } = await write(smallCodebook);
    lookInto(xml, namespaces, (find) => {
      const [pane] = find('//s:pane');
      expect(pane?.attribute('state')).toBe('frozen');
      expect([pane?.attribute('xSplit'), pane?.attribute('ySplit')]).toEqual(['2', '1']);
      expect(find('//s:col')).toHaveLength(16);
      for (const each of find('//s:col'))
        expect(Number(each.attribute('width'))).toBeGreaterThan(6);
    });
    const headerStyle = (await write(smallCodebook)).rows[0]?.[0]?.style ?? 0;
    lookInto(files.get('xl/styles.xml') ?? '', namespaces, (find) => {
      const font = Number(find('//s:cellXfs/s:xf')[headerStyle]?.attribute('fontId'));
      expect(find(`//s:fonts/s:font[${font + 1}]/s:b`)).toHaveLength(1);
    });
  });

  test('types every text as text: nothing becomes a formula', async () => {
    const sheet = await write(hostileCodebook);
    expect(sheet.xml).not.toContain('<f>');
    expect(column(sheet, 'Definition').map((cell) => cell?.text.trimEnd())).toEqual(
      hostileCodebook.codes.map((code) => code.definition.trimEnd()),
    );
    for (const cell of column(sheet, 'Definition')) expect(cell?.type).toBe('text');
  });

  test('cuts what no Excel cell holds, and says so', async () => {
    const long = codeOf({ name: 'Long', definition: 'word '.repeat(10_000), nearMiss: 'short' });
    const { bytes, warnings } = await exportCodebook(codebookOf([long]), 'xlsx', everything);
    expect(warnings).toEqual([
      "A text of 'Long' is longer than an Excel cell holds (32,767 characters) and was cut. The other formats keep all of it.",
    ]);
    const [cell] = column(await readSheet(bytes), 'Definition');
    expect(cell?.text).toHaveLength(32_767);
    expect(cell?.text.endsWith('…')).toBe(true);
  });

  test('is well-formed whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodebook, async (codebook) => {
        const sheet = await write(codebook);
        expect(column(sheet, 'Id').map((cell) => cell?.text)).toEqual(
          codebook.codes.map((code) => code.id),
        );
      }),
      { numRuns: 40 },
    );
  });
});
