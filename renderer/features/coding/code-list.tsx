import { Pin, PinOff } from 'lucide-react';
import { type DragEvent, type ReactNode, useMemo, useState } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Code } from '#shared/model/code.ts';
import styles from './code-list.module.css';
import { codeSelectionWith } from './coding-actions.ts';
import { codeDragType } from './drag-types.ts';
import { togglePin, useNumberKeys } from './number-keys.ts';
import { NumberKeys } from './number-keys-legend.tsx';

interface Row {
  readonly id: string;
  readonly code: Code;
  readonly level: number;
  readonly count: number;
  /** The number key that applies it, from 1; 0 for none. */
  readonly digit: number;
  readonly isPinned: boolean;
}

const rowHeight = 28;

/** A row that says the same stays the same object, so that one code applied renders one row. */
const lastRows = new WeakMap<Code, Row>();

const rowOf = (row: Row): Row => {
  const last = lastRows.get(row.code);
  const isSame =
    last?.level === row.level &&
    last.count === row.count &&
    last.digit === row.digit &&
    last.isPinned === row.isPinned;
  if (isSame) return last;
  lastRows.set(row.code, row);
  return row;
};

const useRows = (typed: string): readonly Row[] | undefined => {
  const codes = useCall('codes.list', {}).data;
  const use = useCall('codes.use', {}).data;
  const { keys, pinned } = useNumberKeys();
  const rows = useMemo(() => {
    if (codes === undefined) return undefined;
    const counts = new Map(use?.map((entry) => [entry.codeId, entry.codings]));
    const levels = new Map<string, number>();
    return codes.map((code): Row => {
      const level = code.parentId === null ? 0 : (levels.get(code.parentId) ?? 0) + 1;
      levels.set(code.id, level);
      const count = counts.get(code.id) ?? 0;
      const digit = keys.indexOf(code.id) + 1;
      return rowOf({ id: code.id, code, level, count, digit, isPinned: pinned.includes(code.id) });
    });
  }, [codes, use, keys, pinned]);
  return useMemo(() => {
    const wanted = typed.trim().toLocaleLowerCase();
    return wanted === ''
      ? rows
      : rows?.filter((row) => row.code.name.toLocaleLowerCase().includes(wanted));
  }, [rows, typed]);
};

interface DragProps {
  readonly codeId: string;
  readonly children: ReactNode;
}

/** Lets a code be dragged onto the words, and words onto the code; `/` does the same by key. */
const DragAndDrop = ({ codeId, children }: DragProps) => {
  const [over, setOver] = useState(false);
  const takes = (event: DragEvent): boolean =>
    event.dataTransfer.types.includes('text/plain') &&
    !event.dataTransfer.types.includes(codeDragType);
  return (
    <div
      role="presentation"
      className={over ? styles.over : undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(codeDragType, codeId)}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        void codeSelectionWith(codeId);
      }}
    >
      {children}
    </div>
  );
};

/**
 * The codebook beside the words. Choosing a code applies it to what is selected; a code can be
 * dragged onto the words, and selected words onto a code.
 */
export const CodeList = () => {
  const [typed, setTyped] = useState('');
  const rows = useRows(typed);
  if (rows === undefined) return <Skeleton />;
  return (
    <div className={styles.panel}>
      <div className={styles.filter}>
        <SearchField label="Filter codes" value={typed} onChange={setTyped} />
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
        <GridList
          className={styles.list ?? ''}
          aria-label="Codes: choose one to code the selection"
          items={rows}
          onAction={(id) => void codeSelectionWith(String(id))}
          renderEmptyState={() => (
            <EmptyState
              title={typed === '' ? 'No codes yet' : 'No code has that name'}
              action={
                typed === '' ? undefined : (
                  <Button small onPress={() => setTyped('')}>
                    Clear the filter
                  </Button>
                )
              }
            >
              {typed === ''
                ? 'Select some words and press / to make the first one.'
                : 'Press / in the text to make a new one.'}
            </EmptyState>
          )}
        >
          {(row) => (
            <GridListItem
              className={styles.row ?? ''}
              textValue={row.code.name}
              style={{ paddingInlineStart: 12 + row.level * 14 }}
            >
              <DragAndDrop codeId={row.id}>
                <CodeChip code={row.code} count={row.count} />
                {row.digit === 0 ? null : (
                  <kbd className={`${styles.key} ${row.isPinned ? styles.pinnedKey : ''}`}>
                    {row.digit}
                  </kbd>
                )}
              </DragAndDrop>
              <span className={styles.pin}>
                <IconButton
                  icon={row.isPinned ? PinOff : Pin}
                  label={`${row.isPinned ? 'Unpin' : 'Pin to a number key:'} ${row.code.name}`}
                  onPress={() => togglePin(row.id)}
                />
              </span>
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
      <NumberKeys />
    </div>
  );
};
