import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted } from '#renderer/ui/words.ts';
import { longestQuery } from '#shared/contract/search.ts';
import styles from './auto-code.module.css';
import { useAutoCodeState, type WayToCode } from './auto-code-state.ts';
import { SearchFilters } from './search-filters.tsx';
import { scopeOf } from './search-question.ts';
import { promptsOf } from './use-proposals.ts';

const ways: readonly {
  readonly id: WayToCode;
  readonly name: string;
  readonly description: string;
}[] = [
  { id: 'speaker', name: 'By speaker', description: 'All turns of some speakers get one code.' },
  {
    id: 'question',
    name: 'By question',
    description: 'What is said after a question of the interview guide gets a code for it.',
  },
  { id: 'search', name: 'By search', description: 'The places that have some words get one code.' },
  {
    id: 'column',
    name: 'By table column',
    description: 'Each column of a table, or each speaker, gets a code of its own.',
  },
];

const set = useAutoCodeState.setState;

const Speakers = ({ isColumn }: { readonly isColumn: boolean }) => {
  const { labels, filters } = useAutoCodeState();
  const speakers = useCall(
    'autocoding.speakers',
    { scope: scopeOf(filters) },
    { keepPrevious: true },
  );
  if (speakers.data === undefined) return <Skeleton lines={4} />;
  if (speakers.data.length === 0)
    return (
      <p className={styles.note}>
        Nobody is named in these sources. Name speakers in the Library, or choose other sources.
      </p>
    );
  const toggle = (label: string, on: boolean): void => {
    const next = new Set(labels);
    if (on) next.add(label);
    else next.delete(label);
    set({ labels: next });
  };
  const shown = speakers.data;
  return (
    <fieldset className={styles.choices}>
      <legend>{isColumn ? 'Columns or speakers' : 'Speakers'}</legend>
      {isColumn ? (
        <div className={styles.bar}>
          <Button small onPress={() => set({ labels: new Set(shown.map(({ label }) => label)) })}>
            Choose all
          </Button>
        </div>
      ) : null}
      <div className={styles.labels}>
        {shown.map(({ label, roles, sources, turns }) => (
          <Checkbox key={label} isSelected={labels.has(label)} onChange={(on) => toggle(label, on)}>
            <span className={styles.label}>
              {label}
              <span className={`${styles.faint} figures`}>
                {roles.join(', ')}, {counted(turns, 'turn')} in {counted(sources, 'source')}
              </span>
            </span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};

const likenesses = [
  { id: '0.4', name: 'Loose: 40 % of the words' },
  { id: '0.6', name: 'About the same: 60 % of the words' },
  { id: '0.8', name: 'Close: 80 % of the words' },
  { id: '1', name: 'All of the words' },
] as const;

const Questions = () => {
  const { prompts, likeness, filters } = useAutoCodeState();
  const common = useCall(
    'autocoding.questions',
    { scope: scopeOf(filters) },
    { keepPrevious: true },
  ).data;
  const have = new Set(promptsOf(prompts));
  const offered = common?.filter(({ words }) => !have.has(words)).slice(0, 12) ?? [];
  return (
    <>
      <TextField
        label="Questions of the interview guide, one on each line"
        multiline
        autoFocus
        maxLength={100_000}
        placeholder="How did the pain begin?"
        value={prompts}
        onChange={(value) => set({ prompts: value })}
      />
      {offered.length === 0 ? null : (
        <div
          className={styles.offered}
          role="group"
          aria-label="Questions asked in several sources"
        >
          <span className={styles.faint}>Asked in several sources:</span>
          {offered.map(({ words, sources }) => (
            <Button
              key={words}
              small
              onPress={() => set({ prompts: `${prompts.trimEnd()}\n${words}`.trimStart() })}
            >
              {words} <span className="figures">({sources})</span>
            </Button>
          ))}
        </div>
      )}
      <Select
        label="How like the question the interviewer's words must be"
        choices={likenesses}
        value={likenesses.find(({ id }) => Number(id) === likeness)?.id ?? '0.6'}
        onChange={(id) => set({ likeness: Number(id) })}
      />
      <p className={styles.note}>
        An answer is all that is said until the interviewer asks the next question. Short words of
        listening do not end it.
      </p>
    </>
  );
};

const extents = [
  { id: 'hit', name: 'The words' },
  { id: 'sentence', name: 'The sentence' },
  { id: 'turn', name: 'The turn' },
] as const;

/** How far around a hit the code reaches. */
export const ExtentField = () => {
  const extent = useAutoCodeState((state) => state.extent);
  return (
    <Select
      label="Code"
      choices={extents}
      value={extent}
      onChange={(chosen) => set({ extent: chosen, off: new Set() })}
    />
  );
};

const ByWords = () => {
  const { query, how, stems, whole } = useAutoCodeState();
  return (
    <>
      <SearchField
        label="Words to code"
        autoFocus
        maxLength={longestQuery}
        value={query}
        onChange={(value) => set({ query: value })}
      />
      <div className={styles.bar}>
        <Checkbox
          isSelected={stems}
          isDisabled={how === 'regex'}
          onChange={(on) => set({ stems: on })}
        >
          Forms of a word
        </Checkbox>
        <Checkbox
          isSelected={whole}
          isDisabled={how === 'regex'}
          onChange={(on) => set({ whole: on })}
        >
          Whole words
        </Checkbox>
        <Checkbox
          isSelected={how === 'regex'}
          onChange={(on) => set({ how: on ? 'regex' : 'words' })}
        >
          Regular expression
        </Checkbox>
      </div>
      <ExtentField />
    </>
  );
};

/** Says what is coded, by which rule and where. */
export const AutoCodeFields = () => {
  const { by, filters } = useAutoCodeState();
  return (
    <div className={styles.fields}>
      <RadioGroup
        label="What is coded"
        choices={ways}
        value={by}
        onChange={(chosen) => set({ by: chosen, labels: new Set() })}
      />
      <SearchFilters
        filters={filters}
        onChange={(changed) => set({ filters: changed })}
        transcriptsOnly
        withoutSpeakers={by === 'speaker' || by === 'column'}
      />
      {by === 'search' ? <ByWords /> : null}
      {by === 'question' ? <Questions /> : null}
      {by === 'speaker' || by === 'column' ? (
        <Speakers key={by} isColumn={by === 'column'} />
      ) : null}
    </div>
  );
};
