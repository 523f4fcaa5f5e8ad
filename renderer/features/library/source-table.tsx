import { ChevronDown, ChevronUp } from 'lucide-react';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { kinds } from '#renderer/features/import/import-words.ts';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { counted } from '#renderer/ui/words.ts';
import { openSource } from './library-actions.ts';
import { chooseSources, type SourceColumn, useLibraryState } from './library-state.ts';
import type { TableRow } from './source-rows.ts';
import styles from './source-table.module.css';

interface ColumnEntry {
  readonly id: SourceColumn;
  readonly name: string;
  readonly width: `${number}fr`;
  readonly least: number;
  readonly isNumber?: boolean;
}

const columns: readonly ColumnEntry[] = [
  { id: 'name', name: 'Name', width: '3fr', least: 165 },
  { id: 'kind', name: 'Kind', width: '1.4fr', least: 90 },
  { id: 'group', name: 'Group', width: '1.8fr', least: 100 },
  { id: 'case', name: 'Case', width: '1.4fr', least: 110 },
  { id: 'timePoint', name: 'Time point', width: '1.2fr', least: 90 },
  { id: 'words', name: 'Words', width: '0.8fr', least: 70, isNumber: true },
  { id: 'turns', name: 'Turns', width: '0.7fr', least: 66, isNumber: true },
  { id: 'codings', name: 'Codings', width: '0.8fr', least: 80, isNumber: true },
  { id: 'importedAt', name: 'Imported', width: '1.1fr', least: 96 },
];

/** What a narrow table does without, the first to go first; the details show it all. */
const dispensable: readonly SourceColumn[] = ['importedAt', 'kind', 'turns', 'words'];

const columnsWithin = (width: number): readonly ColumnEntry[] => {
  let kept = columns;
  for (const id of dispensable) {
    if (kept.reduce((sum, column) => sum + column.least, 0) <= width) break;
    kept = kept.filter((column) => column.id !== id);
  }
  return kept;
};

const useColumns = (frame: RefObject<HTMLElement | null>): readonly ColumnEntry[] => {
  const [shown, setShown] = useState(columns);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const fit = (): void => {
      const fitting = columnsWithin(element.clientWidth);
      setShown((before) => (before.length === fitting.length ? before : fitting));
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return shown;
};

const valueOf = (source: Extract<TableRow, { type: 'source' }>['source'], id: SourceColumn) => {
  if (id === 'kind') return kinds.find((kind) => kind.id === source.kind)?.name;
  if (id === 'importedAt') return new Date(source.importedAt).toLocaleDateString();
  const value = source[id];
  return typeof value === 'number' ? value.toLocaleString() : value;
};

/** The sources as a table: sorted by its heads, several chosen, opened by Enter or a double click. */
export const SourceTable = ({ rows }: { readonly rows: readonly TableRow[] }) => {
  const { chosen, sort } = useLibraryState();
  const frame = useRef<HTMLDivElement>(null);
  const shown = useColumns(frame);
  const layout = useMemo(
    () => ({ rowHeight: rowHeight() + 4, headingHeight: rowHeight() + 4 }),
    [],
  );
  return (
    <div className={styles.frame} ref={frame}>
      <Virtualizer layout={TableLayout} layoutOptions={layout}>
        <Table
          className={styles.table ?? ''}
          aria-label="Sources"
          data-pane-focus
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const all = rows.filter((row) => row.type === 'source').map((row) => row.id);
            // Kept as it comes, all of its keys being ids: it remembers where a range began.
            chooseSources(keys === 'all' ? new Set(all) : (keys as ReadonlySet<string>));
          }}
          disabledKeys={rows.filter((row) => row.type === 'heading').map((row) => row.id)}
          sortDescriptor={sort}
          onSortChange={({ column, direction }) =>
            useLibraryState.setState({ sort: { column: column as SourceColumn, direction } })
          }
          onRowAction={(key) => openSource(String(key))}
        >
          <TableHeader columns={shown} className={styles.head ?? ''}>
            {({ id, name, width, least, isNumber }) => (
              <Column
                id={id}
                allowsSorting
                isRowHeader={id === 'name'}
                width={width}
                minWidth={least}
                className={`${styles.column} ${isNumber === true ? styles.number : ''}`}
              >
                {({ sortDirection }) => (
                  <>
                    {name}
                    {sortDirection === 'ascending' ? <ChevronUp size={12} aria-hidden /> : null}
                    {sortDirection === 'descending' ? <ChevronDown size={12} aria-hidden /> : null}
                  </>
                )}
              </Column>
            )}
          </TableHeader>
          <TableBody items={rows} dependencies={[shown]}>
            {(row) =>
              row.type === 'heading' ? (
                <Row id={row.id} className={styles.heading ?? ''} textValue={row.name}>
                  <Cell colSpan={shown.length} className={styles.over ?? ''}>
                    {row.name} <span className="figures">{counted(row.count, 'source')}</span>
                  </Cell>
                </Row>
              ) : (
                <Row
                  id={row.id}
                  className={styles.row ?? ''}
                  columns={shown}
                  textValue={row.source.name}
                >
                  {({ id, isNumber }) => (
                    <Cell
                      className={`${styles.cell} ${id === 'name' ? styles.name : ''} ${
                        isNumber === true ? `${styles.number} figures` : ''
                      }`}
                    >
                      {valueOf(row.source, id)}
                    </Cell>
                  )}
                </Row>
              )
            }
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
};
