import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { showError } from '#renderer/client/edit.ts';
import { rowHeight } from '#renderer/ui/row-height.ts';
import type { Attribute } from '#shared/model/attribute.ts';
import type { Group } from '#shared/model/group.ts';
import { deleteCase, pasteCells, problemWith, saveCell } from './case-actions.ts';
import { type After, CaseCellEditor } from './case-cell-editor.tsx';
import { type CaseColumn, type CaseEntry, cellText, usedValues } from './case-columns.ts';
import styles from './case-grid.module.css';
import { clamp, movedBy, useSpot } from './case-grid-moves.ts';
import { CaseHead } from './case-head.tsx';
import { head, type Spot, useCaseState } from './case-state.ts';
import { useGridWindow } from './use-grid-window.ts';

interface Props {
  /** The cases shown, in order. */
  readonly entries: readonly CaseEntry[];
  /** All cases, whose values are offered. */
  readonly all: readonly CaseEntry[];
  readonly columns: readonly CaseColumn[];
  readonly groups: readonly Group[];
  readonly attributes: readonly Attribute[];
}

const isEditable = ({ kind }: CaseColumn): boolean => kind !== 'sources';

/**
 * The cases as a grid of what is known of them. Arrows move, Enter or typing edits, Tab goes on
 * while editing, Delete takes a value away. Only what is in sight is drawn.
 */
export const CaseGrid = ({ entries, all, columns, groups, attributes }: Props) => {
  const editing = useCaseState((state) => state.editing);
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const hadFocus = useRef(false);
  const revealed = useRef('0 0');
  const { spot, isGone } = useSpot({ entries, columns });
  const height = rowHeight() + 4;
  const scale = height / 32;
  const widths = useMemo(
    () => columns.map(({ width }) => Math.round(width * Math.max(1, scale))),
    [columns, scale],
  );
  const seen = useGridWindow(frame, { rows: entries.length, rowHeight: height, widths });

  const go = (to: Spot, more: { readonly editing?: string | null } = {}): void => {
    const column = columns[to.column];
    const caseId = to.row < 0 ? head : entries[to.row]?.id;
    if (column === undefined || caseId === undefined) return;
    wanted.current = true;
    useCaseState.setState({
      at: { ...to, caseId, columnId: column.id },
      editing: more.editing ?? null,
    });
  };
  const reveal = ({ row, column }: Spot): void => {
    const element = frame.current;
    if (element === null) return;
    const left = seen.lefts[column] ?? 0;
    const right = left + (widths[column] ?? 0);
    const stuck = widths[0] ?? 0;
    if (row >= 0) {
      const top = row * height;
      const most = top + 2 * height - element.clientHeight;
      element.scrollTop = clamp(element.scrollTop, Math.max(0, most), top);
    }
    if (column > 0)
      element.scrollLeft = clamp(
        element.scrollLeft,
        Math.max(0, right - element.clientWidth),
        Math.max(0, left - stuck),
      );
  };
  useLayoutEffect(() => {
    const place = `${spot.row} ${spot.column}`;
    if (place !== revealed.current) reveal(spot);
    revealed.current = place;
    const lost = isGone && hadFocus.current && document.activeElement === document.body;
    if (!wanted.current && !lost) return;
    wanted.current = false;
    if (editing !== null) return;
    const cell = frame.current?.querySelector<HTMLElement>('[data-at=true]');
    (cell?.querySelector<HTMLElement>('[data-target]') ?? cell)?.focus({ preventScroll: true });
  });

  const entry = entries[spot.row];
  const column = columns[spot.column];
  const begin = (words?: string): void => {
    if (entry !== undefined && column !== undefined && isEditable(column))
      go(spot, { editing: words ?? cellText(entry, column) });
  };
  const clear = (): void => {
    if (entry === undefined || column === undefined) return;
    if (column.kind === 'pseudonym') void deleteCase(entry);
    else if (isEditable(column)) void saveCell(entry, column, { words: '', groups });
  };
  const save = (words: string, after: After): string | null => {
    if (entry === undefined || column === undefined) return null;
    const problem = problemWith(column, words, groups);
    if (problem !== null && after !== 'elsewhere') return problem;
    if (problem !== null)
      showError({ code: 'bad-input', message: `${problem} The old value stays.` });
    else void saveCell(entry, column, { words, groups });
    if (after === 'elsewhere') useCaseState.setState({ editing: null });
    else if (after === 'here') go(spot);
    else if (after === 'down') go({ ...spot, row: Math.min(spot.row + 1, entries.length - 1) });
    else {
      const to = spot.column + (after === 'next' ? 1 : -1);
      const next = columns[to];
      if (next === undefined || !isEditable(next)) go(spot);
      else go({ ...spot, column: to }, { editing: cellText(entry, next) });
    }
    return null;
  };
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>): void => {
    if (editing !== null || !event.currentTarget.contains(event.target as Node)) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / height) - 2);
    const to = movedBy(event, spot, { rows: entries.length, columns: columns.length, page });
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const take = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (to !== null) {
      take();
      go(to);
    } else if (spot.row < 0) return;
    else if (plain && (event.key === 'Enter' || event.key === 'F2')) {
      take();
      begin();
    } else if (plain && (event.key === 'Delete' || event.key === 'Backspace')) {
      take();
      clear();
    } else if (plain && event.key.length === 1 && event.key !== ' ') {
      take();
      begin(event.key);
    }
  };
  const onFocus = ({ target }: { readonly target: EventTarget }): void => {
    hadFocus.current = true;
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    const { case: caseId, column: columnId } = cell?.dataset ?? {};
    const before = useCaseState.getState().at;
    if (caseId === undefined || columnId === undefined) return;
    if (before?.caseId === caseId && before.columnId === columnId) return;
    const row = entries.findIndex(({ id }) => id === caseId);
    const at = { caseId, columnId, row, column: columns.findIndex(({ id }) => id === columnId) };
    useCaseState.setState({ at, editing: null });
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (editing !== null || entry === undefined || column === undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', cellText(entry, column));
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (editing !== null || spot.row < 0) return;
    event.preventDefault();
    void pasteCells(event.clipboardData.getData('text/plain'), {
      entries: entries.slice(spot.row),
      columns: columns.slice(spot.column),
    });
  };

  const drawn = columns.flatMap((_, at) =>
    at === 0 || at === spot.column || (at >= seen.firstColumn && at < seen.endColumn) ? [at] : [],
  );
  const rows = entries.flatMap((_, row) =>
    row === spot.row || (row >= seen.firstRow && row < seen.endRow) ? [row] : [],
  );
  const placeOf = (at: number) =>
    at === 0 ? { width: widths[at] } : { width: widths[at], left: seen.lefts[at] };
  const editorOf = (of: CaseColumn, initial: string) => (
    <CaseCellEditor
      key={`${entry?.id} ${of.id}`}
      label={`${of.name} of ${entry?.pseudonym}`}
      initial={initial}
      choices={
        of.kind === 'attribute'
          ? usedValues(all, of.id)
          : of.kind === 'group'
            ? groups.map(({ name }) => name)
            : undefined
      }
      isOwn={entry !== undefined && initial === cellText(entry, of)}
      isMultiline={of.kind === 'note'}
      onSave={save}
      onLeave={() => go(spot)}
    />
  );
  return (
    <div
      className={styles.grid}
      ref={frame}
      role="grid"
      aria-label="Cases"
      aria-rowcount={entries.length + 1}
      aria-colcount={columns.length}
      onKeyDownCapture={onKeyDownCapture}
      onFocus={onFocus}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget))
          hadFocus.current = false;
      }}
      onCopy={onCopy}
      onPaste={onPaste}
      tabIndex={-1}
    >
      <div role="rowgroup" className={styles.headRow} style={{ width: seen.width, height }}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          {drawn.map((at) => {
            const of = columns[at];
            if (of === undefined) return null;
            const isAt = spot.row < 0 && spot.column === at;
            return (
              <div
                key={of.id}
                role="columnheader"
                aria-colindex={at + 1}
                className={styles.cell}
                style={placeOf(at)}
                data-case={head}
                data-column={of.id}
                data-at={isAt}
                data-kind={of.kind}
                tabIndex={of.attribute !== undefined ? undefined : isAt ? 0 : -1}
              >
                {of.attribute === undefined ? (
                  of.name
                ) : (
                  <CaseHead
                    attribute={of.attribute}
                    attributes={attributes}
                    entries={all}
                    isAt={isAt}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.body}
        style={{ width: seen.width, height: entries.length * height }}
      >
        {rows.map((row) => {
          const of = entries[row];
          if (of === undefined) return null;
          return (
            <div
              key={of.id}
              role="row"
              aria-rowindex={row + 2}
              className={styles.row}
              data-chosen={row === spot.row}
              style={{ top: row * height, height }}
            >
              {drawn.map((at) => {
                const own = columns[at];
                if (own === undefined) return null;
                const isAt = row === spot.row && at === spot.column;
                const words = cellText(of, own);
                return (
                  <div
                    key={own.id}
                    role={at === 0 ? 'rowheader' : 'gridcell'}
                    aria-colindex={at + 1}
                    aria-readonly={isEditable(own) ? undefined : true}
                    className={styles.cell}
                    style={placeOf(at)}
                    data-case={of.id}
                    data-column={own.id}
                    data-at={isAt}
                    data-kind={own.attribute?.type === 'number' ? 'number' : own.kind}
                    tabIndex={isAt ? 0 : -1}
                    onDoubleClick={() => begin()}
                  >
                    {isAt && editing !== null ? editorOf(own, editing) : words}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
};
