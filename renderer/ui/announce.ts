import { create } from 'zustand';

interface Announcements {
  readonly message: string;
  /** Counts up, so that the same words said twice are read twice. */
  readonly turn: number;
}

/** What the live region says now; see LiveRegion. */
export const useAnnouncements = create<Announcements>(() => ({ message: '', turn: 0 }));

/** Says something to screen readers without showing it. */
export const announce = (message: string): void =>
  useAnnouncements.setState((before) => ({ message, turn: before.turn + 1 }));
