import type { Command } from '#renderer/commands/registry.ts';
import { aboveCommand } from '#renderer/features/evidence/evidence-commands.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { announce } from '#renderer/ui/announce.ts';
import { counted } from '#renderer/ui/words.ts';
import { openDefinition } from '#shared/model/query.ts';
import {
  cycleLevelOfTargets,
  removeTargets,
  targets,
  toggleImportantTargets,
} from './analysis-actions.ts';
import {
  askFor,
  mostTurns,
  showDialog,
  showLessAround,
  showMoreAround,
  turnsStep,
  useAnalysisState,
} from './analysis-state.ts';

const hasTarget = (): boolean => targets().length > 0;

const writeMemo = (): void => {
  usePreferences.getState().change({ inspectorOpen: true });
  useAnalysisState.setState({ writingMemo: true, tab: 'segment' });
};

const hasCurrent = (): boolean => useAnalysisState.getState().current !== null;

const turnAround = (): void => {
  const { current, expanded } = useAnalysisState.getState();
  if (current === null) return;
  if (expanded.has(current)) {
    showLessAround(current);
    announce('The turns around it are hidden');
  } else more();
};

const more = (): void => {
  const { current, expanded } = useAnalysisState.getState();
  if (current === null) return;
  showMoreAround(current);
  const turns = Math.min(mostTurns, (expanded.get(current) ?? 0) + turnsStep);
  announce(`${counted(turns, 'turn')} shown before and after`);
};

const startAnew = (): void => {
  askFor(openDefinition);
  useAnalysisState.setState({ saved: null });
};

/** What can be done with what was retrieved; single keys work in the list of segments. */
export const analysisCommands: readonly Command[] = [
  {
    id: 'analysis.context',
    label: 'Show or hide what stands around the segment',
    menu: 'View',
    keys: 'e',
    scope: 'reading',
    enabled: hasCurrent,
    run: turnAround,
  },
  {
    id: 'analysis.more-context',
    label: 'Show more turns around the segment',
    menu: 'View',
    keys: 'Shift+KeyE',
    scope: 'reading',
    enabled: hasCurrent,
    run: more,
  },
  {
    id: 'analysis.recode',
    label: 'Recode the segments',
    menu: 'Code',
    keys: 'r',
    scope: 'reading',
    enabled: hasTarget,
    run: () => showDialog('recode'),
  },
  {
    id: 'analysis.remove',
    label: 'Remove the codings of the segments',
    menu: 'Code',
    keys: 'Delete',
    scope: 'reading',
    enabled: hasTarget,
    run: removeTargets,
  },
  // Where the sign is typed with Shift, and where it has a key of its own.
  ...['Shift+*', '*'].map(
    (keys, index): Command => ({
      id: `analysis.important-${index + 1}`,
      label: 'Mark the segments as important, or not',
      menu: 'Code',
      keys,
      scope: 'reading',
      enabled: hasTarget,
      run: toggleImportantTargets,
    }),
  ),
  ...['Shift+~', '~'].map(
    (keys, index): Command => ({
      id: `analysis.level-${index + 1}`,
      label: 'Mark the segments as semantic, latent or neither',
      menu: 'Code',
      keys,
      scope: 'reading',
      enabled: hasTarget,
      run: cycleLevelOfTargets,
    }),
  ),
  aboveCommand(() => {
    const { current } = useAnalysisState.getState();
    return current === null ? null : { kind: 'coding', id: current };
  }),
  {
    id: 'analysis.memo',
    label: 'Write a memo on the segment',
    menu: 'Code',
    keys: 'm',
    scope: 'reading',
    enabled: hasCurrent,
    run: writeMemo,
  },
  {
    id: 'analysis.choose-all',
    label: 'Choose all segments',
    menu: 'Edit',
    keys: '$mod+a',
    scope: 'reading',
    enabled: () => useAnalysisState.getState().shown.length > 0,
    run: () => {
      const { shown } = useAnalysisState.getState();
      useAnalysisState.setState({ chosen: new Set(shown) });
      announce(`${counted(shown.length, 'segment')} chosen`);
    },
  },
  {
    id: 'analysis.let-go',
    label: 'Choose no segment',
    menu: 'Edit',
    keys: 'Escape',
    scope: 'reading',
    enabled: () => useAnalysisState.getState().chosen.size > 0,
    run: () => useAnalysisState.setState({ chosen: new Set(), anchor: null }),
  },
  {
    id: 'analysis.counts',
    label: 'Show how the segments divide',
    menu: 'View',
    run: () => {
      usePreferences.getState().change({ inspectorOpen: true });
      useAnalysisState.setState({ tab: 'counts' });
    },
  },
  { id: 'analysis.new', label: 'Start a new query', menu: 'File', run: startAnew },
  { id: 'analysis.save', label: 'Save query', menu: 'File', run: () => showDialog('save') },
  {
    id: 'analysis.export',
    label: 'Export segments',
    menu: 'File',
    run: () => showDialog('export'),
  },
];
