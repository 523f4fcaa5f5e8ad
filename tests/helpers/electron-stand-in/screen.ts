import { type Rectangle, readSettings } from './settings.ts';

interface Display {
  readonly workArea: Rectangle;
}

const overlap = (a: Rectangle, b: Rectangle): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Stands in for `screen`, with the displays that the test says there are. */
export const screen = {
  getAllDisplays: (): readonly Display[] =>
    readSettings().displays.map((workArea) => ({ workArea })),
  /** The display a rectangle covers most of; the main one where it covers none. */
  getDisplayMatching: (bounds: Rectangle): Display => {
    const [main, ...others] = screen.getAllDisplays();
    if (main === undefined) throw new Error('There is no display');
    return others.reduce(
      (best, display) =>
        overlap(display.workArea, bounds) > overlap(best.workArea, bounds) ? display : best,
      main,
    );
  },
};
