import { create } from 'zustand';
import type { ClaimKind } from '#shared/model/claim.ts';

/** Something to bring into sight and put the focus on, as soon as it is on the screen. */
export type Reveal =
  | { readonly claim: string }
  /** The field for a new claim at the end of a list. */
  | { readonly add: ClaimKind };

interface PlanningState {
  readonly tab: 'plan' | 'checks';
  /** The claim that has the focus, where looking at it would bring the drawer over the lists. */
  readonly at: string | null;
  /** The claim whose words are being changed in place. */
  readonly editing: string | null;
  /** The claim for which somebody chooses what it rests on. */
  readonly choosing: string | null;
  readonly reveal: Reveal | null;
  /** The claim that went away while it was looked at; an undo that brings it back goes to it. */
  readonly missed: string | null;
}

/** What is chosen and being done on the planning screen. Never saved. */
export const usePlanningState = create<PlanningState>(() => ({
  tab: 'plan',
  at: null,
  editing: null,
  choosing: null,
  reveal: null,
  missed: null,
}));
