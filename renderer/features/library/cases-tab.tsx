import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, fold, quoted } from '#renderer/ui/words.ts';
import type { Case } from '#shared/model/case.ts';
import type { Group } from '#shared/model/group.ts';
import styles from './cases-tab.module.css';
import libraryStyles from './library.module.css';
import { NameField } from './name-field.tsx';

type CaseRow = Case & { readonly sources: number };

const noGroup = 'none';

const AddCase = () => {
  const [pseudonym, setPseudonym] = useState('');
  const add = async (): Promise<void> => {
    const name = pseudonym.trim();
    if (name === '') return;
    const added = await edit(
      'cases.create',
      { pseudonym: name },
      { announce: `Case ${name} added. Undo available.` },
    );
    if (added !== null) setPseudonym('');
  };
  return (
    <Form
      className={styles.add ?? ''}
      data-add-case
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label="New case"
        hideLabel
        placeholder="Pseudonym"
        maxLength={200}
        value={pseudonym}
        onChange={setPseudonym}
      />
      <Button type="submit" isDisabled={pseudonym.trim() === ''}>
        <Plus size={14} aria-hidden /> Add case
      </Button>
    </Form>
  );
};

interface RowProps {
  readonly record: CaseRow;
  readonly groups: readonly Group[];
}

const Row = ({ record, groups }: RowProps) => {
  const { id, pseudonym } = record;
  return (
    <tr data-case={id} onFocus={() => useNavigation.getState().settle({ area: 'library', id })}>
      <th scope="row">
        <NameField
          label={`Pseudonym of ${pseudonym}`}
          hideLabel
          value={pseudonym}
          onSave={(value) => void edit('cases.update', { id, pseudonym: value })}
        />
      </th>
      <td>
        <Select
          label={`Group of ${pseudonym}`}
          hideLabel
          choices={[...groups, { id: noGroup, name: 'No group' }]}
          value={record.groupId ?? noGroup}
          onChange={(groupId) =>
            void edit('cases.update', { id, groupId: groupId === noGroup ? null : groupId })
          }
        />
      </td>
      <td>
        <NameField
          label={`Note on ${pseudonym}`}
          hideLabel
          multiline
          canBeEmpty
          value={record.note}
          onSave={(note) => void edit('cases.update', { id, note })}
        />
      </td>
      <td className={`${styles.count} figures`}>{record.sources.toLocaleString()}</td>
      <td>
        <IconButton
          icon={Trash2}
          label={`Delete case ${pseudonym}`}
          onPress={() =>
            void edit(
              'cases.delete',
              { id },
              {
                toast: `Deleted case ${quoted(pseudonym)}. Its sources stay`,
              },
            )
          }
        />
      </td>
    </tr>
  );
};

/** The people of the study by pseudonym. */
export const CasesTab = () => {
  const cases = useCall('cases.list', {});
  const groups = useCall('groups.list', {}).data ?? [];
  const [filter, setFilter] = useState('');
  if (cases.isError) return <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />;
  if (cases.data === undefined) return <Skeleton lines={10} />;
  const typed = fold(filter.trim());
  const shown = cases.data.filter((record) =>
    fold(`${record.pseudonym}\n${record.note}`).includes(typed),
  );
  return (
    <div className={libraryStyles.tab}>
      <div className={libraryStyles.toolbar}>
        <div className={libraryStyles.filter}>
          <SearchField label="Filter cases" value={filter} onChange={setFilter} />
        </div>
        <span className={`${libraryStyles.found} figures`} role="status">
          {typed === ''
            ? counted(cases.data.length, 'case')
            : `${shown.length} of ${counted(cases.data.length, 'case')}`}
        </span>
        <AddCase />
      </div>
      {cases.data.length === 0 ? (
        <EmptyState title="No cases yet">
          A case is a person, by pseudonym, that sources belong to, for example ‘P03 Nasreen’. Cases
          also come about when you import interviews.
        </EmptyState>
      ) : null}
      {shown.length === 0 && cases.data.length > 0 ? (
        <EmptyState
          title={`No case matches ${quoted(filter.trim())}`}
          action={<Button onPress={() => setFilter('')}>Clear the filter</Button>}
        />
      ) : null}
      {shown.length === 0 ? null : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label="Cases">
            <thead>
              <tr>
                <th scope="col">Pseudonym</th>
                <th scope="col">Group</th>
                <th scope="col">Note</th>
                <th scope="col" className={styles.count}>
                  Sources
                </th>
                <th scope="col">
                  <span className="visually-hidden">Delete</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((record) => (
                <Row key={record.id} record={record} groups={groups} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
};
