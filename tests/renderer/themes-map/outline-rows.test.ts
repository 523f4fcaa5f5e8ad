import { expect, test } from 'vitest';
import { nextIn, placedItems } from '#renderer/features/themes-map/map-moves.ts';
import { mapCounts, namesOnMap } from '#renderer/features/themes-map/map-words.ts';
import { allRows, outlineRows } from '#renderer/features/themes-map/outline-rows.ts';
import type { ShownMap } from '#renderer/features/themes-map/use-map.ts';
import { mapBoxes } from '#shared/map/boxes.ts';
import { mapArrows, mapLinks } from '#shared/map/lines.ts';
import type { ThematicMap } from '#shared/model/map.ts';

const theme = (id: string, parentId: string | null = null) => ({
  id,
  parentId,
  name: id,
  concept: `${id} in one idea`,
  status: 'candidate' as const,
});

/** Pain holds Doubt and Ache; Silence stands in Doubt and Rest; Pain leads to Rest; Loose is alone. */
const map: ThematicMap = {
  themes: [theme('Pain'), theme('Doubt', 'Pain'), theme('Rest')],
  codes: ['Ache', 'Silence', 'Loose'].map((id) => ({ id, name: id, colour: 1 })),
  placed: [
    { themeId: 'Pain', codeId: 'Ache' },
    { themeId: 'Doubt', codeId: 'Silence' },
    { themeId: 'Rest', codeId: 'Silence' },
  ],
  relations: [
    {
      id: 'r1',
      fromKind: 'theme',
      fromId: 'Pain',
      toKind: 'theme',
      toId: 'Rest',
      label: 'leads to',
    },
    { id: 'r2', fromKind: 'code', fromId: 'Loose', toKind: 'theme', toId: 'Rest', label: 'hides' },
  ],
  places: [],
};

const layout = [
  { id: 'Pain', x: 0, y: 100 },
  { id: 'Doubt', x: 300, y: 0 },
  { id: 'Rest', x: 600, y: 300 },
  { id: 'Ache', x: 300, y: 100 },
  { id: 'Silence', x: 900, y: 0 },
  { id: 'Loose', x: 0, y: 400 },
];

const shownWith = (codes: boolean): ShownMap => {
  const boxes = mapBoxes(map, layout, { codes });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const links = mapLinks(map, byId);
  return { map, boxes, byId, links, arrows: mapArrows(map, byId, links) };
};

const written = (codes: boolean): readonly string[] =>
  allRows(outlineRows(shownWith(codes))).map(
    ({ key, text }) => `${'  '.repeat(key.split('/').length - 1)}${text}`,
  );

test('the outline has everything that the map has, where it stands', () => {
  expect(written(true)).toEqual([
    'Pain',
    '  leads to Rest',
    '  Doubt',
    '    Silence',
    '  Ache',
    'Rest',
    '  Pain leads to this',
    '  Loose hides this',
    '  Silence',
    'Loose',
    '  hides Rest',
  ]);
  const rows = allRows(outlineRows(shownWith(true)));
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  expect(rows.filter(({ text }) => text === 'Silence').map(({ note }) => note)).toEqual([
    'also in Rest',
    'also in Doubt',
  ]);
});

test('without codes the outline has themes and the relations between them', () => {
  expect(written(false)).toEqual([
    'Pain',
    '  leads to Rest',
    '  Doubt',
    'Rest',
    '  Pain leads to this',
  ]);
  expect(mapCounts(shownWith(false))).toBe('2 themes, 1 subtheme, 1 relation');
});

test('each box says what it is, what it stands in and how it is related', () => {
  const names = namesOnMap(shownWith(true));
  expect(names.get('Pain')).toBe('Pain, theme, 1 subtheme, 1 code, leads to Rest');
  expect(names.get('Doubt')).toBe('Doubt, subtheme, in Pain, 1 code');
  expect(names.get('Silence')).toBe('Silence, code, in Doubt and Rest');
  expect(names.get('Rest')).toBe('Rest, theme, 1 code, Pain leads to Rest, Loose hides Rest');
});

test('the arrows reach everything on the map, and nothing beyond its edge', () => {
  const shown = shownWith(true);
  const placed = placedItems(shown);
  const named = (id: string) => {
    const found = placed.find(({ item }) => item.id === id);
    if (found === undefined) throw new Error(`No ${id} on the map`);
    return found;
  };
  const reached = new Set(['Pain']);
  const waiting = [named('Pain')];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
    for (const direction of ['left', 'right', 'up', 'down'] as const) {
      const next = nextIn(shown, from, direction);
      if (next === undefined || reached.has(next.item.id)) continue;
      reached.add(next.item.id);
      waiting.push(next);
    }
  expect([...reached].toSorted()).toEqual(placed.map(({ item }) => item.id).toSorted());
  expect(nextIn(shown, named('Pain'), 'right')?.item.id).toBe('Ache');
  expect(nextIn(shown, named('Pain'), 'left')).toBeUndefined();
  // Along the lines: from a relation to its ends, although others are nearer.
  expect(nextIn(shown, named('r1'), 'right')?.item.id).toBe('Rest');
  expect(nextIn(shown, named('Silence'), 'left')?.item.id).toBe('Doubt');
});
