import { create } from 'zustand';
import type { CallError } from '#shared/contract/errors.ts';
import type { RecordKind } from '#shared/model/change.ts';

/** Which steps are listed; null: all. */
export interface StepFilter {
  readonly coderId: string | null;
  readonly kind: RecordKind | null;
  /** Days as date fields give them (`YYYY-MM-DD`), both included; '': open. */
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

export const noFilter: StepFilter = { coderId: null, kind: null, from: '', to: '', words: '' };

interface HistoryState {
  readonly filter: StepFilter;
  /** Why the step of this id could not be undone on its own. */
  readonly refusal: { readonly id: string; readonly error: CallError } | null;
  /** The step to be brought into sight and given the focus, as soon as it is listed. */
  readonly reveal: string | null;
}

/** What is looked for in the history. Never saved. */
export const useHistoryState = create<HistoryState>(() => ({
  filter: noFilter,
  refusal: null,
  reveal: null,
}));

/** Narrows the list of steps, or widens it. */
export const filterSteps = (change: Partial<StepFilter>): void =>
  useHistoryState.setState(({ filter }) => ({ filter: { ...filter, ...change } }));

/** Whether anything narrows the list. */
export const isFiltered = (filter: StepFilter): boolean =>
  Object.entries(noFilter).some(([key, none]) => filter[key as keyof StepFilter] !== none);
