import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MultiChoice, type MultiChoiceOption } from '#renderer/ui/multi-choice.tsx';
import type { SearchKind } from '#shared/contract/search.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';
import styles from './search.module.css';
import { isFiltered, isScoped } from './search-question.ts';
import { type Filters, noFilters } from './search-state.ts';

const none: readonly never[] = [];

const kinds: readonly MultiChoiceOption<SearchKind>[] = [
  { id: 'transcript', name: 'Transcripts' },
  { id: 'memo', name: 'Memos' },
  { id: 'code', name: 'Codebook' },
  { id: 'theme', name: 'Themes' },
];

const roles: readonly MultiChoiceOption<SpeakerRole>[] = [
  { id: 'participant', name: 'Participants' },
  { id: 'interviewer', name: 'Interviewers' },
  { id: 'other', name: 'Other speakers' },
];

interface PartProps {
  readonly filters: Filters;
  readonly onChange: (part: Partial<Filters>) => void;
}

const Kinds = ({ filters, onChange }: PartProps) => {
  const isOnlyTranscripts = isScoped(filters);
  return (
    <MultiChoice
      label="Kinds"
      hideLabel
      options={kinds}
      value={isOnlyTranscripts ? ['transcript'] : filters.kinds}
      isDisabled={isOnlyTranscripts}
      onChange={(chosen) => onChange({ kinds: chosen })}
      placeholder="Everything"
      noun="kind"
    />
  );
};

/** What a search is narrowed to by one choice of several. */
interface Field<F extends keyof Filters> {
  readonly field: F;
  readonly label: string;
  readonly noun: string;
  readonly options: readonly MultiChoiceOption<Filters[F][number]>[];
}

const Choice = <F extends Exclude<keyof Filters, 'kinds'>>({
  filters,
  onChange,
  field,
  ...props
}: PartProps & Field<F>) => (
  <MultiChoice<Filters[F][number]>
    {...props}
    hideLabel
    value={filters[field]}
    onChange={(chosen) => onChange({ [field]: chosen })}
  />
);

const Places = (part: PartProps) => {
  const groups = useCall('groups.list', {}).data ?? none;
  const timePoints = useCall('timePoints.list', {}).data ?? none;
  const known = useCall('cases.list', {}).data ?? none;
  const sources = useCall('sources.list', {}).data ?? none;
  const cases = useMemo(() => known.map(({ id, pseudonym }) => ({ id, name: pseudonym })), [known]);
  return (
    <>
      <Choice {...part} field="groupIds" label="Groups" noun="group" options={groups} />
      <Choice
        {...part}
        field="timePointIds"
        label="Time points"
        noun="time point"
        options={timePoints}
      />
      <Choice {...part} field="caseIds" label="Cases" noun="case" options={cases} />
      <Choice {...part} field="sourceIds" label="Sources" noun="source" options={sources} />
    </>
  );
};

const Speakers = (part: PartProps) => {
  const labels = useCall('autocoding.speakers', {}).data ?? none;
  const speakers = useMemo(() => labels.map(({ label }) => ({ id: label, name: label })), [labels]);
  return (
    <>
      <Choice {...part} field="speakerRoles" label="Roles" noun="role" options={roles} />
      <Choice {...part} field="speakerLabels" label="Speakers" noun="speaker" options={speakers} />
    </>
  );
};

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  /** Only where somebody speaks: nothing but transcripts is looked at. */
  readonly transcriptsOnly?: boolean;
  /** Without who speaks, where that is asked elsewhere. */
  readonly withoutSpeakers?: boolean;
}

/**
 * Narrows what is searched or coded: kinds, groups, time points, cases, sources, roles, speakers.
 * Any of those chosen in one field will do; what is chosen in several fields must all hold.
 */
export const SearchFilters = (props: Props) => {
  const { filters, onChange, transcriptsOnly = false, withoutSpeakers = false } = props;
  const change = (part: Partial<Filters>): void => onChange({ ...filters, ...part });
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      {transcriptsOnly ? null : <Kinds filters={filters} onChange={change} />}
      <Places filters={filters} onChange={change} />
      {withoutSpeakers ? null : <Speakers filters={filters} onChange={change} />}
      {isFiltered(filters) ? (
        <Button kind="quiet" onPress={() => onChange(noFilters)}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
};
