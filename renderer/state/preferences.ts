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
  /** Whether the details are wanted next to two columns, which need the room themselves. */
  readonly beside?: boolean;
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
  /** Whether two sources or coders stand side by side where one codes. */
  readonly columns: boolean;
  readonly panelOpen: boolean;
  /** Whether the details are in sight; in a narrow window, whether their drawer is out. */
  readonly inspectorOpen: boolean;
}

interface Preferences extends Kept, Shown {
  readonly change: (
    change: Partial<Omit<Kept & Shown, 'panes' | 'area' | 'narrow' | 'columns'>>,
  ) => void;
  /** Puts the panes as they are wanted in an area; a drawer begins closed. */
  readonly arrange: (area: AreaId, narrow: boolean) => void;
  /** Gives the details' room to a second column, until they are asked for; or gives it back. */
  readonly divide: (columns: boolean) => void;
  /** Something was chosen: brings the drawer out, unless it is wanted only when asked for. */
  readonly showDetails: () => void;
  /** Closes the drawer for now. */
  readonly closeDrawer: () => void;
}

type Detail = 'inspector' | 'drawer' | 'beside';

/** Which of the wishes about the details counts now. */
const detailOf = ({ area, narrow, columns }: Omit<Shown, 'panelOpen' | 'inspectorOpen'>): Detail =>
  narrow ? 'drawer' : columns && area === 'coding' ? 'beside' : 'inspector';

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
      columns: false,
      panelOpen: true,
      inspectorOpen: true,
      change: (change) => {
        const { panelOpen, inspectorOpen } = change;
        const { panes, area } = get();
        const wanted: Wanted = {
          ...panes[area],
          ...(panelOpen === undefined ? {} : { panel: panelOpen }),
          ...(inspectorOpen === undefined ? {} : { [detailOf(get())]: inspectorOpen }),
        };
        set({ ...change, panes: { ...panes, [area]: wanted } });
      },
      arrange: (area, narrow) => {
        const { panes, columns } = get();
        const wanted = panes[area];
        const detail = detailOf({ area, narrow, columns });
        set({
          area,
          narrow,
          panelOpen: wanted?.panel ?? true,
          inspectorOpen: detail !== 'drawer' && (wanted?.[detail] ?? detail === 'inspector'),
        });
      },
      divide: (columns) => {
        set({ columns });
        const { area, narrow, arrange } = get();
        arrange(area, narrow);
      },
      showDetails: () => {
        const { narrow, columns, panes, area } = get();
        // Two columns of words below each other leave no room for more.
        if (columns && area === 'coding') return;
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
