import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { MultiChoice, type MultiChoiceOption } from '#renderer/ui/multi-choice.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { openDefinition, type QueryCondition } from '#shared/model/query.ts';
import { askFor, useAnalysisState } from './analysis-state.ts';
import { QueryAttributes } from './query-attributes.tsx';
import { Condition } from './query-condition.tsx';
import styles from './query-panel.module.css';
import { SavedQueries } from './saved-queries.tsx';
import { useLists } from './use-retrieval.ts';

const none: readonly never[] = [];

/** The codes to choose from, each with the code it is nested in. */
const useCodeOptions = (): readonly MultiChoiceOption[] => {
  const codes = useCall('codes.list', {}).data ?? none;
  return useMemo(() => {
    const names = new Map(codes.map((code) => [code.id, code.name]));
    return codes.map(({ id, name, colour, parentId }) => ({
      id,
      name,
      colour,
      note: parentId === null ? undefined : names.get(parentId),
    }));
  }, [codes]);
};

const levels = [
  { id: 'any', name: 'Any level of meaning' },
  { id: 'semantic', name: 'Semantic: said outright' },
  { id: 'latent', name: 'Latent: read between the lines' },
] as const;

const newCondition: QueryCondition = {
  not: false,
  codes: openDefinition.codes,
  relation: { how: 'overlapping' },
};

const Codes = () => {
  const { codes } = useAnalysisState((state) => state.definition);
  const options = useCodeOptions();
  const themes = useCall('themes.list', {}).data ?? none;
  return (
    <section className={styles.part} aria-labelledby="query-codes">
      <h3 className={styles.heading} id="query-codes">
        Segments coded with
      </h3>
      <MultiChoice
        label="Codes"
        options={options}
        value={codes.codeIds}
        onChange={(codeIds) => askFor({ codes: { ...codes, codeIds } })}
        noun="code"
      />
      <MultiChoice
        label="Themes"
        options={themes}
        value={codes.themeIds}
        onChange={(themeIds) => askFor({ codes: { ...codes, themeIds } })}
        noun="theme"
      />
      <Checkbox
        isSelected={codes.nested}
        onChange={(nested) => askFor({ codes: { ...codes, nested } })}
      >
        With what is nested in them
      </Checkbox>
    </section>
  );
};

const Conditions = () => {
  const { conditions } = useAnalysisState((state) => state.definition);
  const codes = useCodeOptions();
  const themes = useCall('themes.list', {}).data ?? none;
  return (
    <section className={styles.part} aria-labelledby="query-conditions">
      <h3 className={styles.heading} id="query-conditions">
        Conditions
      </h3>
      {conditions.map((condition, index) => (
        <Condition
          // Conditions have nothing but their place to be told by.
          key={index}
          number={index + 1}
          condition={condition}
          codes={codes}
          themes={themes}
          onChange={(next) => askFor({ conditions: conditions.with(index, next) })}
          onRemove={() => askFor({ conditions: conditions.toSpliced(index, 1) })}
        />
      ))}
      <Button small onPress={() => askFor({ conditions: [...conditions, newCondition] })}>
        <Plus size={14} aria-hidden /> Add a condition
      </Button>
    </section>
  );
};

const Filters = () => {
  const { definition } = useAnalysisState();
  const lists = useLists();
  const labels = useCall('autocoding.speakers', {}).data ?? none;
  const speakers = useMemo(() => labels.map(({ label }) => ({ id: label, name: label })), [labels]);
  const fields = [
    { field: 'groupIds', label: 'Groups', noun: 'group', options: lists.groups },
    { field: 'timePointIds', label: 'Time points', noun: 'time point', options: lists.timePoints },
    { field: 'caseIds', label: 'Cases', noun: 'case', options: lists.cases },
    { field: 'sourceIds', label: 'Sources', noun: 'source', options: lists.sources },
    { field: 'speakerLabels', label: 'Speakers', noun: 'speaker', options: speakers },
    { field: 'coderIds', label: 'Coders', noun: 'coder', options: lists.coders },
  ] as const;
  return (
    <section className={styles.part} aria-labelledby="query-filters">
      <h3 className={styles.heading} id="query-filters">
        Where and who
      </h3>
      {fields.map(({ field, ...props }) => (
        <MultiChoice
          key={field}
          {...props}
          value={definition[field]}
          onChange={(chosen) => askFor({ [field]: chosen })}
        />
      ))}
      <Checkbox isSelected={definition.important} onChange={(important) => askFor({ important })}>
        Only what is marked important
      </Checkbox>
      <Select
        label="Level of meaning"
        hideLabel
        choices={levels}
        value={definition.level ?? 'any'}
        onChange={(level) => askFor({ level: level === 'any' ? null : level })}
      />
    </section>
  );
};

/** The left panel of the analysis: what is asked for, and the queries that were saved. */
export const QueryPanel = () => {
  const definition = useAnalysisState((state) => state.definition);
  const isOpen = JSON.stringify(definition) === JSON.stringify(openDefinition);
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>Query</h2>
        {isOpen ? null : (
          <Button kind="quiet" small onPress={() => askFor(openDefinition)}>
            Clear the query
          </Button>
        )}
      </header>
      <SavedQueries />
      <Codes />
      <Conditions />
      <Filters />
      <QueryAttributes />
    </div>
  );
};
