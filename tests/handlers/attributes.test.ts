import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Attribute, AttributeType } from '#shared/model/attribute.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let host: TestEngine;
let marian: string;
let darren: string;

beforeEach(async () => {
  host = await startTestEngine();
  await host.newProject();
  marian = (await host.worth('cases.create', { pseudonym: 'P01 Marian' })).id;
  darren = (await host.worth('cases.create', { pseudonym: 'P02 Darren' })).id;
});
afterEach(() => host.close());

const add = (name: string, type: AttributeType = 'text'): Promise<Attribute> =>
  host.worth('attributes.create', { name, type });
const names = async (): Promise<readonly string[]> =>
  (await host.worth('attributes.list', {})).map(({ name }) => name);
const valuesOf = async (caseId: string): Promise<readonly string[]> =>
  (await host.worth('attributes.values', { caseId })).map(({ value }) => value);
const undoLabel = async (): Promise<string | null> => (await host.worth('project.state', {})).undo;

describe('attributes', () => {
  test('are listed in the order they are put in', async () => {
    const [band] = [await add('Age band'), await add('Practice'), await add('Months', 'number')];
    expect(await names()).toEqual(['Age band', 'Practice', 'Months']);
    await host.worth('attributes.move', { id: band.id, position: 2 });
    expect(await names()).toEqual(['Practice', 'Months', 'Age band']);
    expect(await undoLabel()).toBe("Move attribute 'Age band'");
    await host.worth('history.undo', {});
    expect(await names()).toEqual(['Age band', 'Practice', 'Months']);
  });

  test('have names of their own', async () => {
    await add('Practice');
    await expect(add('Practice')).rejects.toThrow(/conflict: There is already one with this name/u);
    await expect(add('  ')).rejects.toThrow('bad-input');
  });

  test('take their values with them, and undo brings all of it back', async () => {
    const band = await add('Age band');
    await add('Practice');
    await host.worth('attributes.setValues', {
      values: [marian, darren].map((caseId) => ({ attributeId: band.id, caseId, value: '45–64' })),
    });
    expect(await host.worth('attributes.delete', { id: band.id })).toEqual({ values: 2 });
    expect(await names()).toEqual(['Practice']);
    expect(await host.worth('attributes.values', {})).toEqual([]);
    // A place in the order that is left free is not given twice.
    await add('Role');
    const positions = (await host.worth('attributes.list', {})).map(({ position }) => position);
    expect(positions).toEqual([0, 1]);
    await host.worth('history.undo', {});
    await host.worth('history.undo', {});
    expect(await names()).toEqual(['Age band', 'Practice']);
    expect(await valuesOf(darren)).toEqual(['45–64']);
  });
});

describe('values', () => {
  const refused = [
    ['number', 'about ten', /Months of P01 Marian: ‘about ten’ is not a number\. Write digits/u],
    ['number', '1,5', /is not a number/u],
    ['number', '1e3', /is not a number/u],
    ['date', '14/03/2026', /‘14\/03\/2026’ is not a date\. Write year, month and day/u],
    ['date', '2026-02-30', /is not a date/u],
  ] as const;
  test.each(refused)('a %s refuses %j in words', async (type, value, words) => {
    const { id } = await add('Months', type);
    await expect(
      host.worth('attributes.setValue', { attributeId: id, caseId: marian, value }),
    ).rejects.toThrow(words);
    expect(await valuesOf(marian)).toEqual([]);
  });

  const taken = [
    ['number', ' -4.50 ', '-4.50'],
    ['number', '0', '0'],
    ['date', '2024-02-29', '2024-02-29'],
    ['text', ' 45–64 ', '45–64'],
  ] as const;
  test.each(taken)('a %s takes %j', async (type, value, kept) => {
    const { id } = await add('Months', type);
    await host.worth('attributes.setValue', { attributeId: id, caseId: marian, value });
    expect(await valuesOf(marian)).toEqual([kept]);
  });

  test('are changed and cleared, one step each', async () => {
    const { id } = await add('Practice');
    const set = (value: string | null) =>
      host.worth('attributes.setValue', { attributeId: id, caseId: marian, value });
    const first = await set('Holmebrook');
    expect(await set('Fosse Lane')).toEqual({ ...first, value: 'Fosse Lane' });
    expect(await undoLabel()).toBe("Set 'Practice' of 'P01 Marian'");
    expect(await set(null)).toBeNull();
    expect(await undoLabel()).toBe("Clear 'Practice' of 'P01 Marian'");
    const before = await host.worth('history.list', {});
    expect(await set(null)).toBeNull();
    expect(await host.worth('history.list', {})).toEqual(before);
    await host.worth('history.undo', {});
    await host.worth('history.undo', {});
    expect(await valuesOf(marian)).toEqual(['Holmebrook']);
  });

  test('of many cases are one step, and none is set where one does not fit', async () => {
    const months = await add('Months', 'number');
    const band = await add('Age band');
    const values = [
      { attributeId: months.id, caseId: marian, value: '132' },
      { attributeId: band.id, caseId: marian, value: '65 and over' },
      { attributeId: months.id, caseId: darren, value: 'six years' },
    ];
    await expect(host.worth('attributes.setValues', { values })).rejects.toThrow(
      'Months of P02 Darren: ‘six years’ is not a number',
    );
    expect(await host.worth('attributes.values', {})).toEqual([]);
    const fitting = values.map((one) => (one.caseId === darren ? { ...one, value: '72' } : one));
    expect(await host.worth('attributes.setValues', { values: fitting })).toEqual({ changed: 3 });
    expect(await undoLabel()).toBe('Set 2 attributes of 2 cases');
    await host.worth('history.undo', {});
    expect(await host.worth('attributes.values', {})).toEqual([]);
  });

  test('keep an attribute from taking a type they do not fit', async () => {
    const { id } = await add('Pain for');
    await host.worth('attributes.setValue', { attributeId: id, caseId: darren, value: '6 years' });
    await expect(host.worth('attributes.update', { id, type: 'number' })).rejects.toThrow(
      /type was not changed.*P02 Darren: ‘6 years’ is not a number/u,
    );
    await host.worth('attributes.setValue', { attributeId: id, caseId: darren, value: '6' });
    const changed = await host.worth('attributes.update', { id, type: 'number', name: 'Years' });
    expect(changed).toMatchObject({ type: 'number', name: 'Years' });
  });

  test('go with their case and come back with it', async () => {
    const { id } = await add('Practice');
    for (const caseId of [marian, darren])
      await host.worth('attributes.setValue', { attributeId: id, caseId, value: 'Holmebrook' });
    await host.worth('cases.delete', { id: marian });
    const left = await host.worth('attributes.values', {});
    expect(left.map(({ caseId }) => caseId)).toEqual([darren]);
    expect((await host.worth('project.check', {})).problems).toEqual([]);
    await host.worth('history.undo', {});
    expect(await valuesOf(marian)).toEqual(['Holmebrook']);
  });

  test('are read by id, and what is gone is passed over', async () => {
    const { id } = await add('Practice');
    const value = await host.worth('attributes.setValue', {
      attributeId: id,
      caseId: marian,
      value: 'Holmebrook',
    });
    const ids = [value?.id ?? '', marian];
    expect(await host.worth('attributes.values', { ids })).toEqual([value]);
  });
});

describe('a table of attributes', () => {
  const read = async (fileName: string, content: string | Uint8Array) => {
    const path = join(host.folder, fileName);
    await writeFile(path, content);
    return host.worth('attributes.readTable', { file: await host.engine.offer(path) });
  };

  test('is read from commas, semicolons or tabs, in any encoding; nothing is stored', async () => {
    const rows = [
      ['Case', 'Age band', 'Years'],
      ['P01 Marian', '45 to 64', '11'],
    ];
    expect(await read('a.csv', 'Case,Age band,Years\nP01 Marian,45 to 64,11\n')).toMatchObject({
      file: 'a.csv',
      rows,
    });
    expect((await read('b.csv', 'Case;Age band;Years\r\nP01 Marian;45 to 64;11')).rows).toEqual(
      rows,
    );
    const tabbed = 'Case\tAge band\tYears\nP01 Marian\t45 to 64\t11\n';
    expect((await read('c.tsv', Buffer.from(`\uFEFF${tabbed}`, 'utf16le'))).rows).toEqual(rows);
    expect(await undoLabel()).toBe("Add case 'P02 Darren'");
  });

  test('is refused where it is none, with what to do', async () => {
    await expect(read('a.csv', '')).rejects.toThrow('import-refused: The file is empty');
    await expect(read('a.xlsx', 'PK\u0003\u0004…')).rejects.toThrow('Save the sheet as .csv');
    await expect(read('a.docx', 'Case,Age')).rejects.toThrow('Save the sheet as .csv');
  });

  test('is set as one step: new cases, new attributes, and values that leave others alone', async () => {
    const band = await add('Age band');
    await host.worth('attributes.setValue', {
      attributeId: band.id,
      caseId: marian,
      value: '45 to 64',
    });
    const done = await host.worth('attributes.setTable', {
      attributes: [
        { name: 'Age band', type: 'text' },
        { name: 'Years', type: 'number' },
      ],
      rows: [
        { pseudonym: 'P01 Marian', values: [null, '11'] },
        { pseudonym: 'P09 Ada', values: ['65 and over', '3.5'] },
      ],
    });
    expect(done).toEqual({ cases: 1, attributes: 1, values: 3 });
    expect(await undoLabel()).toBe('Import 2 attributes of 2 cases');
    expect(await names()).toEqual(['Age band', 'Years']);
    expect((await valuesOf(marian)).toSorted()).toEqual(['11', '45 to 64']);
    await host.worth('history.undo', {});
    expect(await names()).toEqual(['Age band']);
    expect((await host.worth('cases.list', {})).map(({ pseudonym }) => pseudonym)).toEqual([
      'P01 Marian',
      'P02 Darren',
    ]);
  });

  test('is refused as a whole where a value does not fit its type', async () => {
    await expect(
      host.worth('attributes.setTable', {
        attributes: [{ name: 'Years', type: 'number' }],
        rows: [
          { pseudonym: 'P09 Ada', values: ['3'] },
          { pseudonym: 'P02 Darren', values: ['about ten'] },
        ],
      }),
    ).rejects.toThrow('Years of P02 Darren: ‘about ten’ is not a number');
    expect(await names()).toEqual([]);
  });
});
