import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { matchOf, parseQuery } from '#shared/text/search-query.ts';

const database = new Database(':memory:');
database.exec('CREATE VIRTUAL TABLE f USING fts5(words, tokenize="unicode61 remove_diacritics 2")');
database
  .prepare('INSERT INTO f VALUES (?)')
  .run('It hurts at night, and OR what NEAR the old well-being, not x');
const run = database.prepare('SELECT rowid FROM f WHERE f MATCH ?');
afterAll(() => database.close());

describe('what is typed', () => {
  test.each([
    ['pain sleep', '("pain") AND ("sleep"*)'],
    ['pain sleep ', '("pain") AND ("sleep")'],
    ['"in my head"', '("in my head")'],
    ['"in my he', '("in my he"*)'],
    ['“in my head” x', '("in my head") AND ("x"*)'],
    ['physio* now ', '("physio"*) AND ("now")'],
    ['work OR job now ', '("work" OR "job") AND ("now")'],
    ['OR job ', '("job")'],
    ['pain -neck ', '(("pain")) NOT ("neck")'],
    ['pain -"my neck" ', '(("pain")) NOT ("my neck")'],
    ['a-b ', '("a-b")'],
    ['say "so" !!! ', '("say") AND ("so")'],
    ['仕事が', '("仕  事  が")'],
    ['café', '("café"*)'],
    ['cafe\u0301 ', '("cafe")'],
  ])('%s is %s', (typed, match) => {
    expect(matchOf(parseQuery(typed, true))).toBe(match);
  });

  test.each(['', '   ', '-pain', '!!', '"', '""', '-', 'OR', '*', '😊'])(
    '%j names nothing to find',
    (typed) => {
      expect(matchOf(parseQuery(typed, true))).toBeNull();
    },
  );

  test('is a valid query of FTS5, whatever it is', () => {
    const pieces = fc.constantFrom(
      '"',
      '*',
      '-',
      ' ',
      'OR',
      'NOT',
      'AND',
      'NEAR(',
      ')',
      '^',
      ':',
      '{',
      '+',
      '\0',
      "'",
      'é',
      '仕',
      '\uD83D',
      'a',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(anything, fc.boolean(), (typed, asYouType) => {
        const match = matchOf(parseQuery(typed, asYouType));
        if (match !== null) run.all(match);
      }),
      { numRuns: 2000 },
    );
  });

  test('of very many words is bounded', () => {
    const match = matchOf(parseQuery('word OR '.repeat(50_000), true));
    expect(match?.length).toBeLessThan(1000);
    expect(run.all(match)).toEqual([]);
  });
});
