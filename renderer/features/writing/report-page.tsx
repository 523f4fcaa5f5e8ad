import { type ReactNode, useEffect, useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { useCall } from '#renderer/client/queries.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { useOffers } from '#renderer/features/approach/use-offers.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { partsOfReport, type Report } from '#shared/model/report.ts';
import { AddPart } from './add-part.tsx';
import { PartEditor } from './part-editor.tsx';
import { PartList } from './part-list.tsx';
import { Preview } from './preview.tsx';
import styles from './writing.module.css';
import { choosePart } from './writing-actions.ts';
import { setCounts, useWritingState } from './writing-state.ts';

const notEmpty = (value: string): string | null =>
  value.trim() === '' ? 'This cannot be empty. What stood here before stays.' : null;

const TitleField = ({ report }: { readonly report: Report }) => {
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${report.id}/name`,
    stored: report.name,
    save: (name) => saveBy('reports.update', { id: report.id, name }),
    check: notEmpty,
  });
  return (
    <div className={styles.titleField}>
      <TextField
        label="Title of the report"
        hideLabel
        maxLength={200}
        value={value}
        onChange={onChange}
        onFocusChange={onFocusChange}
        error={problem ?? undefined}
      />
    </div>
  );
};

const views = [
  { id: 'parts', name: 'Parts' },
  { id: 'preview', name: 'Preview' },
] as const;

const ViewSwitch = () => {
  const view = useWritingState((state) => state.view);
  return (
    <ToggleButtonGroup
      className={styles.views ?? ''}
      aria-label="Show"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={([id]) => {
        if (id !== undefined) useWritingState.setState({ view: id as typeof view });
      }}
    >
      {views.map(({ id, name }) => (
        <ToggleButton key={id} id={id} className={styles.view ?? ''}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};

/** Whether counts are in a report: as somebody said, else as the approach of the study has it. */
export const useCounts = (reportId: string): boolean => {
  const said = useWritingState((state) => state.counts.get(reportId));
  const { countsByDefault } = useOffers();
  return said ?? countsByDefault;
};

const Columns = ({ report, counts }: { readonly report: Report; readonly counts: boolean }) => {
  const written = useCall('reports.read', { id: report.id, counts }, { keepPrevious: true });
  const { partId, view } = useWritingState();
  const parts = useMemo(() => partsOfReport(report), [report]);
  const part = parts.find(({ id }) => id === partId);
  const themes = useCall('themes.list', {}).data;
  const gaps = useMemo(
    () => new Map(written.data?.parts.map(({ id, gaps: list }) => [id, list])),
    [written.data],
  );
  const counted = useMemo(() => new Map([...gaps].map(([id, list]) => [id, list.length])), [gaps]);
  useEffect(() => {
    // What was taken out, or belongs to another report, cannot stay chosen.
    if (part === undefined && parts[0] !== undefined) choosePart(parts[0].id);
  }, [part, parts]);
  const name =
    part?.type === 'theme'
      ? (themes?.find(({ id }) => id === part.themeId)?.name ?? 'Theme')
      : (part?.heading ?? '').trim() || 'Part';
  let preview: ReactNode = <Skeleton lines={12} />;
  if (written.isError && written.data === undefined)
    preview = <ErrorState error={written.error} onRetry={() => void written.refetch()} />;
  else if (written.data !== undefined && written.data !== null)
    preview = <Preview report={written.data} partId={partId} onChoose={choosePart} />;
  return (
    <div className={styles.columns} data-view={view}>
      <div className={styles.write}>
        <PartList report={report} gaps={counted} />
        {part === undefined ? null : (
          <PartEditor
            key={part.id}
            report={report}
            part={part}
            name={name}
            gaps={gaps.get(part.id) ?? []}
          />
        )}
      </div>
      <div className={styles.read}>
        {parts.length === 0 ? (
          <EmptyState title="Nothing in this report yet">
            What is added on the left is shown here as it will be exported.
          </EmptyState>
        ) : (
          preview
        )}
      </div>
    </div>
  );
};

/** A report that is open: its parts, the one that is written, and how it all will read. */
export const ReportPage = ({ report }: { readonly report: Report }) => {
  const counts = useCounts(report.id);
  return (
    <>
      <div className={styles.bar}>
        <TitleField report={report} />
        <AddPart report={report} />
        <Checkbox isSelected={counts} onChange={(on) => setCounts(report.id, on)}>
          Counts
        </Checkbox>
        <ViewSwitch />
        <Button kind="primary" onPress={() => runCommand('report.export')}>
          Export report
        </Button>
      </div>
      <Columns report={report} counts={counts} />
    </>
  );
};
