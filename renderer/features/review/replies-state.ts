import { create } from 'zustand';
import type { ReplyImport } from '#shared/contract/replies.ts';
import type { Answer, Outcome } from '#shared/model/reply.ts';
import { useReviewState } from './review-state.ts';

/** An outcome that is being written and is not saved yet. */
export interface OutcomeDraft {
  readonly outcome: Outcome;
  readonly note: string;
}

/** What has been typed of a paper reply so far. `answers` is by theme; '' is the whole. */
export interface PaperDraft {
  readonly reviewer: string;
  readonly role: string;
  /** `2026-11-24`; '' for today. */
  readonly day: string;
  readonly answers: Readonly<
    Record<string, { readonly answer: Answer | null; readonly comment: string }>
  >;
}

export type RepliesDialog =
  | { readonly kind: 'paper' }
  | { readonly kind: 'export-log' }
  | { readonly kind: 'imports'; readonly files: readonly ReplyImport[] }
  | {
      readonly kind: 'who';
      readonly id: string;
      readonly reviewer: string;
      readonly role: string;
    };

export const noPaper: PaperDraft = { reviewer: '', role: '', day: '', answers: {} };

/** Any pack. */
export const anyPack = 'any';

interface RepliesState {
  /** The answer that is looked at. */
  readonly itemId: string | null;
  readonly packId: string;
  readonly state: 'all' | 'open' | 'decided';
  readonly dialog: RepliesDialog | null;
  /** By answer. */
  readonly outcomes: ReadonlyMap<string, OutcomeDraft>;
  /** By pack. */
  readonly papers: ReadonlyMap<string, PaperDraft>;
}

/** What is chosen and being done among the replies. Typed words outlive what is on the screen; never saved. */
export const useRepliesState = create<RepliesState>(() => ({
  itemId: null,
  packId: anyPack,
  state: 'all',
  dialog: null,
  outcomes: new Map(),
  papers: new Map(),
}));

const { setState, getState } = useRepliesState;

export const showDialog = (dialog: RepliesDialog | null): void => setState({ dialog });
export const closeDialog = (): void => setState({ dialog: null });

const put = <V>(map: ReadonlyMap<string, V>, key: string, value: V | null): Map<string, V> => {
  const copy = new Map(map);
  if (value === null) copy.delete(key);
  else copy.set(key, value);
  return copy;
};

/** Keeps what is written of an outcome; null forgets it. */
export const keepOutcome = (itemId: string, draft: OutcomeDraft | null): void =>
  setState({ outcomes: put(getState().outcomes, itemId, draft) });

/** Keeps what is typed of a paper reply; null forgets it. */
export const keepPaper = (packId: string, draft: PaperDraft | null): void =>
  setState({ papers: put(getState().papers, packId, draft) });

/** Shows the replies, all of them or with one answer open. */
export const showReplies = (itemId?: string): void => {
  useReviewState.setState({ tab: 'replies' });
  if (itemId !== undefined) setState({ itemId, packId: anyPack, state: 'all' });
};
