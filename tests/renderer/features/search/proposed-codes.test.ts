import { describe, expect, test } from 'vitest';
import { asEdit, codesNamed, isThere, kept } from '#renderer/features/search/proposed-codes.ts';
import type { Proposal } from '#shared/contract/autocoding.ts';
import type { Code } from '#shared/model/code.ts';

const code = (id: string, name: string, parentId: string | null = null): Code => ({
  id,
  parentId,
  name,
  position: 0,
  colour: 0,
  definition: '',
  inclusion: '',
  exclusion: '',
  typicalExample: '',
  nearMiss: '',
  createdAt: '2026-11-24T12:00:00.000Z',
});

const proposal = (start: number, of: number, codeIds: readonly string[] = []): Proposal => ({
  sourceId: 's',
  sourceName: 'S',
  start,
  end: start + 5,
  left: '',
  words: 'words',
  right: '',
  turn: 1,
  speaker: null,
  of,
  question: null,
  codeIds,
});

describe('names of codes', () => {
  test('are codes that are there, at the top first, or new ones', () => {
    const codes = [code('a', 'Pain', 'x'), code('b', 'Pain'), code('c', 'Sleep', 'x')];
    expect(codesNamed([' Pain ', 'Sleep', 'New', ''], codes)).toEqual([
      { name: 'Pain', id: 'b' },
      { name: 'Sleep', id: 'c' },
      { name: 'New', id: null },
      { name: '', id: null },
    ]);
  });
});

describe('what was looked through', () => {
  const codes = codesNamed(['Pain', 'New', 'New'], [code('a', 'Pain')]);
  const proposals = [
    proposal(0, 0, ['a']),
    proposal(10, 0),
    proposal(20, 1),
    proposal(30, 2, ['a']),
  ];

  test('is coded but for what was put aside and what has its code already', () => {
    expect(isThere(proposal(0, 0, ['a']), codes)).toBe(true);
    expect(isThere(proposal(0, 1, ['a']), codes)).toBe(false);
    expect(kept(proposals, new Set([2]), codes).map(({ start }) => start)).toEqual([10, 30]);
  });

  test('is one edit that names each code once', () => {
    expect(asEdit(kept(proposals, new Set(), codes), codes, 'hits of ‘x’')).toEqual({
      codes: [{ codeId: 'a' }, { name: 'New' }],
      codings: [
        { sourceId: 's', start: 10, end: 15, code: 0 },
        { sourceId: 's', start: 20, end: 25, code: 1 },
        { sourceId: 's', start: 30, end: 35, code: 1 },
      ],
      what: 'hits of ‘x’',
    });
  });
});
