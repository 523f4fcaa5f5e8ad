import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { AreaId } from './navigation.ts';

export type ColourScheme = 'system' | 'light' | 'dark';
export type TranscriptFace = 'serif' | 'sans' | 'legible';

export const transcriptSizes = [14, 15, 16, 17, 18, 20, 22, 24, 26, 28] as const;

/** Which panes a person wants in an area. What is not said is wanted. */
interface Wanted {
  readonly panel?: boolean;
  readonly inspector?: boolean;
  /** Whether the drawer comes out by itself when something is chosen. */
  readonly drawer?: boolean;
}

interface Kept {
  readonly scheme: ColourScheme;
  readonly face: TranscriptFace;
  /** Size of the transcript's type in CSS pixels, one of `transcriptSizes`. */
  readonly size: number;
  /** Whether single letters are shortcuts in the reading pane (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly panes: { readonly [area in AreaId]?: Wanted };
}

interface Shown {
  readonly area: AreaId;
  readonly narrow: boolean;
  readonly panelOpen: boolean;
  /** Whether the details are in sight; in a narrow window, whether their drawer is out. */
  readonly inspectorOpen: boolean;
}

interface Preferences extends Kept, Shown {
  readonly change: (change: Partial<Omit<Kept & Shown, 'panes' | 'area' | 'narrow'>>) => void;
  /** Puts the panes as they are wanted in an area; a drawer begins closed. */
  readonly arrange: (area: AreaId, narrow: boolean) => void;
  /** Something was chosen: brings the drawer out, unless it is wanted only when asked for. */
  readonly showDetails: () => void;
  /** Closes the drawer for now. */
  readonly closeDrawer: () => void;
}

/** How this person likes the screen. Kept on this computer, never in the project. */
export const usePreferences = create<Preferences>()(
  persist<Preferences, [], [], Kept>(
    (set, get) => ({
      scheme: 'system',
      face: 'serif',
      size: 17,
      singleKeys: true,
      panes: {},
      area: 'library',
      narrow: false,
      panelOpen: true,
      inspectorOpen: true,
      change: (change) => {
        const { panelOpen, inspectorOpen } = change;
        const { panes, area, narrow } = get();
        const wanted: Wanted = {
          ...panes[area],
          ...(panelOpen === undefined ? {} : { panel: panelOpen }),
          ...(inspectorOpen === undefined
            ? {}
            : { [narrow ? 'drawer' : 'inspector']: inspectorOpen }),
        };
        set({ ...change, panes: { ...panes, [area]: wanted } });
      },
      arrange: (area, narrow) => {
        const wanted = get().panes[area];
        set({
          area,
          narrow,
          panelOpen: wanted?.panel ?? true,
          inspectorOpen: !narrow && (wanted?.inspector ?? true),
        });
      },
      showDetails: () => {
        const { narrow, panes, area } = get();
        if (narrow && (panes[area]?.drawer ?? true)) set({ inspectorOpen: true });
      },
      closeDrawer: () => {
        if (get().narrow) set({ inspectorOpen: false });
      },
    }),
    {
      name: 'understory-preferences',
      partialize: ({ scheme, face, size, singleKeys, panes }) => ({
        scheme,
        face,
        size,
        singleKeys,
        panes,
      }),
    },
  ),
);
