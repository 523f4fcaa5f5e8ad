import { useCall } from '#renderer/client/queries.ts';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { SourceKind } from '#shared/model/source.ts';
import type { Placed } from './import-entry.ts';
import { kinds } from './import-words.ts';
import styles from './place-fields.module.css';

/** What is the same for all chosen files; null where they differ. */
export type Shared = {
  readonly [K in Exclude<keyof Placed, 'name'>]: Placed[K] | null;
};

interface Props {
  readonly value: Shared;
  readonly onChange: (change: Partial<Omit<Placed, 'name'>>) => void;
}

const newOne = (
  word: string,
  value: string | null,
  known: readonly string[],
): string | undefined =>
  value === null || value === '' || known.includes(value) ? undefined : `New ${word}`;

/** Kind, group, time point and case of one file or of many. */
export const PlaceFields = ({ value, onChange }: Props) => {
  const groups = (useCall('groups.list', {}).data ?? []).map((group) => group.name);
  const timePoints = (useCall('timePoints.list', {}).data ?? []).map((point) => point.name);
  const cases = (useCall('cases.list', {}).data ?? []).map((record) => record.pseudonym);
  const empty = (shared: string | null): string => (shared === null ? 'Several' : 'None');
  return (
    <div className={styles.fields}>
      <Select<SourceKind>
        label="Kind"
        choices={kinds}
        value={value.kind}
        placeholder="Several"
        onChange={(kind) => onChange({ kind })}
      />
      <ComboBox
        label="Group"
        choices={groups}
        value={value.group ?? ''}
        placeholder={empty(value.group)}
        description={newOne('group', value.group, groups)}
        onCommit={(group) => onChange({ group })}
      />
      <ComboBox
        label="Time point"
        choices={timePoints}
        value={value.timePoint ?? ''}
        placeholder={empty(value.timePoint)}
        description={newOne('time point', value.timePoint, timePoints)}
        onCommit={(timePoint) => onChange({ timePoint })}
      />
      <ComboBox
        label="Case (pseudonym)"
        choices={cases}
        value={value.casePseudonym ?? ''}
        placeholder={empty(value.casePseudonym)}
        description={newOne('case', value.casePseudonym, cases)}
        onCommit={(casePseudonym) => onChange({ casePseudonym })}
      />
    </div>
  );
};
