import type { Command } from '#renderer/commands/registry.ts';
import type { Report } from '#shared/model/report.ts';
import { addPart, deleteReport, removePart, shiftPart } from './writing-actions.ts';
import { useWritingState } from './writing-state.ts';

const menu = 'Report' as const;

/** The kinds of part that can be added to a report, as menus offer them. */
export const partCommands = (report: Report | null): readonly Command[] => {
  const enabled = (): boolean => report !== null;
  const add = (id: string, label: string, part: Parameters<typeof addPart>[1]): Command => ({
    id: `report.add-${id}`,
    label,
    menu,
    enabled,
    run: () => (report === null ? undefined : addPart(report, part)),
  });
  return [
    add('text', 'Add text', { type: 'text', heading: '', body: '' }),
    add('table', 'Add table of themes', {
      type: 'theme table',
      heading: 'Themes at a glance',
      themeIds: [],
      quotes: [],
    }),
    add('findings', 'Add findings', { type: 'claims', heading: 'Findings', kind: 'finding' }),
    add('principles', 'Add guiding principles', {
      type: 'claims',
      heading: 'Guiding principles',
      kind: 'principle',
    }),
    add('changes', 'Add planned changes', {
      type: 'claims',
      heading: 'Planned changes',
      kind: 'planned change',
    }),
  ];
};

/** What can be done with reports, and with the one that is open. */
export const writingCommands = (
  report: Report | null,
  partId: string | null,
): readonly Command[] => {
  const isOpen = (): boolean => report !== null;
  const isChosen = (): boolean => report !== null && partId !== null;
  const onParts = { menu, scope: 'reading', enabled: isChosen } as const;
  return [
    {
      id: 'report.new',
      label: 'New report',
      menu,
      run: () => useWritingState.setState({ dialog: { kind: 'new' } }),
    },
    {
      id: 'report.export',
      label: 'Export report',
      menu,
      keys: '$mod+Shift+x',
      enabled: isOpen,
      run: () => {
        if (report !== null)
          useWritingState.setState({ dialog: { kind: 'export', reportId: report.id } });
      },
    },
    {
      id: 'report.delete',
      label: 'Delete report',
      menu,
      enabled: isOpen,
      run: () => (report === null ? undefined : deleteReport(report)),
    },
    ...partCommands(report),
    {
      id: 'report.part-up',
      label: 'Move part up',
      ...onParts,
      keys: 'Alt+ArrowUp',
      run: () => (report && partId ? shiftPart(report.id, partId, -1) : undefined),
    },
    {
      id: 'report.part-down',
      label: 'Move part down',
      ...onParts,
      keys: 'Alt+ArrowDown',
      run: () => (report && partId ? shiftPart(report.id, partId, 1) : undefined),
    },
    {
      id: 'report.part-remove',
      label: 'Take part out of report',
      ...onParts,
      keys: 'Delete',
      run: () => (report && partId ? removePart(report, partId) : undefined),
    },
  ];
};
