import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ColourScheme = 'system' | 'light' | 'dark';
export type TranscriptFace = 'serif' | 'sans' | 'legible';

export const transcriptSizes = [14, 15, 16, 17, 18, 20, 22, 24, 26, 28] as const;

interface Preferences {
  readonly scheme: ColourScheme;
  readonly face: TranscriptFace;
  /** Size of the transcript's type in CSS pixels, one of `transcriptSizes`. */
  readonly size: number;
  /** Whether single letters are shortcuts in the reading pane (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly panelOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly change: (change: Partial<Omit<Preferences, 'change'>>) => void;
}

/** How this person likes the screen. Kept on this computer, never in the project. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      scheme: 'system',
      face: 'serif',
      size: 17,
      singleKeys: true,
      panelOpen: true,
      inspectorOpen: true,
      change: (change) => set(change),
    }),
    { name: 'understory-preferences' },
  ),
);
