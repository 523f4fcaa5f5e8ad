import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { quoted } from '#renderer/ui/words.ts';
import { parseQuery } from '#shared/text/search-query.ts';
import { isFiltered } from './search-question.ts';
import { lookFor, noFilters, useSearchState } from './search-state.ts';

/** Words that could be misspelt: each by itself, the longest first. */
const wordsOf = (typed: string): readonly string[] =>
  parseQuery(typed, false)
    .all.flat()
    .map(({ words }) => words)
    .filter((words) => !/\s/u.test(words))
    .sort((a, b) => b.length - a.length);

const Nearest = ({ typed }: { readonly typed: string }) => {
  const [word] = wordsOf(typed);
  const near = useCall(
    'search.nearest',
    { word: word?.slice(0, 100) ?? '-' },
    { enabled: word !== undefined },
  ).data;
  if (word === undefined)
    return <>Words are found, not signs. Turn on ‘Regular expression’ to find signs and emoji.</>;
  if (near === undefined || near.length === 0) return <>Try fewer letters, or other words.</>;
  return (
    <>
      Nearest:{' '}
      {near.map((other) => (
        <Button
          key={other}
          kind="quiet"
          small
          onPress={() => lookFor({ typed: typed.replace(word, other) })}
        >
          {other}
        </Button>
      ))}
    </>
  );
};

/** What is shown where nothing has the words: the nearest ones, and a way out of the filters. */
export const NoneFound = () => {
  const { typed, how, filters } = useSearchState();
  return (
    <EmptyState
      title={`Nothing found for ${quoted(typed.trim())}`}
      action={
        isFiltered(filters) ? (
          <Button onPress={() => lookFor({ filters: noFilters })}>Clear filters</Button>
        ) : undefined
      }
    >
      {how === 'regex' ? (
        'No text has a place that this expression matches.'
      ) : (
        <Nearest typed={typed} />
      )}
    </EmptyState>
  );
};
