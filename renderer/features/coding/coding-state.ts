import { create } from 'zustand';
import type { Range } from '#shared/model/range.ts';
import type { Unit } from '#shared/text/units.ts';

/** How many codes the number keys reach. */
const recentCodes = 9;

interface CodingState {
  readonly sourceId: string | null;
  /** What is selected in the open source, in UTF-16 code units. */
  readonly selection: Range | null;
  /** What the keys move by and select. */
  readonly unit: Unit;
  /** The turn the keys are at, counted from 0. */
  readonly turn: number;
  /** The coding that is looked at, resized, recoded or removed. */
  readonly active: string | null;
  /** The coding under the pointer, on either side. */
  readonly hovered: string | null;
  /** What the code picker is open for. */
  readonly picker: 'code' | 'recode' | null;
  /** Code ids, the latest first: for the number keys and "same code again". */
  readonly recent: readonly string[];
  /** Whether the memo of the active coding is being written. */
  readonly writingMemo: boolean;
}

/** What is selected and looked at in the coding workspace. Never saved. */
export const useCodingState = create<CodingState>(() => ({
  sourceId: null,
  selection: null,
  unit: 'turn',
  turn: 0,
  active: null,
  hovered: null,
  picker: null,
  recent: [],
  writingMemo: false,
}));

/** Turns to another source: nothing is selected there yet. */
export const turnToSource = (sourceId: string): void => {
  if (useCodingState.getState().sourceId === sourceId) return;
  useCodingState.setState({
    sourceId,
    selection: null,
    unit: 'turn',
    turn: 0,
    active: null,
    hovered: null,
    picker: null,
    writingMemo: false,
  });
};

/** Remembers a code as the latest used. */
export const rememberCode = (codeId: string): void =>
  useCodingState.setState(({ recent }) => ({
    recent: [codeId, ...recent.filter((id) => id !== codeId)].slice(0, recentCodes),
  }));
