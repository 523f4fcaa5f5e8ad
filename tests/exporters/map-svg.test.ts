import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawMap } from '#electron/exporters/map-svg.ts';
import { mapBoxes } from '#shared/map/boxes.ts';
import type { ThematicMap } from '#shared/model/map.ts';
import { lookInto } from './xml.ts';

const id = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Two themes, a subtheme and a code, related, with these names. */
const mapOf = ([one, two, sub, code, words]: readonly [
  string,
  string,
  string,
  string,
  string,
]): ThematicMap => {
  const theme = (number: number, name: string, parentId: string | null = null) => ({
    id: id(number),
    parentId,
    name,
    concept: '',
    status: 'candidate' as const,
  });
  return {
    themes: [theme(1, one), theme(2, sub, id(1)), theme(3, two)],
    codes: [{ id: id(4), name: code, colour: 2 }],
    placed: [
      { themeId: id(2), codeId: id(4) },
      { themeId: id(3), codeId: id(4) },
    ],
    relations: [
      { id: id(5), fromKind: 'theme', fromId: id(1), toKind: 'theme', toId: id(3), label: words },
    ],
    places: [{ id: id(6), nodeKind: 'code', nodeId: id(4), x: 700, y: -40 }],
  };
};

const draw = (map: ThematicMap, codes = true, title = 'Study') => {
  const spots = [1, 2, 3, 4].map((number) => ({ id: id(number), x: number * 250, y: number * 9 }));
  return drawMap({ title, map, boxes: mapBoxes(map, spots, { codes }) });
};

const svg = { s: 'http://www.w3.org/2000/svg' };
const textsIn = (markup: string, xpath: string): readonly string[] =>
  lookInto(markup, svg, (find) => find(xpath).map(({ text }) => text));

test('a map is drawn with every name as text, a title and the whole in words', () => {
  const map = mapOf(['Pain', 'Rest', 'Fear of movement', 'Ache', 'leads to']);
  const { svg: markup, width, height } = draw(map);
  expect(textsIn(markup, '//s:text')).toEqual([
    'Pain',
    'Fear of movement',
    'Rest',
    'Ache',
    'leads to',
  ]);
  expect(textsIn(markup, '/s:svg/s:title')).toEqual(['Thematic map of Study']);
  expect(textsIn(markup, '/s:svg/s:desc')).toEqual([
    [
      '3 themes, 1 code, 1 relation.',
      'Pain: Fear of movement.',
      'Fear of movement: Ache.',
      'Rest: Ache.',
      'Pain leads to Rest.',
    ].join('\n'),
  ]);
  lookInto(markup, svg, (find) => {
    const [root] = find('/s:svg');
    expect(root?.attribute('width')).toBe(String(width));
    expect(root?.attribute('viewBox')).toMatch(new RegExp(`${width} ${height}$`, 'u'));
    // Where somebody put it, not where the layout would have.
    expect(find('//s:rect[@x="700" and @y="-40"]')).toHaveLength(1);
    expect(find('//@*[starts-with(name(), "on")] | //s:script | //s:image | //s:style')).toEqual(
      [],
    );
  });
});

test('without its codes the map shows themes and what relates them', () => {
  const map = mapOf(['Pain', 'Rest', 'Fear', 'Ache', 'hides']);
  expect(textsIn(draw(map, false).svg, '//s:text')).toEqual(['Pain', 'Fear', 'Rest', 'hides']);
});

test('a long name stands in full, on several lines', () => {
  const long = 'What people say when nobody in the room believes that it hurts';
  const lines = textsIn(draw(mapOf([long, 'B', 'C', 'D', 'E'])).svg, '//s:text');
  expect(lines.slice(0, -4).join(' ')).toBe(long);
  expect(lines.length).toBeGreaterThan(6);
});

test('hostile names are text, whatever they hold', () => {
  const hostile = '<script>alert(1)</script>&"\'</text>]]><!--';
  const markup = draw(mapOf([hostile, hostile, hostile, hostile, hostile]), true, hostile).svg;
  lookInto(markup, svg, (find) => {
    expect(find('//s:script | //comment()')).toEqual([]);
    expect(find('/s:svg/s:title')[0]?.text).toBe(`Thematic map of ${hostile}`);
  });
});

test('any names give a well-formed drawing that has them all', () => {
  const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.tuple(name, name, name, name, name), (names) => {
      const markup = draw(mapOf(names)).svg;
      const titles = textsIn(markup, '//s:g/s:title');
      expect(titles).toHaveLength(5);
      expect(markup).not.toMatch(/NaN|undefined/u);
    }),
    { numRuns: 200 },
  );
});
