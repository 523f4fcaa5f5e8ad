import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useReadingKeys } from '#renderer/features/coding/transcript/use-reading-keys.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { counted } from '#renderer/ui/words.ts';
import type { Code } from '#shared/model/code.ts';
import { openSegment } from './analysis-actions.ts';
import { chooseUpTo, goTo, toggleChosen, useAnalysisState } from './analysis-state.ts';
import styles from './results.module.css';
import type { Arranged, Lists } from './retrieval-rows.ts';
import { SegmentRow } from './segment-row.tsx';
import { useSegment } from './use-retrieval.ts';

/** What a row is taken to be high until it is measured, in CSS pixels. */
const headingHeight = 44;
const segmentHeight = 124;
/** How many segments a page key goes. */
const pageStep = 6;

interface RowProps {
  readonly ids: readonly string[];
  readonly index: number;
  readonly lists: Lists;
  readonly codes: ReadonlyMap<string, Code>;
  readonly isCurrent: boolean;
}

const Segment = ({ ids, index, lists, codes, isCurrent }: RowProps) => {
  const segment = useSegment(ids, index);
  if (segment === undefined) return <div className={styles.coming} aria-hidden />;
  return (
    <SegmentRow
      segment={segment}
      code={codes.get(segment.codeId)}
      lists={lists}
      isCurrent={isCurrent}
    />
  );
};

interface Props {
  readonly arranged: Arranged;
  readonly lists: Lists;
  readonly codes: readonly Code[];
}

const move = (id: string | undefined): void => {
  if (id !== undefined) goTo(id);
};

/** The segments found: only those in sight are drawn, however many there are. */
export const Results = ({ arranged, lists, codes }: Props) => {
  const { rows, ids } = arranged;
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useAnalysisState((state) => state.chosen);
  const current = useAnalysisState((state) => state.current);
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const indexes = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
  const places = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const at = current === null ? -1 : (places.get(current) ?? -1);
  const currentSegment = useSegment(ids, Math.max(at, 0));
  const readingKeys = useReadingKeys();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      (rows[index]?.type === 'heading' ? headingHeight : segmentHeight) * rem,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });

  const show = useCallback(
    (id: string | null): void => {
      const row = id === null ? undefined : indexes.get(id);
      if (row !== undefined) list.scrollToIndex(row, { align: 'auto' });
    },
    [indexes, list],
  );
  useEffect(() => {
    show(current);
    // oxlint-disable-next-line react/exhaustive-deps -- what is found anew does not scroll the list
  }, [current]);
  const returns = useAnalysisState((state) => state.returns);
  useEffect(() => {
    if (returns === 0) return;
    show(current);
    // The button that undid it may be gone, and the focus with it.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- only what came back is returned to
  }, [returns]);

  const step = (by: number): void => {
    const next = Math.max(0, Math.min(ids.length - 1, at + by));
    move(ids[next]);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(at === -1 ? 1 : -1),
    j: () => step(1),
    k: () => step(at === -1 ? 1 : -1),
    PageDown: () => step(pageStep),
    PageUp: () => step(-pageStep),
    Home: () => move(ids[0]),
    End: () => move(ids.at(-1)),
    ' ': () => {
      if (at !== -1) toggleChosen(ids[at] ?? '');
    },
    Enter: () => {
      if (at !== -1 && currentSegment?.id === current) openSegment(currentSegment);
    },
  };
  const stretch: typeof keys = {
    ArrowDown: () => chooseUpTo(ids[Math.min(ids.length - 1, at + 1)] ?? ''),
    ArrowUp: () => chooseUpTo(ids[Math.max(0, at - 1)] ?? ''),
  };
  const hear = (event: KeyboardEvent<HTMLElement>): void => {
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (isPress && event.target !== event.currentTarget) return;
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
    const act = isBare ? (event.shiftKey ? stretch : keys)[event.key] : undefined;
    const isLetter = event.key.length === 1 && event.key !== ' ';
    if (act === undefined || (isLetter && !usePreferences.getState().singleKeys)) {
      readingKeys(event);
      return;
    }
    event.preventDefault();
    // From a button of a row, going on is going on in the list.
    event.currentTarget.focus({ preventScroll: true });
    act();
  };
  const click = (event: MouseEvent, id: string): void => {
    if (event.shiftKey) chooseUpTo(id);
    else if (event.ctrlKey || event.metaKey) toggleChosen(id);
    else move(id);
  };

  const items = list.getVirtualItems();
  const isDrawn = items.some(({ index }) => rows[index]?.key === current);
  return (
    <div
      ref={scroller}
      className={styles.results}
      role="grid"
      aria-label="Segments"
      aria-rowcount={rows.length}
      aria-multiselectable
      aria-activedescendant={isDrawn ? `segment-${current}` : undefined}
      tabIndex={0}
      data-pane-focus
      onKeyDown={hear}
      onFocus={() => {
        if (at === -1) move(ids[0]);
      }}
    >
      <div role="presentation" className={styles.rows} style={{ height: list.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const isSegment = row.type === 'segment';
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the focus and hears the keys
            <div
              key={item.key}
              ref={list.measureElement}
              id={isSegment ? `segment-${row.key}` : undefined}
              className={styles.row}
              role="row"
              data-index={item.index}
              data-segment={isSegment ? row.key : undefined}
              data-current={row.key === current}
              aria-rowindex={item.index + 1}
              aria-selected={isSegment ? chosen.has(row.key) : undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={isSegment ? (event) => click(event, row.key) : undefined}
            >
              {row.type === 'heading' ? (
                <div role="gridcell" className={styles.headingCell}>
                  <h2 className={styles.heading}>
                    {row.name}
                    <span className={`${styles.count} figures`}>
                      {counted(row.segments, 'segment')}
                    </span>
                  </h2>
                </div>
              ) : (
                <div role="gridcell" className={styles.cell}>
                  <span
                    className={styles.box}
                    data-on={chosen.has(row.key)}
                    aria-hidden
                    onClick={(event) => {
                      event.stopPropagation();
                      if (event.shiftKey) chooseUpTo(row.key);
                      else toggleChosen(row.key);
                    }}
                  >
                    {chosen.has(row.key) ? '✓' : ''}
                  </span>
                  <Segment
                    ids={ids}
                    index={row.index}
                    lists={lists}
                    codes={byId}
                    isCurrent={row.key === current}
                  />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
