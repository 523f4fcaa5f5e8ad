import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './measured-list.module.css';

interface Props {
  readonly label: string;
  readonly count: number;
  /** What tells the row at an index from others, also when the list changes. */
  readonly keyOf: (index: number) => string;
  /** What a row is taken to be high until it is measured, in CSS pixels at 100 %. */
  readonly estimate: (index: number) => number;
  /** A heading is passed over by the keys. */
  readonly isHeading?: (index: number) => boolean;
  /** The row the keys are at; -1 for none. */
  readonly current: number;
  readonly onMove: (index: number) => void;
  /** Enter on the list. */
  readonly onOpen: (index: number) => void;
  /** Keys that the list itself has no use for. */
  readonly onOtherKey: (event: KeyboardEvent<HTMLElement>) => void;
  readonly children: (index: number) => ReactNode;
}

/** How many rows a page key goes. */
const pageStep = 6;

/**
 * Rows as high as what they hold, of which only those in sight are drawn, however many there are. The
 * focus stays on the list; the keys move the current row, which screen readers follow.
 */
export const MeasuredList = (props: Props) => {
  const { label, count, keyOf, isHeading, current, onMove, onOpen, onOtherKey, children } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => props.estimate(index) * rem,
    getItemKey: keyOf,
    overscan: 6,
  });
  const currentKey = current === -1 ? null : keyOf(current);
  useEffect(() => {
    if (current !== -1) list.scrollToIndex(current, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- what is read anew does not scroll the list
  }, [currentKey]);

  /** The row so many away that the keys can rest on; the nearest one at the ends. */
  const away = (from: number, by: number): number => {
    const direction = by < 0 ? -1 : 1;
    let index = Math.max(0, Math.min(count - 1, from + by));
    while (index >= 0 && index < count && isHeading?.(index) === true) index += direction;
    if (index >= 0 && index < count) return index;
    return from;
  };
  const step = (by: number): void => {
    const index = current === -1 ? away(-1, 1) : away(current, by);
    if (index >= 0 && index !== current) onMove(index);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(pageStep),
    PageUp: () => step(-pageStep),
    Home: () => step(-count),
    End: () => step(count),
    Enter: () => {
      if (current !== -1) onOpen(current);
    },
  };
  const hear = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    if (target.matches('input, textarea')) return;
    const isInside = target !== event.currentTarget;
    if (isInside && (event.key === 'Enter' || event.key === ' ')) return;
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const act = isBare ? keys[event.key] : undefined;
    if (act === undefined) return onOtherKey(event);
    event.preventDefault();
    // From a button of a row, going on is going on in the list.
    event.currentTarget.focus({ preventScroll: true });
    act();
  };

  const items = list.getVirtualItems();
  const isDrawn = items.some(({ index }) => index === current);
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="grid"
      aria-label={label}
      aria-rowcount={count}
      aria-activedescendant={isDrawn ? `${id}${currentKey}` : undefined}
      tabIndex={0}
      data-pane-focus
      data-measured-list
      onKeyDown={hear}
      onFocus={() => {
        if (current === -1) step(1);
      }}
    >
      <div role="presentation" className={styles.rows} style={{ height: list.getTotalSize() }}>
        {items.map((item) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the focus and hears the keys
          <div
            key={item.key}
            ref={list.measureElement}
            id={`${id}${item.key}`}
            className={styles.row}
            role="row"
            data-index={item.index}
            data-heading={isHeading?.(item.index) === true}
            data-current={item.index === current}
            aria-rowindex={item.index + 1}
            style={{ transform: `translateY(${item.start}px)` }}
            onClick={() => {
              if (isHeading?.(item.index) !== true) onMove(item.index);
            }}
          >
            <div role="gridcell">{children(item.index)}</div>
          </div>
        ))}
      </div>
    </div>
  );
};
