import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { QuoteUse } from '#shared/contract/reports.ts';
import { type Available, usedWords } from './quote-balance.ts';
import styles from './quote-picker.module.css';
import { QuoteRow } from './quote-row.tsx';
import { useQuoteAt } from './use-theme-quotes.ts';

/** A guess at the height of a quote, in CSS pixels; each is measured once it is drawn. */
const quoteHeight = 96;
const pageStep = 5;

interface RowProps {
  readonly ids: readonly string[];
  readonly index: number;
  readonly quote: Available;
  readonly used: string;
  readonly isCurrent: boolean;
}

const Row = ({ ids, index, quote, used, isCurrent }: RowProps) => {
  const words = useQuoteAt(ids, index);
  if (words === undefined) return <div className={styles.coming} aria-hidden />;
  return <QuoteRow quote={words} fit={quote.fit} used={used} isCurrent={isCurrent} />;
};

interface Props {
  readonly quotes: readonly Available[];
  readonly chosen: ReadonlySet<string>;
  readonly use: ReadonlyMap<string, QuoteUse>;
  readonly onToggle: (id: string) => void;
}

/** The quotes to choose from: only those in sight are drawn. Space or Enter takes one in or out. */
export const QuoteList = ({ quotes, chosen, use, onToggle }: Props) => {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const ids = useMemo(() => quotes.map((quote) => quote.id), [quotes]);
  const at = Math.max(0, current === null ? 0 : ids.indexOf(current));
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  // oxlint-disable-next-line react/incompatible-library -- it is not handed on to what is memoised
  const list = useVirtualizer({
    count: quotes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => quoteHeight * rem,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 5,
  });
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(ids.length - 1, index));
    setCurrent(ids[next] ?? null);
    list.scrollToIndex(next, { align: 'auto' });
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(current === null ? 0 : at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + pageStep),
    PageUp: () => go(at - pageStep),
    Home: () => go(0),
    End: () => go(ids.length - 1),
    ' ': () => onToggle(ids[at] ?? ''),
    Enter: () => onToggle(ids[at] ?? ''),
  };
  const hear = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    const isOnButton = event.target !== event.currentTarget && /^(?:Enter| )$/u.test(event.key);
    if (act === undefined || isOnButton || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  const items = list.getVirtualItems();
  const isDrawn = items.some(({ index }) => index === at);
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="grid"
      aria-label="Quotes to choose from"
      aria-rowcount={quotes.length}
      aria-multiselectable
      aria-activedescendant={isDrawn ? `${id}${ids[at]}` : undefined}
      tabIndex={0}
      onKeyDown={hear}
      onFocus={() => {
        if (current === null) setCurrent(ids[0] ?? null);
      }}
    >
      <div role="presentation" className={styles.rows} style={{ height: list.getTotalSize() }}>
        {items.map((item) => {
          const quote = quotes[item.index];
          if (quote === undefined) return null;
          const isChosen = chosen.has(quote.id);
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the focus and hears the keys
            <div
              key={item.key}
              ref={list.measureElement}
              id={`${id}${quote.id}`}
              className={styles.row}
              role="row"
              data-index={item.index}
              data-current={item.index === at && current !== null}
              aria-rowindex={item.index + 1}
              aria-selected={isChosen}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setCurrent(quote.id);
                onToggle(quote.id);
              }}
            >
              <div role="gridcell" className={styles.cell}>
                <span className={styles.box} data-on={isChosen} aria-hidden>
                  {isChosen ? '✓' : ''}
                </span>
                <Row
                  ids={ids}
                  index={item.index}
                  quote={quote}
                  used={usedWords(use.get(quote.id))}
                  isCurrent={item.index === at}
                />
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
};
