import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';

/** Rows and columns beyond the visible ones that are drawn too, so that scrolling shows no gap. */
const moreRows = 6;
const moreColumns = 1;

interface Shape {
  readonly rows: number;
  readonly rowHeight: number;
  /** The widths of the columns from left to right, in CSS pixels; the first one stays in sight. */
  readonly widths: readonly number[];
}

/** The rows and columns to draw, half-open, and where the columns begin. */
export interface GridWindow {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly lefts: readonly number[];
  readonly width: number;
}

const leftsOf = (widths: readonly number[]): readonly number[] => {
  let left = 0;
  return widths.map((width) => {
    left += width;
    return left - width;
  });
};

/** Which part of a large grid is on the screen, followed while it is scrolled or resized. */
export const useGridWindow = (
  frame: RefObject<HTMLElement | null>,
  { rows, rowHeight, widths }: Shape,
): GridWindow => {
  const [seen, setSeen] = useState({ firstRow: 0, endRow: 40, firstColumn: 0, endColumn: 12 });
  const lefts = useMemo(() => leftsOf(widths), [widths]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
      const endOf = (at: number): number => (lefts[at] ?? 0) + (widths[at] ?? 0);
      const firstColumn = lefts.findIndex((_, at) => endOf(at) > scrollLeft);
      const beyond = lefts.findIndex((left) => left > scrollLeft + clientWidth);
      const next = {
        firstRow: Math.max(0, Math.floor(scrollTop / rowHeight) - moreRows),
        endRow: Math.ceil((scrollTop + clientHeight) / rowHeight) + moreRows,
        firstColumn: Math.max(0, firstColumn - moreColumns),
        endColumn: (beyond < 0 ? widths.length : beyond) + moreColumns,
      };
      setSeen((before) =>
        before.firstRow === next.firstRow &&
        before.endRow === next.endRow &&
        before.firstColumn === next.firstColumn &&
        before.endColumn === next.endColumn
          ? before
          : next,
      );
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [frame, rowHeight, lefts, widths]);
  return {
    ...seen,
    endRow: Math.min(rows, seen.endRow),
    endColumn: Math.min(widths.length, seen.endColumn),
    lefts,
    width: (lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0),
  };
};
