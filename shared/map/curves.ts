import type { Box } from './boxes.ts';

/** A point. Pixels at 100 %. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve between two boxes, as SVG draws it, with its middle. */
export interface Curve {
  readonly path: string;
  readonly middle: Point;
  /** Where it arrives, and the way it points there, in degrees clockwise from the right. */
  readonly end: Point;
  readonly angle: number;
}

interface Side {
  readonly at: Point;
  /** The way out of the box. */
  readonly out: Point;
}

const middleOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The sides of two boxes that face each other: left and right unless they stand above each other. */
const facing = (from: Box, to: Box): readonly [Side, Side] => {
  const [a, b] = [middleOf(from), middleOf(to)];
  const isBeside = from.x + from.width <= to.x || to.x + to.width <= from.x;
  const sign = (isBeside ? b.x >= a.x : b.y >= a.y) ? 1 : -1;
  return isBeside
    ? [
        { at: { x: a.x + (sign * from.width) / 2, y: a.y }, out: { x: sign, y: 0 } },
        { at: { x: b.x - (sign * to.width) / 2, y: b.y }, out: { x: -sign, y: 0 } },
      ]
    : [
        { at: { x: a.x, y: a.y + (sign * from.height) / 2 }, out: { x: 0, y: sign } },
        { at: { x: b.x, y: b.y - (sign * to.height) / 2 }, out: { x: 0, y: -sign } },
      ];
};

const round = (figure: number): number => Math.round(figure * 10) / 10;

/**
 * A curve from one box to another (cubic Bézier). `bend` shifts its middle aside, in pixels, so that
 * several between the same two boxes stay apart.
 */
export const curveBetween = (from: Box, to: Box, bend = 0): Curve => {
  const [start, end] = facing(from, to);
  // Half of the way between the two sides: curves leave and arrive straight, and never loop.
  const gap = start.out.x === 0 ? end.at.y - start.at.y : end.at.x - start.at.x;
  const reach = Math.max(24, Math.abs(gap) / 2);
  // Three quarters of a shift of both handles arrive in the middle of the curve.
  const aside = (4 / 3) * bend;
  const handle = ({ at, out }: Side): Point => ({
    x: at.x + out.x * reach + Math.abs(out.y) * aside,
    y: at.y + out.y * reach + Math.abs(out.x) * aside,
  });
  const [first, second] = [handle(start), handle(end)];
  const point = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
  const between = (axis: 'x' | 'y'): number =>
    (start.at[axis] + 3 * first[axis] + 3 * second[axis] + end.at[axis]) / 8;
  return {
    path: `M${point(start.at)}C${point(first)} ${point(second)} ${point(end.at)}`,
    middle: { x: between('x'), y: between('y') },
    end: end.at,
    angle: (Math.atan2(end.at.y - second.y, end.at.x - second.x) * 180) / Math.PI,
  };
};
