import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSameNode,
  siblingsOf,
  type ThemeNode,
  themeBoard,
  withSubthemes,
} from '#renderer/features/themes/theme-board.ts';
import type { Code } from '#shared/model/code.ts';
import type { Theme, ThemeCode } from '#shared/model/theme.ts';

const createdAt = '2026-01-01T00:00:00.000Z';

const theme = (id: string, more: Partial<Theme> = {}): Theme => ({
  id,
  parentId: null,
  position: 0,
  name: id.toUpperCase(),
  concept: '',
  boundaries: '',
  narrative: '',
  summary: '',
  status: 'candidate',
  retiredReason: '',
  createdAt,
  ...more,
});

const code = (id: string): Code => ({
  id,
  parentId: null,
  position: 0,
  name: id,
  colour: 0,
  definition: '',
  inclusion: '',
  exclusion: '',
  typicalExample: '',
  nearMiss: '',
  createdAt,
});

const place = (themeId: string, codeId: string, position = 0): ThemeCode => ({
  id: `${themeId} ${codeId}`,
  themeId,
  codeId,
  position,
});

const use = (codeId: string, codings: number) => ({ codeId, codings, sources: 1 });

const ids = (nodes: readonly ThemeNode[]): readonly string[] => nodes.map((node) => node.theme.id);

describe('the board of themes', () => {
  it('counts a code once in a theme that holds it twice, in itself and in a subtheme', () => {
    const board = themeBoard({
      themes: [theme('a'), theme('b', { parentId: 'a' })],
      themeCodes: [place('a', 'x'), place('b', 'x'), place('b', 'y')],
      codes: [code('x'), code('y')],
      use: [use('x', 5), use('y', 2)],
    });
    expect(board.byId.get('a')).toMatchObject({ codeCount: 2, quoteCount: 7 });
    expect(board.byId.get('b')).toMatchObject({ codeCount: 2, quoteCount: 7 });
    expect(board.byId.get('a')?.codes[0]?.alsoIn).toEqual(['B']);
  });

  it('tells a theme that looks as before from one that does not', () => {
    const nodeOf = (codings: number, name = 'A') =>
      themeBoard({
        themes: [theme('a', { name }), theme('b', { parentId: 'a' })],
        themeCodes: [place('a', 'x'), place('b', 'y')],
        codes: [code('x'), code('y')],
        use: [{ codeId: 'y', codings, sources: 1 }],
      }).themes[0];
    const [before, same, counted, renamed] = [nodeOf(1), nodeOf(1), nodeOf(2), nodeOf(1, 'B')];
    if (!before || !same || !counted || !renamed) throw new Error('There is no theme');
    expect(isSameNode(before, same)).toBe(true);
    expect(isSameNode(before, counted)).toBe(false);
    expect(isSameNode(before, renamed)).toBe(false);
  });

  it('puts retired themes aside with what is nested in them; their codes are unplaced again', () => {
    const board = themeBoard({
      themes: [
        theme('a'),
        theme('b', { status: 'retired' }),
        theme('c', { parentId: 'b' }),
        theme('d', { parentId: 'a', status: 'retired' }),
      ],
      themeCodes: [place('a', 'x'), place('b', 'x'), place('c', 'y'), place('d', 'z')],
      codes: [code('x'), code('y'), code('z')],
      use: [],
    });
    expect(ids(board.themes)).toEqual(['a']);
    expect(ids(board.byId.get('a')?.subthemes ?? [])).toEqual([]);
    expect(ids(board.retired)).toEqual(['b', 'd']);
    expect(board.unplaced.map((placed) => placed.id)).toEqual(['y', 'z']);
    expect(board.byId.get('a')?.codes[0]?.alsoIn).toEqual([]);
  });

  it('shows every code either among the placed or among the unplaced ones, and every theme once', () => {
    const depth = fc.array(
      fc.record({ parent: fc.nat(20), retired: fc.boolean(), nested: fc.boolean() }),
      { maxLength: 12 },
    );
    const places = fc.array(fc.tuple(fc.nat(11), fc.nat(7)), { maxLength: 30 });
    fc.assert(
      fc.property(depth, places, (shape, pairs) => {
        const themes = shape.map(({ parent, retired, nested }, index) =>
          theme(`t${index}`, {
            parentId: nested && index > 0 ? `t${parent % index}` : null,
            status: retired ? 'retired' : 'candidate',
          }),
        );
        const codes = Array.from({ length: 8 }, (_, index) => code(`c${index}`));
        const themeCodes = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()]
          .filter(([at]) => at < themes.length)
          .map(([at, what], index) => place(`t${at}`, `c${what}`, index));
        const board = themeBoard({ themes, themeCodes, codes, use: [] });
        const listed = [...board.placed, ...board.unplaced].map((placed) => placed.id);
        expect(listed.toSorted()).toEqual(codes.map(({ id }) => id));
        const all = (nodes: readonly ThemeNode[]): readonly string[] =>
          nodes.flatMap((node) => [node.theme.id, ...all(node.subthemes)]);
        expect([...all(board.themes), ...all(board.retired)].toSorted()).toEqual(
          themes.map(({ id }) => id).toSorted(),
        );
        for (const { id } of themes)
          for (const inside of withSubthemes(themes, id))
            expect(board.byId.get(id)?.codeCount).toBeGreaterThanOrEqual(
              board.byId.get(inside)?.codes.length ?? 0,
            );
      }),
    );
  });

  it('knows the siblings of a theme and of a subtheme', () => {
    const themes = [theme('a'), theme('b'), theme('c', { parentId: 'a' })];
    const board = themeBoard({ themes, themeCodes: [], codes: [], use: [] });
    expect(ids(siblingsOf(board, themes[1]!))).toEqual(['a', 'b']);
    expect(ids(siblingsOf(board, themes[2]!))).toEqual(['c']);
  });
});
