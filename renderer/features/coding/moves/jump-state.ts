import { create } from 'zustand';
import type { Whose } from './turn-jumps.ts';

/** What is asked for before one goes somewhere else in the source. Never saved. */
interface Jumps {
  /** Whose turns W goes through. */
  readonly whose: Whose;
  readonly asking: 'turn' | 'whose' | null;
}

export const useJumps = create<Jumps>(() => ({ whose: 'not-interviewer', asking: null }));
