import { create } from 'zustand';
import type { MemoTarget } from '#shared/model/memo.ts';
import type { Quoted } from '#shared/text/links.ts';

export type MemosView = 'journal' | 'all';

export type MemoOrder = 'newest' | 'oldest' | 'target';

/** What is looked for among all memos. */
export interface MemoFilter {
  readonly text: string;
  readonly kind: MemoTarget | 'any';
  readonly coderId: string;
  /** Days as YYYY-MM-DD, '' for no bound. */
  readonly from: string;
  readonly to: string;
}

/** Stands for every coder in the choice of one. */
export const anyCoder = 'any';

export const noFilter: MemoFilter = { text: '', kind: 'any', coderId: anyCoder, from: '', to: '' };

interface MemosState {
  readonly view: MemosView;
  readonly filter: MemoFilter;
  readonly order: MemoOrder;
  /** The memo that was just begun, or gone back to: it gets the focus once it is on the screen. */
  readonly begun: string | null;
  /** The quote that waits for a memo to be chosen for it. */
  readonly quoting: Quoted | null;
}

/** What is looked at among the memos. Never saved. */
export const useMemosState = create<MemosState>(() => ({
  view: 'journal',
  filter: noFilter,
  order: 'newest',
  begun: null,
  quoting: null,
}));

/** Narrows or widens what is listed. */
export const changeFilter = (change: Partial<MemoFilter>): void =>
  useMemosState.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
