import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facetsOf } from '#renderer/features/coding/stripes/facets.ts';
import {
  everything,
  type Filter,
  filterCodings,
  isFiltering,
} from '#renderer/features/coding/stripes/filter-codings.ts';
import { aCode, aCoder, aCoding, aTheme } from '#tests/renderer/features/coding/records.ts';

const codes = ['pain', 'rest', 'sleep', 'work'].map((name) => aCode(name));
const coders = [aCoder('Ruth'), aCoder('Imran')];
const themes = [aTheme('top'), aTheme('inner', { parentId: 'top' }), aTheme('other')];
const placed = [
  { id: '1', themeId: 'top', codeId: 'pain', position: 0 },
  { id: '2', themeId: 'inner', codeId: 'rest', position: 0 },
  { id: '3', themeId: 'other', codeId: 'rest', position: 0 },
  { id: '4', themeId: 'other', codeId: 'sleep', position: 1 },
];
const known = { codes, coders, themes, placed };

const codings = fc.array(
  fc
    .record({
      codeId: fc.constantFrom(...codes.map(({ id }) => id)),
      coderId: fc.constantFrom(...coders.map(({ id }) => id)),
      important: fc.constantFrom(0 as const, 1 as const),
      level: fc.constantFrom('semantic' as const, 'latent' as const, null),
      start: fc.nat(100),
    })
    .map((some) => aCoding(`${some.codeId} ${some.start}`, some)),
  { maxLength: 30 },
);
const filters = fc.record({
  codes: fc.subarray(['pain', 'rest', 'sleep', 'gone']),
  themes: fc.subarray(['top', 'inner', 'other', 'gone']),
  coders: fc.subarray(['Ruth', 'Imran', 'gone']),
  important: fc.boolean(),
  levels: fc.subarray(['semantic', 'latent'] as const),
});

const only = (change: Partial<Filter>): Filter => ({ ...everything, ...change });

describe('the filter', () => {
  test('lets through what every kind lets through, in order, and never more', () => {
    fc.assert(
      fc.property(codings, filters, (all, filter) => {
        const shown = filterCodings(all, filter, known);
        const each = [
          only({ codes: filter.codes }),
          only({ themes: filter.themes }),
          only({ coders: filter.coders }),
          only({ important: filter.important }),
          only({ levels: filter.levels }),
        ].map((one) => new Set(filterCodings(all, one, known)));
        expect(shown).toEqual(all.filter((coding) => each.every((kind) => kind.has(coding))));
      }),
    );
  });

  test('is the same list while it hides nothing, also when all it names is gone', () => {
    const all = [aCoding('a', { codeId: 'pain' })];
    expect(filterCodings(all, everything, known)).toBe(all);
    expect(filterCodings(all, only({ codes: ['gone'] }), known)).toBe(all);
    expect(isFiltering(everything)).toBe(false);
  });

  test('a theme stands for its codes and those of the themes in it', () => {
    const all = codes.map(({ id }) => aCoding(id, { codeId: id }));
    const ids = (filter: Filter): readonly string[] =>
      filterCodings(all, filter, known).map(({ codeId }) => codeId);
    expect(ids(only({ themes: ['top'] }))).toEqual(['pain', 'rest']);
    expect(ids(only({ themes: ['inner', 'other'] }))).toEqual(['rest', 'sleep']);
    expect(ids(only({ themes: ['top'], codes: ['rest', 'work'] }))).toEqual(['rest']);
  });
});

test('what can be chosen says how many it leaves, and what is not here is not offered', () => {
  fc.assert(
    fc.property(codings, (all) => {
      const facets = facetsOf(all, known);
      for (const kind of ['codes', 'themes', 'coders'] as const)
        for (const { id, count } of facets[kind]) {
          expect(count).toBeGreaterThan(0);
          expect(filterCodings(all, only({ [kind]: [id] }), known)).toHaveLength(count);
        }
    }),
  );
  expect(facetsOf([], known).codes).toEqual([]);
});
