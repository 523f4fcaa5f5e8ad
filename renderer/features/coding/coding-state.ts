import { create } from 'zustand';
import type { Range } from '#shared/model/range.ts';
import type { Unit } from '#shared/text/units.ts';

/** How many codes the number keys reach. */
const recentCodes = 9;

interface CodingState {
  readonly sourceId: string | null;
  /** What is selected in the open source, in UTF-16 code units. */
  readonly selection: Range | null;
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
}

const nothing = {
  selection: null,
  extension: null,
  unit: 'turn',
  turn: 0,
  active: null,
  place: null,
  hovered: null,
  preview: null,
  picker: null,
  writingMemo: false,
  finding: false,
} as const;

/** What is selected and looked at in the coding workspace. Never saved. */
export const useCodingState = create<CodingState>(() => ({
  ...nothing,
  sourceId: null,
  recent: [],
}));

/** Turns to another source: nothing is selected there yet. */
export const turnToSource = (sourceId: string): void => {
  if (useCodingState.getState().sourceId !== sourceId)
    useCodingState.setState({ ...nothing, sourceId });
};

/** Remembers a code as the latest used. */
export const rememberCode = (codeId: string): void =>
  useCodingState.setState(({ recent }) => ({
    recent: [codeId, ...recent.filter((id) => id !== codeId)].slice(0, recentCodes),
  }));
