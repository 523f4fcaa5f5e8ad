import { around, type Box, boxStyles, type MapBox } from '#shared/map/boxes.ts';
import {
  type MapArrow,
  type MapLink,
  mapArrows,
  mapLinks,
  relationStyle,
} from '#shared/map/lines.ts';
import { exportColour } from '#shared/model/code-palette.ts';
import type { MapDrawing, ThematicMap } from '#shared/model/map.ts';
import { type Html, html } from './html.ts';
import { legalText, mapTexts } from './legal-text.ts';
import { countOf } from './wording.ts';

/** A map with its boxes where they stand. */
interface DrawnMap {
  /** What the study is called. */
  readonly title: string;
  readonly map: ThematicMap;
  readonly boxes: readonly MapBox[];
}

/** White around everything, in pixels. */
const margin = 32;
const ink = '#23211e';
const soft = '#57534c';
const line = '#88827a';
const accent = '#1f5f5b';

const round = (figure: number): number => Math.round(figure * 10) / 10;

/** Lines of text around the middle of a box, each a text element of its own. */
const lines = (
  texts: readonly string[],
  { x, middle, size, lineHeight }: Readonly<Record<'x' | 'middle' | 'size' | 'lineHeight', number>>,
): readonly Html[] => {
  // Letters stand about a third of their size above the middle of a line.
  const first = middle - ((texts.length - 1) * lineHeight) / 2 + size * 0.35;
  return texts.map(
    (text, at) => html`<text x="${round(x)}" y="${round(first + at * lineHeight)}">${text}</text>`,
  );
};

const middleOf = ({ y, height }: Box): number => y + height / 2;

const drawLink = ({ from, to, kind, curve }: MapLink): Html =>
  html`<path d="${curve.path}" stroke="${kind === 'subtheme' ? accent : line}" stroke-width="${kind === 'subtheme' ? 2 : 1.25}"><title>${to.name}, in ${from.name}</title></path>
`;

const drawBox = (box: MapBox): Html => {
  const { size, lineHeight, left } = boxStyles[box.kind];
  const { x, y, width, height } = box;
  const isTheme = box.kind === 'theme';
  const swatch =
    box.kind === 'code'
      ? html`<rect x="${x + 9}" y="${round(middleOf(box) - 5)}" width="10" height="10" rx="3" fill="${exportColour(box.code.colour)}"/>`
      : '';
  return html`<g><title>${isTheme ? 'Theme' : 'Code'}: ${box.name}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${isTheme ? 8 : 5}" fill="${isTheme ? '#dcebe9' : '#ffffff'}" stroke="${isTheme ? accent : line}" stroke-width="${isTheme ? 1.5 : 1}"/>${swatch}<g font-size="${size}" font-weight="${isTheme ? 600 : 400}">${lines(box.lines, { x: x + left, middle: middleOf(box), size, lineHeight })}</g></g>
`;
};

const drawArrow = ({ relation, from, to, curve, label }: MapArrow): Html => {
  const { size, lineHeight } = relationStyle;
  const { end, angle } = curve;
  return html`<g><title>${from.name} ${relation.label} ${to.name}</title><path d="${curve.path}" fill="none" stroke="${soft}" stroke-width="1.5" stroke-dasharray="5 3"/><path d="M0 0L-9 -4.5L-9 4.5Z" fill="${soft}" transform="translate(${round(end.x)} ${round(end.y)}) rotate(${round(angle)})"/><rect x="${round(label.x)}" y="${round(label.y)}" width="${round(label.width)}" height="${round(label.height)}" rx="4" fill="#ffffff" stroke="${soft}" stroke-width="0.75"/><g font-size="${size}" font-style="italic" text-anchor="middle">${lines(label.lines, { x: label.x + label.width / 2, middle: middleOf(label), size, lineHeight })}</g></g>
`;
};

/** The map in words, for those who cannot see it. */
const described = (
  boxes: readonly MapBox[],
  links: readonly MapLink[],
  arrows: readonly MapArrow[],
) => {
  const inside = Map.groupBy(links, ({ from }) => from.id);
  const themes = boxes.flatMap((box) => {
    if (box.kind !== 'theme') return [];
    const parts = (inside.get(box.id) ?? []).map(({ to }) => to.name);
    return [parts.length === 0 ? `${box.name}.` : `${box.name}: ${parts.join('; ')}.`];
  });
  const relations = arrows.map(
    ({ from, relation, to }) => `${from.name} ${relation.label} ${to.name}.`,
  );
  const count = (kind: MapBox['kind']): number => boxes.filter((box) => box.kind === kind).length;
  const counts = `${countOf(count('theme'), 'theme')}, ${countOf(count('code'), 'code')}, ${countOf(arrows.length, 'relation')}.`;
  return [counts, ...themes, ...relations].join('\n');
};

/**
 * The map as SVG 1.1: real text in whichever sans serif the reader has, a title and the whole map in
 * words as its description; no script, no style sheet, nothing from outside. Characters that XML does
 * not allow are left out.
 */
export const drawMap = (given: DrawnMap): MapDrawing => {
  const { title, map, boxes } = mapTexts(given, legalText);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const links = mapLinks(map, byId);
  const arrows = mapArrows(map, byId, links);
  const { x, y, width, height } = around([...boxes, ...arrows.map(({ label }) => label)]);
  const [wide, high] = [width + 2 * margin, height + 2 * margin].map(Math.ceil) as [number, number];
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${Math.floor(x - margin)} ${Math.floor(y - margin)} ${wide} ${high}" role="img" aria-labelledby="map-title map-words" font-family="sans-serif" fill="${ink}">
<title id="map-title">Thematic map of ${title}</title>
<desc id="map-words">${described(boxes, links, arrows)}</desc>
<rect x="${Math.floor(x - margin)}" y="${Math.floor(y - margin)}" width="${wide}" height="${high}" fill="#ffffff"/>
<g fill="none">
${links.map((link) => drawLink(link))}</g>
${boxes.map(drawBox)}${arrows.map(drawArrow)}</svg>
`;
  return { svg: svg.markup, width: wide, height: high };
};
