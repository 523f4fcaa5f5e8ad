import {
  BookMarked,
  Highlighter,
  History,
  LibraryBig,
  ListChecks,
  ListFilter,
  type LucideIcon,
  MessagesSquare,
  NotebookPen,
  PenLine,
  Search,
  Shapes,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { AreaId } from '#renderer/state/navigation.ts';

/** A work area. Panel and inspector are optional; the centre fills what they leave. */
export interface Area {
  readonly id: AreaId;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly Panel?: LazyExoticComponent<ComponentType>;
  readonly Centre: LazyExoticComponent<ComponentType>;
  readonly Inspector?: LazyExoticComponent<ComponentType>;
  /** Whether, where there is no room beside the centre, the details stand below it: never over its words. */
  readonly detailsBelow?: boolean;
}

const part = <N extends string>(
  load: () => Promise<Readonly<Record<N, ComponentType>>>,
  name: N,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));

/** The work areas in the order of the analysis, as the rail shows them. */
export const areas: readonly Area[] = [
  {
    id: 'library',
    name: 'Library',
    icon: LibraryBig,
    Centre: part(() => import('./library/library.tsx'), 'Library'),
    Inspector: part(() => import('./library/library-inspector.tsx'), 'LibraryInspector'),
  },
  {
    id: 'coding',
    name: 'Coding',
    icon: Highlighter,
    Panel: part(() => import('./coding/coding-panel.tsx'), 'CodingPanel'),
    Centre: part(() => import('./coding/coding.tsx'), 'Coding'),
    Inspector: part(() => import('./coding/coding-inspector.tsx'), 'CodingInspector'),
    detailsBelow: true,
  },
  {
    id: 'codebook',
    name: 'Codebook',
    icon: BookMarked,
    Centre: part(() => import('./codebook/codebook.tsx'), 'Codebook'),
    Inspector: part(() => import('./codebook/codebook-inspector.tsx'), 'CodebookInspector'),
  },
  {
    id: 'themes',
    name: 'Themes',
    icon: Shapes,
    Centre: part(() => import('./themes-map/themes-views.tsx'), 'ThemesViews'),
    Inspector: part(
      () => import('./themes-map/themes-views-inspector.tsx'),
      'ThemesViewsInspector',
    ),
  },
  {
    id: 'memos',
    name: 'Memos',
    icon: NotebookPen,
    Centre: part(() => import('./memos/memos.tsx'), 'Memos'),
    Inspector: part(() => import('./memos/memos-inspector.tsx'), 'MemosInspector'),
    detailsBelow: true,
  },
  {
    id: 'search',
    name: 'Search',
    icon: Search,
    Centre: part(() => import('./search/search.tsx'), 'Search'),
  },
  {
    id: 'analysis',
    name: 'Analysis',
    icon: ListFilter,
    Panel: part(() => import('./analysis/query-panel.tsx'), 'QueryPanel'),
    Centre: part(() => import('./analysis/analysis.tsx'), 'Analysis'),
    Inspector: part(() => import('./analysis/analysis-inspector.tsx'), 'AnalysisInspector'),
  },
  {
    id: 'planning',
    name: 'Planning',
    icon: ListChecks,
    Centre: part(() => import('./planning/planning.tsx'), 'Planning'),
    Inspector: part(() => import('./planning/planning-inspector.tsx'), 'PlanningInspector'),
  },
  {
    id: 'writing',
    name: 'Writing',
    icon: PenLine,
    Panel: part(() => import('./writing/reports-panel.tsx'), 'ReportsPanel'),
    Centre: part(() => import('./writing/writing.tsx'), 'Writing'),
  },
  {
    id: 'review',
    name: 'Review',
    icon: MessagesSquare,
    Centre: part(() => import('./review/review.tsx'), 'Review'),
  },
  {
    id: 'history',
    name: 'History',
    icon: History,
    Centre: part(() => import('./history/history.tsx'), 'History'),
    Inspector: part(() => import('./history/history-inspector.tsx'), 'HistoryInspector'),
  },
];

/** Search has keys of its own, and memos are written from everywhere. */
const withoutDigit: ReadonlySet<AreaId> = new Set(['memos', 'search']);
const withDigit = areas.filter(({ id }) => !withoutDigit.has(id));

/** The keys that go to an area, as commands are given theirs: a digit in the order of the rail, if any. */
export const areaKeys = (id: AreaId): { readonly keys?: string } => {
  const at = withDigit.findIndex((area) => area.id === id);
  return at === -1 ? {} : { keys: `$mod+${at + 1}` };
};
