import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import { mostQuotes } from '#shared/contract/packs.ts';
import type { Extracted } from '#shared/model/extract.ts';
import styles from './packs.module.css';
import {
  changeMaking,
  changeQuote,
  type DraftQuote,
  type DraftTheme,
  fieldId,
  type Making,
  toggleQuote,
  whoOf,
} from './packs-draft.ts';
import { mostShown, usePackQuotes } from './use-pack-quotes.ts';

/** Fewer than this, and one voice can stand for all. */
const fewestQuotes = 3;
const pageSize = 100;

/** How far a theme's quotes are, in words: `3 quotes, 1 to check`. */
const stateOf = ({ quotes }: DraftTheme): string => {
  const open = quotes.filter(({ checked }) => !checked).length;
  if (quotes.length === 0) return 'no quotes yet';
  return `${counted(quotes.length, 'quote')}${open === 0 ? ', checked' : `, ${open} to check`}`;
};

interface ChosenProps {
  readonly theme: DraftTheme;
  readonly quote: DraftQuote;
  readonly extract: Extracted | undefined;
}

const Chosen = ({ theme, quote, extract }: ChosenProps) => {
  const { codingId, text, who, checked } = quote;
  const place = { themeId: theme.themeId, codingId } as const;
  return (
    <li className={styles.chosen}>
      <TextField
        id={fieldId({ ...place, field: 'quote' })}
        label={`Words of ${who}`}
        hideLabel
        multiline
        value={text}
        onChange={(next) => changeQuote(theme, codingId, { text: next })}
      />
      <div className={styles.chosenFoot}>
        <div className={styles.who}>
          <TextField
            id={fieldId({ ...place, field: 'who' })}
            label="Who said it"
            hideLabel
            value={who}
            maxLength={400}
            onChange={(next) => changeQuote(theme, codingId, { who: next })}
          />
        </div>
        <Checkbox
          isSelected={checked}
          isDisabled={text.trim() === ''}
          onChange={(next) => changeQuote(theme, codingId, { checked: next })}
        >
          I have checked it
        </Checkbox>
        <Button
          small
          kind="quiet"
          isDisabled={extract === undefined}
          aria-label={`Take out the quote of ${who}`}
          onPress={() => {
            if (extract !== undefined) toggleQuote(theme, extract);
          }}
        >
          Take out
        </Button>
      </div>
    </li>
  );
};

/** Whose voices are chosen: `3 people in 2 groups`. */
const balanceOf = (extracts: readonly Extracted[]): string => {
  const people = new Set(extracts.map((each) => each.caseId ?? each.sourceId)).size;
  const groups = new Set(extracts.map(({ group }) => group)).size;
  return `From ${people === 1 ? 'one person' : `${people} people`} in ${counted(groups, 'group')}.`;
};

/** Why no quote is left to choose. */
const noneLeft = (filter: string, matching: number): string => {
  if (filter.trim() === '') return 'Every quote of this theme is chosen.';
  return matching === 0
    ? `No quote holds ${quoted(filter.trim())}.`
    : `Every quote that holds ${quoted(filter.trim())} is chosen.`;
};

const OfTheme = ({ theme }: { readonly theme: DraftTheme }) => {
  const [limit, setLimit] = useState(pageSize);
  const [filter, setFilter] = useState('');
  const known = useCall(
    'extracts.get',
    { codingIds: theme.quotes.map((q) => q.codingId) },
    {
      keepPrevious: true,
    },
  ).data;
  const { total, matching, shown, isBehind, error, retry } = usePackQuotes(
    theme.themeId,
    filter,
    limit,
  );
  if (error !== null) return <ErrorState error={error} onRetry={retry} />;
  if (shown === undefined) return <Skeleton lines={8} />;
  if (total === 0 && theme.quotes.length === 0)
    return (
      <EmptyState title="This theme has no quotes">
        Quotes come with the codes of a theme. Add a code that is used in an interview, or take the
        theme out of this pack.
      </EmptyState>
    );
  const byId = new Map([...shown, ...(known ?? [])].map((extract) => [extract.id, extract]));
  const chosen = new Set(theme.quotes.map(({ codingId }) => codingId));
  const isFull = theme.quotes.length >= mostQuotes;
  const rest = shown.filter(({ id }) => !chosen.has(id));
  const voices = theme.quotes.flatMap(({ codingId }) => byId.get(codingId) ?? []);
  return (
    <>
      <p className={`${styles.quiet} figures`} role="status">
        {theme.quotes.length < fewestQuotes
          ? `Choose three to six quotes. ${counted(theme.quotes.length, 'quote')} chosen so far.`
          : `${counted(theme.quotes.length, 'quote')} of at most ${mostQuotes} chosen.`}{' '}
        {voices.length === 0 ? '' : balanceOf(voices)}
      </p>
      {theme.quotes.length === 0 ? null : (
        <ul className={styles.chosenList} aria-label={`Quotes chosen for ${theme.name}`}>
          {theme.quotes.map((quote) => (
            <Chosen
              key={quote.codingId}
              theme={theme}
              quote={quote}
              extract={byId.get(quote.codingId)}
            />
          ))}
        </ul>
      )}
      <div className={styles.restHead}>
        <h4 className={styles.restTitle}>Quotes of this theme</h4>
        <div className={styles.filter}>
          <SearchField label="Filter quotes" value={filter} onChange={setFilter} />
        </div>
      </div>
      {rest.length === 0 ? (
        <p className={styles.quiet} role="status">
          {isBehind ? '' : noneLeft(filter, matching)}
        </p>
      ) : (
        <ul className={styles.rest}>
          {rest.map((extract) => (
            <li key={extract.id} className={styles.extract}>
              <Checkbox
                isSelected={false}
                isDisabled={isFull}
                onChange={() => toggleQuote(theme, extract)}
              >
                <span className={styles.extractWords}>
                  {extract.text}
                  <span className={styles.quiet}>
                    {[whoOf(extract), extract.timePoint, extract.fit]
                      .filter((part) => part !== null)
                      .join(', ')}
                  </span>
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
      {matching <= limit ? null : limit >= mostShown ? (
        <p className={`${styles.quiet} figures`}>
          {`${(matching - limit).toLocaleString()} more quotes are not shown. Filter by their words, or by who said them, to find them.`}
        </p>
      ) : (
        <Button small onPress={() => setLimit((now) => Math.min(now + pageSize, mostShown))}>
          {`Show more: ${(matching - limit).toLocaleString()} left`}
        </Button>
      )}
    </>
  );
};

/** Chooses three to six quotes for each theme; each is read and ticked. */
export const PackQuotesStep = ({ making }: { readonly making: Making }) => {
  const { themes } = making.contents;
  const open = themes.find(({ themeId }) => themeId === making.themeId) ?? themes[0];
  if (open === undefined)
    return (
      <EmptyState
        title="No theme chosen yet"
        action={<Button onPress={() => changeMaking({ step: 'themes' })}>Choose themes</Button>}
      >
        Quotes are chosen theme by theme.
      </EmptyState>
    );
  return (
    <div className={styles.quotes}>
      <nav aria-label="Themes of the pack">
        <ul className={styles.themeList}>
          {themes.map((theme) => (
            <li key={theme.themeId}>
              <button
                type="button"
                className={styles.themeLink}
                aria-current={theme === open ? 'true' : undefined}
                onClick={() => changeMaking({ themeId: theme.themeId })}
              >
                <span>{theme.name}</span>
                <span className={`${styles.quiet} figures`}>{stateOf(theme)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-label={`Quotes for ${open.name}`}>
        <h3 className={styles.openTheme}>{open.name}</h3>
        <OfTheme key={open.themeId} theme={open} />
      </section>
    </div>
  );
};
