import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { type Choice, Select } from '#renderer/ui/select.tsx';
import type { SearchKind } from '#shared/contract/search.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';
import styles from './search.module.css';
import { isScoped } from './search-question.ts';
import { type Filters, noFilters } from './search-state.ts';

const all = 'all';

const kinds: readonly Choice<SearchKind | typeof all>[] = [
  { id: all, name: 'Everything' },
  { id: 'transcript', name: 'Transcripts' },
  { id: 'memo', name: 'Memos' },
  { id: 'code', name: 'Codebook' },
  { id: 'theme', name: 'Themes' },
];

interface PickProps {
  readonly label: string;
  /** What stands for no filter. */
  readonly every: string;
  readonly records: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

const Pick = ({ label, every, records, value, onChange }: PickProps) => (
  <Select
    label={label}
    hideLabel
    choices={[{ id: all, name: every }, ...(records ?? [])]}
    value={value ?? all}
    onChange={(id) => onChange(id === all ? null : id)}
  />
);

const roles: Readonly<Record<SpeakerRole, string>> = {
  participant: 'Participants only',
  interviewer: 'Interviewers only',
  other: 'Other speakers only',
};

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  /** Only where somebody speaks: nothing but transcripts is looked at. */
  readonly transcriptsOnly?: boolean;
  /** Without who speaks, where that is asked elsewhere. */
  readonly withoutSpeakers?: boolean;
}

const useSpeakers = () => {
  const labels = useCall('autocoding.speakers', {}).data;
  return [
    ...(Object.entries(roles) as [SpeakerRole, string][]).map(([role, name]) => ({
      id: `role:${role}`,
      name,
    })),
    ...(labels ?? []).map(({ label }) => ({ id: `label:${label}`, name: label })),
  ];
};

/** Narrows what is searched or coded: kind, group, time point, case, source, speaker. */
export const SearchFilters = (props: Props) => {
  const { filters, onChange, transcriptsOnly = false, withoutSpeakers = false } = props;
  const groups = useCall('groups.list', {}).data;
  const timePoints = useCall('timePoints.list', {}).data;
  const cases = useCall('cases.list', {}).data;
  const sources = useCall('sources.list', {}).data;
  const speakers = useSpeakers();
  const change = (part: Partial<Filters>): void => onChange({ ...filters, ...part });
  const speaker =
    filters.role === null
      ? filters.label === null
        ? null
        : `label:${filters.label}`
      : `role:${filters.role}`;
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      {transcriptsOnly ? null : (
        <Select
          label="Kind"
          hideLabel
          choices={kinds}
          value={isScoped(filters) ? 'transcript' : (filters.kind ?? all)}
          isDisabled={isScoped(filters)}
          onChange={(kind) => change({ kind: kind === all ? null : kind })}
        />
      )}
      <Pick
        label="Group"
        every="All groups"
        records={groups}
        value={filters.groupId}
        onChange={(groupId) => change({ groupId })}
      />
      <Pick
        label="Time point"
        every="All time points"
        records={timePoints}
        value={filters.timePointId}
        onChange={(timePointId) => change({ timePointId })}
      />
      <Pick
        label="Case"
        every="All cases"
        records={cases?.map(({ id, pseudonym }) => ({ id, name: pseudonym }))}
        value={filters.caseId}
        onChange={(caseId) => change({ caseId })}
      />
      <Pick
        label="Source"
        every="All sources"
        records={sources}
        value={filters.sourceId}
        onChange={(sourceId) => change({ sourceId })}
      />
      {withoutSpeakers ? null : (
        <Pick
          label="Speaker"
          every="All speakers"
          records={speakers}
          value={speaker}
          onChange={(id) =>
            change({
              role: id?.startsWith('role:') === true ? (id.slice(5) as SpeakerRole) : null,
              label: id?.startsWith('label:') === true ? id.slice(6) : null,
            })
          }
        />
      )}
      {Object.values(filters).every((value) => value === null) ? null : (
        <Button kind="quiet" onPress={() => onChange(noFilters)}>
          Clear filters
        </Button>
      )}
    </div>
  );
};
