import { create } from 'zustand';
import { platform } from '#renderer/client/platform.ts';
import type { TextEffect } from '#shared/contract/turns.ts';
import { type Draft, flushDrafts, forgetKept, isAnyUnkept, keepForLater } from './kept-drafts.ts';

/** What shall be done with the turn that is corrected; `at` is an offset in the words typed. */
export type Wish =
  | { readonly kind: 'save' }
  | { readonly kind: 'split'; readonly at: number }
  | { readonly kind: 'merge' };

/** What somebody should see before it is saved. */
export interface Review {
  readonly wish: Wish;
  /** Whether the words are corrected, or the turn is merged with the next. */
  readonly step: 'correct' | 'merge';
  readonly effect: TextEffect;
}

interface CorrectionState {
  /** The turn whose words are open for correction, by id. */
  readonly turnId: string | null;
  /** By turn id. They outlive the editor and the page, until they are saved or given up. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly review: Review | null;
  readonly isSaving: boolean;
  /** The turn, by id, that the focus goes to as soon as the page shows it. */
  readonly returnTo: string | null;
  /** Whether the words of the open source are looked for to be replaced. */
  readonly isReplacing: boolean;
}

/** What is being corrected in the coding workspace. Never saved in the project. */
export const useCorrection = create<CorrectionState>(() => ({
  turnId: null,
  drafts: new Map(),
  review: null,
  isSaving: false,
  returnTo: null,
  isReplacing: false,
}));

useCorrection.subscribe(({ drafts }, { drafts: before }) => {
  if (drafts === before) return;
  for (const [turnId, draft] of drafts)
    if (before.get(turnId) !== draft) keepForLater(turnId, draft);
  for (const [turnId, draft] of before) if (!drafts.has(turnId)) forgetKept(turnId, draft);
});

addEventListener('pagehide', flushDrafts);
addEventListener('beforeunload', (event) => {
  flushDrafts();
  // A desktop window hears nothing of a page that refuses to go, so only browsers are asked to wait.
  if (isAnyUnkept() && platform.host === 'browser') event.preventDefault();
});

/** Keeps what was typed for a turn; words that are the saved ones again are no draft. */
export const keepDraft = (turnId: string, draft: Draft): void =>
  useCorrection.setState((state) => {
    const drafts = new Map(state.drafts);
    if (draft.words === draft.before) drafts.delete(turnId);
    else drafts.set(turnId, draft);
    return { drafts, review: null };
  });

/** Gives up what was typed for a turn. */
export const dropDraft = (turnId: string): void =>
  useCorrection.setState((state) => {
    const drafts = new Map(state.drafts);
    drafts.delete(turnId);
    return { drafts, review: null };
  });
