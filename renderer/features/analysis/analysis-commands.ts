import type { Command } from '#renderer/commands/registry.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { removeTargets, targets } from './analysis-actions.ts';
import {
  askFor,
  openDefinition,
  showDialog,
  toggleExpanded,
  useAnalysisState,
} from './analysis-state.ts';

const hasTarget = (): boolean => targets().length > 0;

const writeMemo = (): void => {
  usePreferences.getState().change({ inspectorOpen: true });
  useAnalysisState.setState({ writingMemo: true });
};

const expand = (): void => {
  const { current } = useAnalysisState.getState();
  if (current !== null) toggleExpanded(current);
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
    enabled: () => useAnalysisState.getState().current !== null,
    run: expand,
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
  {
    id: 'analysis.memo',
    label: 'Write a memo on the segment',
    menu: 'Code',
    keys: 'm',
    scope: 'reading',
    enabled: () => useAnalysisState.getState().current !== null,
    run: writeMemo,
  },
  {
    id: 'analysis.let-go',
    label: 'Choose no segment',
    menu: 'Edit',
    keys: 'Escape',
    scope: 'reading',
    enabled: () => useAnalysisState.getState().chosen.size > 0,
    run: () => useAnalysisState.setState({ chosen: new Set() }),
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
