import { create } from 'zustand';
import type { SegmentHeading } from '#shared/contract/exports.ts';
import { type QueryDefinition, queryDefinitionSchema } from '#shared/model/query.ts';

/** In which order segments stand within their heading. */
export type SortBy = 'place' | 'newest' | 'oldest';

/** What stands above the results. */
export type AnalysisDialog = 'recode' | 'export' | 'save' | null;

interface AnalysisState {
  readonly definition: QueryDefinition;
  /** What the segments are gathered under. */
  readonly groupBy: SegmentHeading;
  readonly sortBy: SortBy;
  /** The segment the keys are at. It may be gone, and come back. */
  readonly current: string | null;
  /** The segments chosen; edits are made to these, or else to the current one. */
  readonly chosen: ReadonlySet<string>;
  /** The segments whose surroundings are shown. */
  readonly expanded: ReadonlySet<string>;
  readonly dialog: AnalysisDialog;
  /** The saved query that was opened last. */
  readonly saved: string | null;
  /** Whether the memo of the current segment is being written. */
  readonly writingMemo: boolean;
}

/** A query that asks for everything. */
export const openDefinition: QueryDefinition = queryDefinitionSchema.parse({});

const initial = {
  definition: openDefinition,
  groupBy: 'code',
  sortBy: 'place',
  current: null,
  chosen: new Set<string>(),
  expanded: new Set<string>(),
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
  }));

/** Opens or closes what stands above the results. */
export const showDialog = (dialog: AnalysisDialog): void => useAnalysisState.setState({ dialog });

/** Takes a segment into what is chosen, or out of it. */
export const toggleChosen = (id: string): void =>
  useAnalysisState.setState(({ chosen }) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return { chosen: next };
  });

/** Shows or hides what stands around a segment. */
export const toggleExpanded = (id: string): void =>
  useAnalysisState.setState(({ expanded }) => {
    const next = new Set(expanded);
    if (!next.delete(id)) next.add(id);
    return { expanded: next };
  });
