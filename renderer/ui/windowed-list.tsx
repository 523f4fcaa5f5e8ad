import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './windowed-list.module.css';

interface Props<R> {
  readonly label: string;
  readonly rows: readonly R[];
  /** The height of every row in CSS pixels. */
  readonly rowHeight: number;
  readonly keyOf: (row: R) => string;
  readonly children: (row: R) => ReactNode;
  /** A heading is passed over by the keys. */
  readonly isHeading?: (row: R) => boolean;
  /** Where the keys begin, for example where the reader left off. */
  readonly first?: number;
  readonly onMove?: (index: number) => void;
  /** Enter, and a click where rows cannot be chosen. */
  readonly onOpen?: (row: R, index: number) => void;
  /** With these, rows can be chosen: by Space and by a click. */
  readonly isChosen?: (index: number) => boolean;
  readonly canChoose?: (index: number) => boolean;
  readonly onToggle?: (index: number) => void;
  /** More rows are to come; asked for when the last ones come into sight. */
  readonly onNearEnd?: (() => void) | undefined;
}

/** Rows drawn above and below what is in sight. */
const spare = 8;
/** What the list is taken to be high until it is measured, in CSS pixels. */
const firstHeight = 600;

/**
 * A list of which only the rows in sight are drawn, however many there are. The focus stays on the
 * list; the keys move the current row, which screen readers follow.
 */
export const WindowedList = <R,>(props: Props<R>) => {
  const { label, rows, rowHeight, keyOf, children, isHeading, onMove, onNearEnd } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(props.first ?? -1);
  const canRest = useCallback(
    (index: number): boolean => {
      const row = rows[index];
      return row !== undefined && isHeading?.(row) !== true;
    },
    [rows, isHeading],
  );
  const at = canRest(current) ? current : rows.findIndex((_, index) => canRest(index));

  const windowed = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    initialRect: { width: 0, height: firstHeight },
    overscan: spare,
  });
  // Rows that were placed at another size of type are placed anew.
  useEffect(() => windowed.measure(), [windowed, rowHeight]);

  const show = useCallback(
    (index: number): void => {
      const element = list.current;
      if (element === null) return;
      const top = index * rowHeight;
      // The heading above the first row of its group stays in sight with it.
      const from = index > 0 && !canRest(index - 1) ? top - rowHeight : top;
      if (from < element.scrollTop) element.scrollTop = from;
      else if (top + rowHeight > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowHeight - element.clientHeight;
    },
    [canRest, rowHeight],
  );
  // oxlint-disable-next-line react/exhaustive-deps -- only where the reader left off
  useLayoutEffect(() => show(Math.max(0, props.first ?? 0)), []);

  const items = windowed.getVirtualItems();
  const to = (items.at(-1)?.index ?? -1) + 1;
  const isNearEnd = to >= rows.length - spare;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd, rows.length]);

  const move = (index: number): void => {
    setCurrent(index);
    show(index);
    onMove?.(index);
  };
  const step = (by: number): void => {
    const direction = by < 0 ? -1 : 1;
    let index = Math.max(0, Math.min(rows.length - 1, at + by));
    while (index >= 0 && index < rows.length && !canRest(index)) index += direction;
    if (canRest(index)) move(index);
  };
  const toggle = (index: number): void => {
    if (props.canChoose?.(index) ?? true) props.onToggle?.(index);
  };
  const height = windowed.scrollRect?.height ?? firstHeight;
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(page),
    PageUp: () => step(-page),
    Home: () => step(-rows.length),
    End: () => step(rows.length),
    Enter: () => {
      const row = rows[at];
      if (row !== undefined) props.onOpen?.(row, at);
    },
    ' ': () => toggle(at),
  };
  const hear = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  const choosable = props.onToggle !== undefined;

  return (
    <div
      ref={list}
      className={styles.list}
      role="grid"
      aria-label={label}
      aria-rowcount={onNearEnd === undefined ? rows.length : -1}
      aria-multiselectable={choosable || undefined}
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}${at}` : undefined}
      tabIndex={0}
      data-pane-focus
      onKeyDown={hear}
      onFocus={() => show(Math.max(0, at))}
    >
      <div role="presentation" style={{ height: rows.length * rowHeight }}>
        {items.map(({ index }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const rests = canRest(index);
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the focus and hears the keys
            <div
              key={keyOf(row)}
              id={`${id}${index}`}
              className={styles.row}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={rests && choosable ? (props.isChosen?.(index) ?? false) : undefined}
              data-current={index === at}
              data-rest={rests}
              style={{ top: index * rowHeight, height: rowHeight }}
              onClick={() => {
                if (!rests) return;
                setCurrent(index);
                onMove?.(index);
                if (choosable) toggle(index);
                else props.onOpen?.(row, index);
              }}
            >
              <div role="gridcell" className={styles.cell}>
                {children(row)}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
};
