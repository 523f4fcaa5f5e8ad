import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask } from '#renderer/client/call.ts';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Code } from '#shared/model/code.ts';
import type { Segment } from '#shared/model/coding.ts';
import styles from './theme-quotes.module.css';

const pageSize = 100;

const useQuotes = (themeId: string) =>
  useInfiniteQuery({
    queryKey: ['themes.segments', themeId],
    queryFn: ({ pageParam }) =>
      ask('themes.segments', { themeId, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((sum, page) => sum + page.segments.length, 0);
      return read < total && pages.at(-1)?.segments.length !== 0 ? read : null;
    },
  });

interface SourceQuotes {
  readonly sourceId: string;
  readonly name: string;
  readonly quotes: readonly Segment[];
}

const bySource = (quotes: readonly Segment[]): readonly SourceQuotes[] =>
  [...Map.groupBy(quotes, (quote) => quote.sourceId)].map(([sourceId, mine]) => ({
    sourceId,
    name: mine[0]?.sourceName ?? '',
    quotes: mine,
  }));

/** Who said it and where, in words: `P03, turn 23`. */
const placeOf = ({ speaker, turn }: Segment): string =>
  [speaker, turn === null ? null : `turn ${turn}`].filter((part) => part !== null).join(', ');

interface QuoteProps {
  readonly quote: Segment;
  readonly code: Code | undefined;
}

const Quote = ({ quote, code }: QuoteProps) => {
  const go = useNavigation((navigation) => navigation.go);
  const { sourceId, id } = quote;
  return (
    <li className={styles.item}>
      <a
        className={styles.quote}
        href={`#/coding/${sourceId}/${id}`}
        onClick={(event) => {
          // With a modifier it is a new window that is wanted.
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          go({ area: 'coding', id: sourceId, at: id });
        }}
      >
        <span className={styles.words}>{quote.text}</span>
        <span className={styles.foot}>
          <span className={`${styles.place} figures`}>{placeOf(quote)}</span>
          {code === undefined ? null : <CodeChip code={code} />}
        </span>
      </a>
    </li>
  );
};

interface MoreProps {
  readonly isReading: boolean;
  readonly onMore: () => void;
}

/** Reads on as soon as the end comes near; the button does the same. */
const More = ({ isReading, onMore }: MoreProps) => {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (end.current === null || isReading) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onMore();
      },
      { rootMargin: '600px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [isReading, onMore]);
  return (
    <div ref={end} className={styles.more}>
      <Button small isDisabled={isReading} onPress={onMore}>
        {isReading ? 'Reading more quotes' : 'Show more quotes'}
      </Button>
    </div>
  );
};

/** The quotes behind a theme and its subthemes, by source; each leads to its place. */
export const ThemeQuotes = ({ themeId }: { readonly themeId: string }) => {
  const list = useQuotes(themeId);
  const codes = useCall('codes.list', {}).data;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton lines={8} />;
  const quotes = list.data.pages.flatMap((page) => page.segments);
  const total = list.data.pages[0]?.total ?? 0;
  if (total === 0)
    return (
      <EmptyState title="No quotes yet">
        Quotes come with the codes of a theme. Add a code that is used in an interview.
      </EmptyState>
    );
  const codeById = new Map(codes?.map((code) => [code.id, code]));
  return (
    <div className={styles.quotes}>
      <p className={`${styles.summary} figures`}>
        {quotes.length < total
          ? `${quotes.length.toLocaleString()} of ${counted(total, 'quote')}`
          : counted(total, 'quote')}
      </p>
      {bySource(quotes).map((source) => (
        <section key={source.sourceId} aria-label={source.name}>
          <h3 className={styles.source}>{source.name}</h3>
          <ul>
            {source.quotes.map((quote) => (
              <Quote key={quote.id} quote={quote} code={codeById.get(quote.codeId)} />
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage ? (
        <More isReading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      ) : null}
    </div>
  );
};
