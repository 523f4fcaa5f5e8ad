import { expect, test } from 'vitest';
import { entriesOf } from '#renderer/features/history/versions.ts';
import type { Version } from '#shared/model/change.ts';

const start = Date.parse('2026-05-03T10:00:00.000Z');

/** A save so many minutes after the first, with what the definition was then. */
const save = (minutes: number, definition: string, more: Partial<Version> = {}): Version => ({
  changeSetId: `set ${minutes}`,
  seq: minutes,
  coderId: 'ruth',
  coderName: 'Ruth',
  at: new Date(start + minutes * 60_000).toISOString(),
  label: '',
  setKind: 'edit',
  operation: 'update',
  fields: ['definition'],
  record: { definition },
  ...more,
});

const told = (versions: readonly Version[], goesOn = false) =>
  entriesOf(versions.toReversed(), goesOn).map(({ version, before }) => [
    before === null ? null : before['definition'],
    version.record['definition'],
  ]);

test('what is written in one go is one version, from the words before to the last save', () => {
  expect(
    told([
      save(0, '', { operation: 'insert' }),
      save(1, 'On'),
      save(2, 'On foot'),
      save(9, 'On foot, outside'),
    ]),
  ).toEqual([
    ['', 'On foot, outside'],
    [null, ''],
  ]);
});

test('another person, another field, a long pause, an undo and a restored version begin a version of their own', () => {
  expect(
    told([
      save(0, 'a', { operation: 'insert' }),
      save(1, 'b'),
      save(2, 'c', { coderId: 'imran' }),
      save(3, 'c', { coderId: 'imran', fields: ['name'] }),
      save(30, 'd', { coderId: 'imran' }),
      save(60, 'e', { coderId: 'imran' }),
      save(61, 'd', { coderId: 'imran', setKind: 'undo' }),
      save(62, 'f', { coderId: 'imran', label: "Change code 'a'" }),
      save(63, 'a', { coderId: 'imran', label: "Restore code 'a' of 3 May" }),
    ]),
  ).toEqual([
    ['f', 'a'],
    ['d', 'f'],
    ['e', 'd'],
    ['d', 'e'],
    ['c', 'd'],
    ['c', 'c'],
    ['b', 'c'],
    ['a', 'b'],
    [null, 'a'],
  ]);
});

test('of a page that goes on, what may have begun before it is left out', () => {
  expect(told([save(0, 'a'), save(1, 'b'), save(40, 'c')], true)).toEqual([['b', 'c']]);
});
