import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Segment } from '#shared/model/coding.ts';
import styles from './code-details.module.css';
import { placeOf } from './use-quotes.ts';

const pageSize = 30;

const Quote = ({ quote }: { readonly quote: Segment }) => {
  const go = useNavigation((navigation) => navigation.go);
  const { sourceId, id } = quote;
  return (
    <li>
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
        <span className={`${styles.place} figures`}>{placeOf(quote)}</span>
      </a>
    </li>
  );
};

const Page = ({ codeId, page }: { readonly codeId: string; readonly page: number }) => {
  const quotes = useCall(
    'codings.segments',
    { codeIds: [codeId], offset: page * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  if (quotes.isError)
    return (
      <li>
        <ErrorState error={quotes.error} onRetry={() => void quotes.refetch()} />
      </li>
    );
  if (quotes.data === undefined)
    return (
      <li>
        <Skeleton lines={4} />
      </li>
    );
  return quotes.data.segments.map((quote) => <Quote key={quote.id} quote={quote} />);
};

/** The quotes of a code, a page after the other; each leads to its place in the source. */
export const CodeQuotes = ({
  codeId,
  total,
}: {
  readonly codeId: string;
  readonly total: number;
}) => {
  const [pages, setPages] = useState(1);
  const left = total - pages * pageSize;
  return (
    <section aria-labelledby="code-quotes">
      <h3 id="code-quotes" className={styles.heading}>
        Quotes
      </h3>
      {total === 0 ? (
        <p className={styles.quiet}>
          None yet. Code an interview with it and its quotes stand here.
        </p>
      ) : (
        <ul className={styles.quotes}>
          {Array.from({ length: Math.min(pages, Math.ceil(total / pageSize)) }, (_, page) => (
            <Page key={page} codeId={codeId} page={page} />
          ))}
        </ul>
      )}
      {left > 0 ? (
        <Button small onPress={() => setPages(pages + 1)}>
          Show {counted(Math.min(left, pageSize), 'more quote')}
        </Button>
      ) : null}
    </section>
  );
};
