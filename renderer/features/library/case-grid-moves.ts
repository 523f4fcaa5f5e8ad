import type { KeyboardEvent } from 'react';
import type { CaseColumn, CaseEntry } from './case-columns.ts';
import { head, type Spot, useCaseState } from './case-state.ts';

/** How large a grid is, and how many rows a page of it has. */
interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** A number no smaller than `least` and no larger than `most`. */
export const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** Where a key leads from a place; null for keys that do not move. */
export const movedBy = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  { row, column }: Spot,
  { rows, columns, page }: Size,
): Spot | null => {
  if (event.altKey || event.shiftKey) return null;
  const far = event.ctrlKey || event.metaKey;
  const moves: Readonly<Record<string, Spot>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? rows : row, column: columns },
    PageDown: { row: row + page, column },
    PageUp: { row: Math.max(0, row - page), column },
  };
  const to = moves[event.key];
  if (to === undefined || (far && event.key !== 'Home' && event.key !== 'End')) return null;
  return { row: clamp(to.row, -1, rows - 1), column: clamp(to.column, 0, columns - 1) };
};

interface Shown {
  readonly entries: readonly CaseEntry[];
  readonly columns: readonly CaseColumn[];
}

/**
 * The place that has, or would get, the focus. A case or column that is gone gives way to what took
 * its place, of which `isGone` tells.
 */
export const useSpot = ({ entries, columns }: Shown): { spot: Spot; isGone: boolean } => {
  const at = useCaseState((state) => state.at);
  if (at === null) return { spot: { row: 0, column: 0 }, isGone: false };
  const row = at.caseId === head ? -1 : entries.findIndex(({ id }) => id === at.caseId);
  const column = columns.findIndex(({ id }) => id === at.columnId);
  const noRow = row < 0 && at.caseId !== head;
  return {
    spot: {
      row: noRow ? clamp(at.row, 0, entries.length - 1) : row,
      column: column < 0 ? clamp(at.column, 0, columns.length - 1) : column,
    },
    isGone: noRow || column < 0,
  };
};
