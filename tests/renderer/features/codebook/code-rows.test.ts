import { describe, expect, test } from 'vitest';
import {
  type CodeNode,
  type CodeSort,
  codeTree,
  nearestCodes,
  treeBuilder,
  visibleRows,
} from '#renderer/features/codebook/code-rows.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';

const code = (id: string, name: string, parentId: string | null = null): Code => ({
  id,
  name,
  parentId,
  position: 0,
  colour: 0,
  definition: '',
  inclusion: '',
  exclusion: '',
  typicalExample: '',
  nearMiss: '',
  createdAt: '2026-01-01T00:00:00.000Z',
});

const codes = [
  code('pain', 'Pain'),
  code('flare', 'Flare', 'pain'),
  code('ache', 'Åching', 'pain'),
  code('bad', 'Bad ache', 'ache'),
  code('hope', 'Hope'),
];

const use: readonly CodeUse[] = [
  { codeId: 'bad', codings: 9, sources: 2 },
  { codeId: 'hope', codings: 9, sources: 3 },
  { codeId: 'pain', codings: 1, sources: 1 },
];

const lines = (nodes: readonly CodeNode[], level = 0): readonly string[] =>
  nodes.flatMap((node) => [
    `${'  '.repeat(level)}${node.code.name} ${node.codings}/${node.sources}`,
    ...lines(node.children, level + 1),
  ]);

const shown = (filter: string, sort: CodeSort = 'order'): readonly string[] =>
  lines(codeTree(codes, use, { filter, sort }).roots);

describe('the tree of codes', () => {
  test('keeps the order and the nesting of the codebook, with counts', () => {
    expect(shown('')).toEqual([
      'Pain 1/1',
      '  Flare 0/0',
      '  Åching 0/0',
      '    Bad ache 9/2',
      'Hope 9/3',
    ]);
  });

  test('sorts siblings by name as people read names', () => {
    expect(shown('', 'name')).toEqual([
      'Hope 9/3',
      'Pain 1/1',
      '  Åching 0/0',
      '    Bad ache 9/2',
      '  Flare 0/0',
    ]);
  });

  test('by use is a flat list, the widest spread of equals first, and says where each is nested', () => {
    const { roots } = codeTree(codes, use, { filter: '', sort: 'use' });
    expect(lines(roots)).toEqual([
      'Hope 9/3',
      'Bad ache 9/2',
      'Pain 1/1',
      'Åching 0/0',
      'Flare 0/0',
    ]);
    expect(roots[1]?.path).toEqual(['Pain', 'Åching']);
  });

  test('a filter finds names whatever their case and accents, and keeps the way to them', () => {
    expect(shown('ACH')).toEqual(['Pain 1/1', '  Åching 0/0', '    Bad ache 9/2']);
    expect(shown('ache  bad')).toEqual(['Pain 1/1', '  Åching 0/0', '    Bad ache 9/2']);
    expect(shown('fear')).toEqual([]);
  });

  test('codes only shown as the way to a match are not counted as found', () => {
    expect(codeTree(codes, use, { filter: 'bad', sort: 'order' }).matches).toBe(1);
    expect(codeTree(codes, use, { filter: 'bad', sort: 'use' }).matches).toBe(1);
    expect(codeTree(codes, use, { filter: '', sort: 'order' }).matches).toBe(5);
  });

  test('what is nested in a folded code is not among the rows', () => {
    const { roots } = codeTree(codes, use, { filter: '', sort: 'order' });
    const rows = visibleRows(roots, new Set(['ache']));
    expect(rows.map((row) => row.id)).toEqual(['pain', 'flare', 'ache', 'hope']);
  });

  test('a name that is nearly right finds its nearest codes, the most alike first', () => {
    expect(nearestCodes(codes, 'bad akhe').map((near) => near.id)[0]).toBe('bad');
    expect(nearestCodes(codes, 'zzzz')).toEqual([]);
  });
});

test('nodes in which nothing changed are the same objects in the next tree', () => {
  const build = treeBuilder();
  const view = { filter: '', sort: 'order' } as const;
  const [pain, hope] = build(codes, use, view).roots;
  const again = codes.map((one) => (one.id === 'bad' ? { ...one, name: 'Worse' } : { ...one }));
  const [painAgain, hopeAgain] = build(again, use, view).roots;
  expect(hopeAgain).toBe(hope);
  expect(painAgain).not.toBe(pain);
  expect(painAgain?.children[0]).toBe(pain?.children[0]);
  expect(painAgain?.children[1]?.children[0]?.code.name).toBe('Worse');
});

test('a tree in which nothing changed is the same tree', () => {
  const build = treeBuilder();
  const view = { filter: '', sort: 'order' } as const;
  const tree = build(codes, use, view);
  expect(
    build(
      codes.map((one) => ({ ...one })),
      use.map((one) => ({ ...one })),
      view,
    ),
  ).toBe(tree);
  const fewer = build(codes, use, { ...view, filter: 'hope' });
  expect(fewer).toMatchObject({ matches: 1 });
  expect(build(codes, use, view).roots).toEqual(tree.roots);
  expect(build(codes, use, { ...view, filter: 'nothing' })).toEqual({ roots: [], matches: 0 });
});

test('only some of the codes are kept, with the way to them; newest first is flat', () => {
  const kept = new Set(['bad', 'hope']);
  expect(lines(codeTree(codes, use, { filter: '', sort: 'order', kept }).roots)).toEqual([
    'Pain 1/1',
    '  Åching 0/0',
    '    Bad ache 9/2',
    'Hope 9/3',
  ]);
  const dated = codes.map((one, at) => ({ ...one, createdAt: `2026-01-0${at + 1}T00:00:00.000Z` }));
  const newest = codeTree(dated, use, { filter: '', sort: 'newest', kept });
  expect(newest.matches).toBe(2);
  expect(lines(newest.roots)).toEqual(['Hope 9/3', 'Bad ache 9/2']);
  expect(lines(codeTree(codes, use, { filter: '', sort: 'sources' }).roots)[0]).toBe('Hope 9/3');
});
