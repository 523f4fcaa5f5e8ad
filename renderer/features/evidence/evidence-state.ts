import { create } from 'zustand';
import type { Link } from '#shared/model/evidence.ts';

interface EvidenceState {
  /** What is asked about: what rests on this? */
  readonly asked: Link | null;
}

/** Whether somebody is looking at what rests on a record. Never saved. */
export const useEvidenceState = create<EvidenceState>(() => ({ asked: null }));

/** Shows what rests on a record, above everything else. */
export const showAbove = (asked: Link): void => useEvidenceState.setState({ asked });

/** Goes back to what was there before. */
export const closeAbove = (): void => useEvidenceState.setState({ asked: null });
