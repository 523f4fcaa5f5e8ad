import type { ReactFlowInstance } from '@xyflow/react';
import { around, type Box } from '#shared/map/boxes.ts';
import type { ShownMap } from './use-map.ts';

/** What can be done with the canvas that is on the screen. */
interface Canvas {
  readonly flow: Pick<ReactFlowInstance, 'getZoom' | 'zoomTo' | 'getViewport' | 'setViewport'>;
  readonly element: HTMLElement;
}
let canvas: Canvas | null = null;

/** Says which canvas is on the screen; null when it goes. */
export const setCanvas = (now: Canvas | null): void => {
  canvas = now;
};

export const smallest = 0.04;
export const largest = 2.5;
/** Smaller than this nobody reads a name; a map that needs more begins at its first themes. */
const legible = 0.6;
const margin = 32;

const motion = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120);

/** Magnifies (above 1) or shrinks the map around the middle of the canvas. */
export const zoomBy = (factor: number): void => {
  if (canvas === null) return;
  const zoom = Math.min(largest, Math.max(smallest, canvas.flow.getZoom() * factor));
  void canvas.flow.zoomTo(zoom, { duration: motion() });
};

interface Size {
  readonly width: number;
  readonly height: number;
}

const zoomToFit = (all: Box, { width, height }: Size): number =>
  Math.min(
    1,
    (width - 2 * margin) / Math.max(all.width, 1),
    (height - 2 * margin) / Math.max(all.height, 1),
  );

const viewOf = (at: Box, zoom: number, { width, height }: Size) => ({
  x: width / 2 - (at.x + at.width / 2) * zoom,
  y: height / 2 - (at.y + at.height / 2) * zoom,
  zoom,
});

/** What of a map its view depends on. */
type Drawn = Pick<ShownMap, 'boxes' | 'arrows'>;

const allOf = ({ boxes, arrows }: Drawn): Box =>
  around([...boxes, ...arrows.map(({ label }) => label)]);

/** The whole map in sight, at 100 % at most. */
const wholeView = (shown: Drawn, size: Size) => {
  const all = allOf(shown);
  return viewOf(all, Math.max(smallest, zoomToFit(all, size)), size);
};

/**
 * What a map shows first: all of it where names can be read then, else its first theme, legibly, half
 * way down or as near to that as leaves no empty space above the map.
 */
export const firstView = (shown: Drawn, size: Size) => {
  const whole = wholeView(shown, size);
  const [first] = shown.boxes;
  if (whole.zoom >= legible || first === undefined) return whole;
  const zoom = 0.75;
  const halfWay = size.height / 2 - (first.y + first.height / 2) * zoom;
  return {
    x: margin - first.x * zoom,
    y: Math.min(halfWay, margin - allOf(shown).y * zoom),
    zoom,
  };
};

/** Brings the whole map into sight. */
export const fitAll = (shown: ShownMap): void => {
  if (canvas === null) return;
  const { clientWidth: width, clientHeight: height } = canvas.element;
  void canvas.flow.setViewport(wholeView(shown, { width, height }), { duration: motion() });
};

/** Moves the canvas, where it must, so that a box is in sight. */
export const bringIntoSight = (box: Box): void => {
  if (canvas === null) return;
  const { x, y, zoom } = canvas.flow.getViewport();
  const { clientWidth: width, clientHeight: height } = canvas.element;
  const left = box.x * zoom + x;
  const top = box.y * zoom + y;
  const isInside =
    left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height;
  if (isInside && zoom >= legible) return;
  const large = Math.max(zoom, legible);
  void canvas.flow.setViewport(viewOf(box, large, { width, height }), { duration: 0 });
};
