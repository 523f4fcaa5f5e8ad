import type { MapBox } from '#shared/map/boxes.ts';
import type { MapArrow } from '#shared/map/lines.ts';
import type { MapItem } from './map-state.ts';
import { relationWords } from './map-words.ts';
import type { ShownMap } from './use-map.ts';

/** A line of the outline. A code in several themes has a line in each, so keys are paths. */
export interface OutlineRow {
  readonly key: string;
  readonly item: MapItem;
  readonly text: string;
  /** Of a code: its colour in the palette. */
  readonly colour: number | null;
  /** Of a theme: its central organising concept; of a code: the other themes it stands in. */
  readonly note: string;
  readonly children: readonly OutlineRow[];
}

const none: readonly never[] = [];

/** How relations read beneath one of their ends: `leads to Rest`, `Pain leads to this`. */
const relationRow = (above: string, box: MapBox, arrow: MapArrow): OutlineRow => ({
  key: `${above}/${arrow.relation.id}`,
  item: { kind: 'relation', id: arrow.relation.id },
  text:
    arrow.from.id === box.id
      ? `${arrow.relation.label} ${arrow.to.name}`
      : `${arrow.from.name} ${arrow.relation.label} this`,
  colour: null,
  note: relationWords(arrow),
  children: none,
});

/** The map as an outline: themes with their relations, subthemes and codes, each with its own. */
export const outlineRows = ({ boxes, links, arrows }: ShownMap): readonly OutlineRow[] => {
  const inside = Map.groupBy(links, ({ from }) => from.id);
  const above = Map.groupBy(links, ({ to }) => to.id);
  const outgoing = Map.groupBy(arrows, ({ from }) => from.id);
  const incoming = Map.groupBy(arrows, ({ to }) => to.id);
  const noteOf = (box: MapBox, parent: MapBox | null): string => {
    if (box.kind === 'theme') return box.theme.concept;
    const others = (above.get(box.id) ?? none)
      .filter(({ from }) => from.id !== parent?.id)
      .map(({ from }) => from.name);
    return others.length === 0 ? '' : `also in ${others.join(', ')}`;
  };
  const rowOf = (
    box: MapBox,
    parent: { readonly key: string; readonly box: MapBox } | null,
  ): OutlineRow => {
    const key = parent === null ? box.id : `${parent.key}/${box.id}`;
    const own = [...(outgoing.get(box.id) ?? none), ...(incoming.get(box.id) ?? none)];
    return {
      key,
      item: { kind: box.kind, id: box.id },
      text: box.name,
      colour: box.kind === 'code' ? box.code.colour : null,
      note: noteOf(box, parent?.box ?? null),
      children: [
        ...own.map((arrow) => relationRow(key, box, arrow)),
        ...(inside.get(box.id) ?? none).map(({ to }) => rowOf(to, { key, box })),
      ],
    };
  };
  return boxes
    .filter((box) => (box.kind === 'theme' ? box.theme.parentId === null : !above.has(box.id)))
    .map((box) => rowOf(box, null));
};

/** Every row of an outline, from top to bottom, the folded ones too. */
export const allRows = (rows: readonly OutlineRow[]): readonly OutlineRow[] =>
  rows.flatMap((row) => [row, ...allRows(row.children)]);
