import { useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { MultiChoice } from '#renderer/ui/multi-choice.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import { fits } from '#shared/model/extract.ts';
import { BalanceStrip } from './balance-strip.tsx';
import { ChosenQuotes } from './chosen-quotes.tsx';
import {
  type Available,
  noneId,
  openFilter,
  type QuoteFilter,
  type Share,
  sharesOf,
} from './quote-balance.ts';
import { QuoteList } from './quote-list.tsx';
import styles from './quote-picker.module.css';
import { useQuoteUse, useThemeQuotes } from './use-theme-quotes.ts';

const none: readonly never[] = [];

const fitChoices = [
  { id: 'any', name: 'Any fit' },
  ...fits.map((id) => ({ id, name: `${id.charAt(0).toUpperCase()}${id.slice(1)}` })),
  { id: 'unmarked', name: 'Not marked' },
] as const;

interface FiltersProps {
  readonly filter: QuoteFilter;
  readonly onChange: (change: Partial<QuoteFilter>) => void;
  readonly cases: readonly Share[];
  readonly groups: readonly Share[];
  readonly found: string;
}

const Filters = ({ filter, onChange, cases, groups, found }: FiltersProps) => {
  const timePoints = useCall('timePoints.list', {}).data ?? none;
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          label="Search these quotes"
          value={filter.text}
          onChange={(text) => onChange({ text })}
        />
      </div>
      <MultiChoice
        label="Groups"
        hideLabel
        noun="group"
        options={groups}
        value={filter.groupIds}
        onChange={(groupIds) => onChange({ groupIds })}
      />
      <MultiChoice
        label="Cases"
        hideLabel
        noun="case"
        options={cases}
        value={filter.caseIds}
        onChange={(caseIds) => onChange({ caseIds })}
      />
      <MultiChoice
        label="Time points"
        hideLabel
        noun="time point"
        options={[...timePoints, { id: noneId, name: 'No time point' }]}
        value={filter.timePointIds}
        onChange={(timePointIds) => onChange({ timePointIds })}
      />
      <Select
        label="Fit"
        hideLabel
        choices={fitChoices}
        value={filter.fit}
        onChange={(fit) => onChange({ fit })}
      />
      <span className={`${styles.quiet} figures`} role="status">
        {found}
      </span>
    </div>
  );
};

const useShares = (quotes: readonly Available[], chosen: ReadonlySet<string>) => {
  const cases = useCall('cases.list', {}).data ?? none;
  const groups = useCall('groups.list', {}).data ?? none;
  return useMemo(
    () => ({
      cases: sharesOf(quotes, 'caseId', {
        chosen,
        names: cases.map(({ id, pseudonym }) => ({ id, name: pseudonym })),
        none: 'No case',
      }),
      groups: sharesOf(quotes, 'groupId', { chosen, names: groups, none: 'No group' }),
    }),
    [quotes, chosen, cases, groups],
  );
};

export interface QuotePickerProps {
  /** The theme whose quotes can be chosen, those of its subthemes among them. */
  readonly themeId: string;
  /** The codings that are chosen, in order. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** How many can be chosen; with 1 another choice takes the place of the one before. */
  readonly most?: number;
}

/**
 * Chooses quotes of a theme: whom they are from stays in sight, with who is not heard yet and what
 * is used elsewhere already.
 */
export const QuotePicker = ({ themeId, chosen, onChange, most = 100 }: QuotePickerProps) => {
  const [filter, setFilter] = useState(openFilter);
  const { all, shown, isBehind, error, retry } = useThemeQuotes(themeId, filter);
  const use = useQuoteUse();
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  const shares = useShares(all ?? none, isChosen);
  const narrow = (change: Partial<QuoteFilter>): void => setFilter({ ...filter, ...change });
  if (error !== null) return <ErrorState error={error} onRetry={retry} />;
  if (all === undefined) return <Skeleton lines={10} />;
  if (all.length === 0)
    return (
      <EmptyState title="This theme has no quotes yet">
        Quotes come with the codes of a theme. Add a code that is used in an interview.
      </EmptyState>
    );
  const toggle = (id: string): void => {
    if (isChosen.has(id)) {
      onChange(chosen.filter((other) => other !== id));
      announce(`Taken out, ${counted(chosen.length - 1, 'quote')} chosen`);
    } else if (most === 1) {
      onChange([id]);
      announce('Chosen');
    } else if (chosen.length >= most) announce(`At most ${counted(most, 'quote')} can be chosen`);
    else {
      onChange([...chosen, id]);
      announce(`Chosen, ${counted(chosen.length + 1, 'quote')} in all`);
    }
  };
  return (
    <div className={styles.picker}>
      <div className={styles.from}>
        <Filters
          filter={filter}
          onChange={narrow}
          cases={shares.cases}
          groups={shares.groups}
          found={
            isBehind
              ? 'Searching'
              : shown.length === all.length
                ? counted(all.length, 'quote')
                : `${shown.length.toLocaleString()} of ${counted(all.length, 'quote')}`
          }
        />
        {shown.length === 0 && !isBehind ? (
          <EmptyState
            title={
              filter.text.trim() === ''
                ? 'No quote matches these filters'
                : `No quote here has ${quoted(filter.text.trim())}`
            }
            action={<Button onPress={() => setFilter(openFilter)}>Clear the filters</Button>}
          />
        ) : (
          <QuoteList quotes={shown} chosen={isChosen} use={use} onToggle={toggle} />
        )}
      </div>
      <div className={styles.side}>
        <BalanceStrip
          title="Groups"
          noun="group"
          shares={shares.groups}
          narrowed={filter.groupIds}
          onNarrow={(groupIds) => narrow({ groupIds })}
        />
        <BalanceStrip
          title="Cases"
          noun="case"
          shares={shares.cases}
          narrowed={filter.caseIds}
          onNarrow={(caseIds) => narrow({ caseIds })}
        />
        <section aria-label="Chosen">
          <h3 className={styles.balanceHead}>
            Chosen <span className={`${styles.quiet} figures`}>{chosen.length}</span>
          </h3>
          <ChosenQuotes
            label="Chosen quotes"
            chosen={chosen}
            onChange={onChange}
            empty="None yet. Enter or a click takes a quote in."
          />
        </section>
      </div>
    </div>
  );
};
