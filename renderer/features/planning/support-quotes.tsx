import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { GridList, GridListItem, type Selection } from 'react-aria-components';
import { ask } from '#renderer/client/call.ts';
import { matcher } from '#renderer/features/codebook/code-rows.ts';
import { placeOf } from '#renderer/features/evidence/evidence-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Claim } from '#shared/model/claim.ts';
import type { Segment } from '#shared/model/coding.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { restOn } from './planning-actions.ts';
import type { Plan } from './planning-data.ts';
import styles from './support-picker.module.css';

const pageSize = 100;

/** The quotes of a theme or a code, a page at a time. */
const useQuotes = (of: Evidence | undefined) =>
  useInfiniteQuery({
    queryKey:
      of?.kind === 'theme' ? ['themes.segments', of.id] : ['codings.segments', 'of', of?.id],
    queryFn: ({ pageParam: offset }): Promise<{ total: number; segments: readonly Segment[] }> =>
      of?.kind === 'theme'
        ? ask('themes.segments', { themeId: of.id, offset, limit: pageSize })
        : ask('codings.segments', { codeIds: [of?.id ?? ''], offset, limit: pageSize }),
    enabled: of !== undefined,
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((sum, page) => sum + page.segments.length, 0);
      return read < total && pages.at(-1)?.segments.length !== 0 ? read : null;
    },
  });

interface ChoicesProps {
  readonly of: Evidence;
  readonly there: ReadonlySet<string>;
  readonly onAdd: (quotes: readonly Segment[]) => void;
}

const Choices = ({ of, there, onAdd }: ChoicesProps) => {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useQuotes(of);
  const quotes = useMemo(
    () =>
      (list.data?.pages ?? [])
        .flatMap(({ segments }) => segments)
        .filter(({ id }) => !there.has(id)),
    [list.data, there],
  );
  const shown = useMemo(() => {
    const matches = matcher(typed);
    return quotes.filter(({ text }) => matches(text));
  }, [quotes, typed]);
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton lines={4} />;
  const select = (keys: Selection): void =>
    setChosen(
      new Set(keys === 'all' ? shown.map(({ id }) => id) : [...keys].map((key) => String(key))),
    );
  return (
    <>
      <SearchField label="Find words in these quotes" value={typed} onChange={setTyped} />
      <GridList
        className={styles.quotes ?? ''}
        aria-label={`Quotes of ${of.words}`}
        items={shown}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={select}
        renderEmptyState={() => (
          <p className={styles.none}>
            {quotes.length === 0
              ? 'There are no quotes here that it does not rest on already.'
              : 'No quote has these words.'}
          </p>
        )}
      >
        {(quote) => (
          <GridListItem id={quote.id} textValue={quote.text} className={styles.quote ?? ''}>
            <span className={styles.words}>{quote.text}</span>
            <span className={`${styles.note} figures`}>
              {placeOf({ quote: { ...quote, pseudonym: null } })}
            </span>
          </GridListItem>
        )}
      </GridList>
      <div className={styles.foot}>
        {list.hasNextPage ? (
          <Button
            small
            isDisabled={list.isFetchingNextPage}
            onPress={() => void list.fetchNextPage()}
          >
            Show more quotes
          </Button>
        ) : null}
        <Button
          kind="primary"
          isDisabled={chosen.size === 0}
          onPress={() => onAdd(quotes.filter(({ id }) => chosen.has(id)))}
        >
          {chosen.size === 0 ? 'Add quotes' : `Add ${counted(chosen.size, 'quote')}`}
        </Button>
      </div>
    </>
  );
};

interface Props {
  readonly claim: Claim;
  readonly plan: Plan;
  readonly onDone: () => void;
}

/** Chooses quotes of a theme or a code. What the claim rests on already is offered first. */
export const SupportQuotes = ({ claim, plan, onDone }: Props) => {
  const there = useMemo(
    () => new Set((plan.supportsOf.get(claim.id) ?? []).map(({ onId }) => onId)),
    [plan, claim.id],
  );
  const offered = useMemo(
    () =>
      [...plan.known.values()]
        .filter(({ kind, retired }) => (kind === 'theme' || kind === 'code') && !retired)
        .sort((a, b) => Number(there.has(b.id)) - Number(there.has(a.id))),
    [plan, there],
  );
  const [from, setFrom] = useState<string | null>(
    () => offered.find(({ id }) => there.has(id))?.id ?? null,
  );
  const of = offered.find(({ id }) => id === from);
  return (
    <div className={styles.picker}>
      <Select
        label="Quotes of"
        choices={offered.map(({ id, kind, words }) => ({
          id,
          name: `${kind === 'theme' ? 'Theme' : 'Code'}: ${words}`,
        }))}
        value={from}
        onChange={setFrom}
        placeholder="Choose a theme or a code"
      />
      {of === undefined ? (
        <p className={styles.none}>The quotes of a theme or a code stand here to choose from.</p>
      ) : (
        <Choices
          key={of.id}
          of={of}
          there={there}
          onAdd={(quotes) => {
            onDone();
            void restOn(
              claim.id,
              quotes.map(({ id, text }) => ({ kind: 'coding', id, words: text })),
            );
          }}
        />
      )}
    </div>
  );
};
