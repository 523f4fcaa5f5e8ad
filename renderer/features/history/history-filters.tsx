import { useCall } from '#renderer/client/queries.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { type Choice, Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { type RecordKind, recordKinds } from '#shared/model/change.ts';
import styles from './history.module.css';
import { filterSteps, useHistoryState } from './history-state.ts';
import { kinds } from './words.ts';

const any = 'any';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const kindChoices: readonly Choice<RecordKind | typeof any>[] = [
  { id: any, name: 'Any record' },
  ...recordKinds.map((id) => ({ id, name: capital(kinds[id]) })),
];

/** Narrows the steps to those of a coder, a kind of record, some days, or with some words. */
export const HistoryFilters = () => {
  const filter = useHistoryState((state) => state.filter);
  const coders = useCall('coders.list', {}).data ?? [];
  return (
    <div className={styles.filters} role="search" aria-label="Steps">
      <div className={styles.search} data-history-filter>
        <SearchField
          label="Find a step"
          value={filter.words}
          onChange={(words) => filterSteps({ words })}
          maxLength={200}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label="By whom"
          hideLabel
          choices={[
            { id: any, name: 'Any coder' },
            ...coders.map(({ id, name }) => ({ id, name })),
          ]}
          value={filter.coderId ?? any}
          onChange={(id) => filterSteps({ coderId: id === any ? null : id })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label="On what"
          hideLabel
          choices={kindChoices}
          value={filter.kind ?? any}
          onChange={(id) => filterSteps({ kind: id === any ? null : id })}
        />
      </div>
      <div className={styles.date}>
        <TextField
          label="From"
          type="date"
          value={filter.from}
          onChange={(from) => filterSteps({ from })}
        />
      </div>
      <div className={styles.date}>
        <TextField
          label="To"
          type="date"
          value={filter.to}
          onChange={(to) => filterSteps({ to })}
        />
      </div>
    </div>
  );
};
