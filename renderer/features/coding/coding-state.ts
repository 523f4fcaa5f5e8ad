import { create } from 'zustand';
import type { Range } from '#shared/model/range.ts';
import type { Unit } from '#shared/text/units.ts';

/** How many codes the number keys reach. */
const recentCodes = 9;

/** The places where a source is read: one, or two beside each other. */
export type Column = 'main' | 'beside';

/** What each column has of its own. */
export interface ColumnState {
  readonly sourceId: string | null;
  /** Whose codings are shown, where the column shows those of one coder alone. */
  readonly coderId: string | null;
  /** What is selected in the open source, in UTF-16 code units. */
  readonly selection: Range | null;
  /** Passages put aside, to be coded together with the selection; in order, apart from each other. */
  readonly passages: readonly Range[];
  /** Whether the passages have had a code: the next selection then begins anew. */
  readonly passagesCoded: boolean;
  /** While the selection is extended by key: what it was first, and the unit reached last. */
  readonly extension: { readonly anchor: Range; readonly head: Range } | null;
  /** What the keys move by and select. */
  readonly unit: Unit;
  /** The turn the keys are at, counted from 0. */
  readonly turn: number;
  /** The coding that is looked at, resized, recoded or removed. It may be gone, and come back. */
  readonly active: string | null;
  /** Where the coding looked at last begins, so that "next" goes on from there when it is gone. */
  readonly place: number | null;
}

/** The column that the keys act on, spread out, and what the window has but once. */
export interface CodingState extends ColumnState {
  readonly column: Column;
  /** The state of the column that the keys do not act on. */
  readonly parked: ColumnState;
  /** Several codings chosen in the inspector, for recoding and marking at once; null for none. */
  readonly chosen: readonly string[] | null;
  /** The coding under the pointer, on either side. */
  readonly hovered: string | null;
  /** The extent the active coding would get if its end were let go of now. */
  readonly preview: Range | null;
  /** What the code picker is open for. */
  readonly picker: 'code' | 'recode' | null;
  /** Code ids, the latest first: for the number keys and "same code again". */
  readonly recent: readonly string[];
  /** Whether the memo of the active coding is being written. */
  readonly writingMemo: boolean;
  /** Whether words are being looked for in the open source. */
  readonly finding: boolean;
  /** Where the words looked for were found. */
  readonly found: readonly Range[];
}

/** A column in which nothing was done yet. */
const untouched: ColumnState = {
  sourceId: null,
  coderId: null,
  selection: null,
  passages: [],
  passagesCoded: false,
  extension: null,
  unit: 'turn',
  turn: 0,
  active: null,
  place: null,
};

const nothing = {
  chosen: null,
  hovered: null,
  preview: null,
  picker: null,
  writingMemo: false,
  finding: false,
  found: [],
} as const;

/** What is selected and looked at in the coding workspace. Never saved. */
export const useCodingState = create<CodingState>(() => ({
  ...untouched,
  ...nothing,
  column: 'main',
  parked: untouched,
  recent: [],
}));

const ownOf = (state: ColumnState): ColumnState => ({
  sourceId: state.sourceId,
  coderId: state.coderId,
  selection: state.selection,
  passages: state.passages,
  passagesCoded: state.passagesCoded,
  extension: state.extension,
  unit: state.unit,
  turn: state.turn,
  active: state.active,
  place: state.place,
});

/** The state of one column, whether or not the keys act on it. */
export const stateOf = (state: CodingState, column: Column): ColumnState =>
  state.column === column ? state : state.parked;

/** Changes the state of one column, whether or not the keys act on it. */
export const changeColumn = (column: Column, change: Partial<ColumnState>): void =>
  useCodingState.setState((state) =>
    state.column === column ? change : { parked: { ...state.parked, ...change } },
  );

/** Has the keys act on this column from now on. */
export const turnToColumn = (column: Column): void => {
  const state = useCodingState.getState();
  if (state.column === column) return;
  useCodingState.setState({ ...state.parked, column, parked: ownOf(state), preview: null });
};

/** Shows another source, or the codings of another coder, in a column: nothing is selected there yet. */
export const turnToSource = (
  sourceId: string,
  column: Column = 'main',
  coderId: string | null = null,
): void => {
  const state = useCodingState.getState();
  const own = stateOf(state, column);
  if (own.sourceId === sourceId && own.coderId === coderId) return;
  const fresh =
    own.sourceId === sourceId ? { ...ownOf(own), coderId } : { ...untouched, sourceId, coderId };
  if (state.column === column) useCodingState.setState({ ...nothing, ...fresh });
  else useCodingState.setState({ parked: fresh });
};

/** Remembers a code as the latest used. */
export const rememberCode = (codeId: string): void =>
  useCodingState.setState(({ recent }) =>
    recent[0] === codeId
      ? {}
      : { recent: [codeId, ...recent.filter((id) => id !== codeId)].slice(0, recentCodes) },
  );
