import { expect, test } from 'vitest';
import { formerNames } from '#renderer/features/themes/name-versions.ts';
import type { Version } from '#shared/model/change.ts';

/** Versions newest first, by their names. */
const versions = (...names: readonly string[]): readonly Version[] =>
  names.map((name, at) => ({
    changeSetId: String(at),
    seq: names.length - at,
    at: `2026-11-${String(20 - at).padStart(2, '0')}T12:00:00.000Z`,
    label: 'Rename theme',
    setKind: 'edit',
    coderId: null,
    coderName: null,
    operation: 'update',
    fields: ['name'],
    record: { name },
  }));

test('names it had before are told newest first, each with when it was given up', () => {
  expect(formerNames(versions('Credibility', 'Being believed', 'Doubt'), 'Credibility')).toEqual([
    { name: 'Being believed', until: '2026-11-20T12:00:00.000Z' },
    { name: 'Doubt', until: '2026-11-19T12:00:00.000Z' },
  ]);
});

test('saves between renamings, and names taken up again, are told once', () => {
  expect(
    formerNames(versions('A', 'B', 'B', 'A', 'B', 'C', 'C'), 'A').map(({ name }) => name),
  ).toEqual(['B', 'C']);
  expect(formerNames(versions('A', 'A'), 'A')).toEqual([]);
});
