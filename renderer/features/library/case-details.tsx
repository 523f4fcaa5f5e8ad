import { BookOpen, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { edit, showError } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RecordMemos } from '#renderer/features/memos/record-memos.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { type Attribute, misfit } from '#shared/model/attribute.ts';
import type { Group } from '#shared/model/group.ts';
import { deleteCase, saveValue } from './case-actions.ts';
import { type CaseEntry, usedValues } from './case-columns.ts';
import { useCaseState } from './case-state.ts';
import { openSource } from './library-actions.ts';
import { NameField } from './name-field.tsx';
import styles from './source-details.module.css';
import { useCaseEntries } from './use-case-entries.ts';

const noGroup = 'none';
const none: readonly never[] = [];

const placeholders = {
  text: 'No value',
  number: 'No value: a number',
  date: 'No value: year-month-day',
} as const;

interface ValueProps {
  readonly entry: CaseEntry;
  readonly all: readonly CaseEntry[];
  readonly attribute: Attribute;
}

const ValueField = ({ entry, all, attribute }: ValueProps) => {
  // What can be chosen is gathered when somebody is about to choose: there may be dozens of fields.
  const [isWanted, setIsWanted] = useState(false);
  const want = (): void => setIsWanted(true);
  const choices = useMemo(
    () => (isWanted ? usedValues(all, attribute.id) : none),
    [isWanted, all, attribute.id],
  );
  return (
    <div onFocus={want} onPointerEnter={want} role="presentation">
      <ComboBox
        label={attribute.name}
        choices={choices}
        value={entry.values.get(attribute.id) ?? ''}
        placeholder={placeholders[attribute.type]}
        onCommit={(words) => {
          const problem = words === '' ? null : misfit(attribute.type, words);
          if (problem === null) void saveValue(entry, attribute, words);
          else showError({ code: 'bad-input', message: `${problem} The old value stays.` });
        }}
      />
    </div>
  );
};

const SourcesOf = ({ caseId }: { readonly caseId: string }) => {
  const sources = useCall('sources.list', {}).data?.filter((source) => source.caseId === caseId);
  return (
    <section aria-label="Sources of the case">
      <h3 className={styles.heading}>Sources</h3>
      {sources?.length === 0 ? <p className={styles.quiet}>No source belongs to it.</p> : null}
      <ul>
        {sources?.map(({ id, name }) => (
          <li key={id}>
            <Button kind="quiet" onPress={() => openSource(id)}>
              <BookOpen size={14} aria-hidden /> {name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface Props {
  readonly entry: CaseEntry;
  readonly all: readonly CaseEntry[];
  readonly groups: readonly Group[];
  readonly attributes: readonly Attribute[];
}

const Details = ({ entry, all, groups, attributes }: Props) => {
  const { id } = entry;
  return (
    <section className={styles.details} aria-label="Case">
      <h2 className={styles.name}>{entry.pseudonym}</h2>
      <NameField
        label="Pseudonym"
        value={entry.pseudonym}
        onSave={(pseudonym) => void edit('cases.update', { id, pseudonym })}
      />
      <Select
        label="Group"
        choices={[...groups, { id: noGroup, name: 'No group' }]}
        value={entry.groupId ?? noGroup}
        onChange={(groupId) =>
          void edit('cases.update', { id, groupId: groupId === noGroup ? null : groupId })
        }
      />
      {attributes.map((attribute) => (
        <ValueField key={attribute.id} entry={entry} all={all} attribute={attribute} />
      ))}
      <NameField
        label="Note"
        multiline
        canBeEmpty
        value={entry.note}
        onSave={(note) => void edit('cases.update', { id, note })}
      />
      <SourcesOf caseId={id} />
      <RecordMemos key={id} kind="case" id={id} />
      <div>
        <Button kind="quiet" onPress={() => void deleteCase(entry)}>
          <Trash2 size={14} aria-hidden /> Delete case
        </Button>
      </div>
    </section>
  );
};

/** The case that is chosen in the grid: what is known of it, as fields that save themselves. */
export const CaseDetails = () => {
  const { entries, groups, attributes, failed } = useCaseEntries();
  // At once, so that what is typed into a field is never another case's.
  const caseId = useCaseState((state) => state.at?.caseId);
  if (failed !== undefined) return <ErrorState error={failed.error} />;
  if (entries === undefined) return <Skeleton />;
  const entry = entries.find(({ id }) => id === caseId);
  return entry === undefined ? (
    <EmptyState title="Cases">
      A case is a person, by pseudonym. Sources and speakers belong to cases, so that you can follow
      a person over time. Attributes say what matters about a case, for example age band or
      practice.
    </EmptyState>
  ) : (
    <Details entry={entry} all={entries} groups={groups} attributes={attributes} />
  );
};
