import { FileText, GripVertical, ListChecks, type LucideIcon, Shapes, Table2 } from 'lucide-react';
import { type KeyboardEvent, useMemo } from 'react';
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { useReadingKeys } from '#renderer/features/coding/transcript/use-reading-keys.ts';
import { partsOfReport, type Report, type ReportPart } from '#shared/model/report.ts';
import styles from './writing.module.css';
import { choosePart, movePart } from './writing-actions.ts';
import { useWritingState } from './writing-state.ts';

const icons: Readonly<Record<ReportPart['type'], LucideIcon>> = {
  text: FileText,
  theme: Shapes,
  'theme table': Table2,
  claims: ListChecks,
};

const kinds: Readonly<Record<ReportPart['type'], string>> = {
  text: 'Text',
  theme: 'Theme',
  'theme table': 'Table of themes',
  claims: 'Findings and plans',
};

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: ReportPart['type'];
  readonly gaps: number;
}

const useRows = (report: Report, gaps: ReadonlyMap<string, number>): readonly Row[] => {
  const themes = useCall('themes.list', {}).data;
  return useMemo(
    () =>
      partsOfReport(report).map((part) => {
        const name =
          part.type === 'theme'
            ? (themes?.find(({ id }) => id === part.themeId)?.name ?? 'A theme that is gone')
            : part.heading.trim() || kinds[part.type];
        return { id: part.id, name, type: part.type, gaps: gaps.get(part.id) ?? 0 };
      }),
    [report, themes, gaps],
  );
};

const Item = ({ row }: { readonly row: Row }) => {
  const Icon = icons[row.type];
  return (
    <GridListItem
      id={row.id}
      textValue={`${row.name}, ${kinds[row.type]}${row.gaps === 0 ? '' : ', incomplete'}`}
      className={styles.part ?? ''}
    >
      <Button slot="drag" className={styles.grip ?? ''}>
        <GripVertical size={12} aria-hidden />
      </Button>
      <Icon size={14} aria-hidden />
      <span className={styles.partName}>{row.name}</span>
      {row.gaps === 0 ? null : <span className={styles.gapMark}>incomplete</span>}
    </GridListItem>
  );
};

interface Props {
  readonly report: Report;
  /** How much is missing from each part, by its id. */
  readonly gaps: ReadonlyMap<string, number>;
}

/** The parts of a report in order: chosen, dragged, and by Alt with the arrows moved. */
export const PartList = ({ report, gaps }: Props) => {
  const rows = useRows(report, gaps);
  const partId = useWritingState((state) => state.partId);
  const handle = useReadingKeys();
  const { dragAndDropHooks } = useDragAndDrop<Row>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      const from = rows.findIndex(({ id }) => id === key);
      const beside = rows.findIndex(({ id }) => id === target.key);
      const before = target.dropPosition === 'after' ? beside + 1 : beside;
      const position = from < before ? before - 1 : before;
      if (from !== -1 && position !== from) void movePart(report.id, String(key), position);
    },
  });
  const hear = (event: KeyboardEvent): void => {
    handle(event);
    if (event.isDefaultPrevented()) event.stopPropagation();
  };
  return (
    <div className={styles.parts} role="presentation" data-parts onKeyDownCapture={hear}>
      <GridList
        aria-label="Parts of the report"
        className={styles.partRows ?? ''}
        data-pane-focus
        items={rows}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={partId === null ? [] : [partId]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys;
          if (id !== undefined) choosePart(String(id));
        }}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => (
          <p className={styles.none}>No parts yet. Add text, a theme or a table.</p>
        )}
      >
        {(row) => <Item row={row} />}
      </GridList>
    </div>
  );
};
