import { create } from 'zustand';

/** A place in a grid by numbers: rows counted from 0, -1 for the head. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/**
 * A place in the grid of cases. `head` is the row with the columns' names. The numbers say where it
 * was, for when the case or the column is gone.
 */
interface CellPlace extends Spot {
  readonly caseId: string;
  readonly columnId: string;
}

/** The id that stands for the head of the grid where cases have theirs. */
export const head = 'head';

interface CaseState {
  readonly filter: string;
  /** The cell that has, or would get, the focus. */
  readonly at: CellPlace | null;
  /** The words that editing of that cell began with; null while nothing is edited. */
  readonly editing: string | null;
  /** The attribute in the dialog: its id, `new` for a new one, null while there is no dialog. */
  readonly dialog: string | null;
}

/** What is shown and chosen among the cases. Never saved. */
export const useCaseState = create<CaseState>(() => ({
  filter: '',
  at: null,
  editing: null,
  dialog: null,
}));
