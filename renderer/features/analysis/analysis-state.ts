import { create } from 'zustand';
import type { SegmentHeading } from '#shared/contract/exports.ts';
import { openDefinition, type QueryDefinition } from '#shared/model/query.ts';

/** In which order segments stand within their heading. */
export type SortBy = 'place' | 'newest' | 'oldest';

/** What stands above the results. */
export type AnalysisDialog = 'recode' | 'export' | 'save' | null;

/** The sheets of the details. */
export type DetailsTab = 'segment' | 'counts';

/** How many turns come into sight on either side at a time. */
export const turnsStep = 2;

/** The most turns that are shown on either side. */
export const mostTurns = 100;

/** A segment that was given another code while it was looked at. */
export interface Moved {
  readonly current: string;
  /** The code it had. */
  readonly codeId: string;
  /** What was chosen with it. */
  readonly chosen: readonly string[];
  /** Whether the list has shown it under its other code, so that it can come back. */
  readonly isGone: boolean;
}

interface AnalysisState {
  readonly definition: QueryDefinition;
  /** What the segments are gathered under. */
  readonly groupBy: SegmentHeading;
  readonly sortBy: SortBy;
  /** The segment the keys are at. It may be gone, and come back. */
  readonly current: string | null;
  /** The segments chosen; edits are made to these, or else to the current one. */
  readonly chosen: ReadonlySet<string>;
  /** The last segment that was chosen by itself: where a stretch of them begins. */
  readonly anchor: string | null;
  /** All segments found, in the order shown. */
  readonly shown: readonly string[];
  /** What went away while it was looked at or chosen; an undo that brings it back goes there. */
  readonly missed: { readonly current: string; readonly chosen: readonly string[] } | null;
  /** Under headings of codes: what a recode took elsewhere while it was looked at, the latest last. */
  readonly moved: readonly Moved[];
  /** Counts up when an undo has brought back what was looked at. */
  readonly returns: number;
  /** The segments whose surroundings are shown, and how many turns on either side. */
  readonly expanded: ReadonlyMap<string, number>;
  /** What the details show. */
  readonly tab: DetailsTab;
  readonly dialog: AnalysisDialog;
  /** The saved query that was opened last. */
  readonly saved: string | null;
  /** Whether the memo of the current segment is being written. */
  readonly writingMemo: boolean;
}

const initial = {
  definition: openDefinition,
  groupBy: 'code',
  sortBy: 'place',
  current: null,
  chosen: new Set<string>(),
  anchor: null,
  shown: [],
  missed: null,
  moved: [],
  returns: 0,
  expanded: new Map<string, number>(),
  tab: 'segment',
  dialog: null,
  saved: null,
  writingMemo: false,
} as const satisfies AnalysisState;

/** What is asked for and looked at in retrieval. Kept in the project only where it is saved. */
export const useAnalysisState = create<AnalysisState>(() => initial);

/** Forgets everything: another project was opened. */
export const startAnalysisAnew = (): void => useAnalysisState.setState(initial, true);

/** Asks for something else: nothing is chosen in it yet. */
export const askFor = (change: Partial<QueryDefinition>): void =>
  useAnalysisState.setState(({ definition }) => ({
    definition: { ...definition, ...change },
    chosen: new Set(),
    anchor: null,
    missed: null,
    moved: [],
  }));

/** Opens or closes what stands above the results. */
export const showDialog = (dialog: AnalysisDialog): void => useAnalysisState.setState({ dialog });

/** Looks at a segment. */
export const goTo = (id: string): void => useAnalysisState.setState({ current: id });

/** Takes a segment into what is chosen, or out of it. */
export const toggleChosen = (id: string): void =>
  useAnalysisState.setState(({ chosen }) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return { chosen: next, anchor: id };
  });

/** Chooses the segments from the one chosen last (else the current one) up to this one, and goes there. */
export const chooseUpTo = (id: string): void =>
  useAnalysisState.setState(({ shown, chosen, anchor, current }) => {
    const [from, to] = [shown.indexOf(anchor ?? current ?? id), shown.indexOf(id)];
    const stretch = from === -1 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    return {
      chosen: new Set([...chosen, ...stretch]),
      anchor: from === -1 ? id : (shown[from] ?? id),
      current: id,
    };
  });

/** Shows more of what stands around a segment. */
export const showMoreAround = (id: string): void =>
  useAnalysisState.setState(({ expanded }) => ({
    expanded: new Map(expanded).set(id, Math.min(mostTurns, (expanded.get(id) ?? 0) + turnsStep)),
  }));

/** Shows a segment as it was, without the turns around it. */
export const showLessAround = (id: string): void =>
  useAnalysisState.setState(({ expanded }) => {
    const next = new Map(expanded);
    next.delete(id);
    return { expanded: next };
  });
