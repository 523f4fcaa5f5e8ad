import { Columns3, FileInput, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Form } from 'react-aria-components';
import { edit } from '#renderer/client/edit.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import { AttributeDialog } from './attribute-dialog.tsx';
import { AttributeImportDialog } from './attribute-import.tsx';
import { pickAttributes, useAttributeImport } from './attribute-import-actions.ts';
import { matchingCases } from './case-columns.ts';
import { caseCommands } from './case-commands.ts';
import { CaseGrid } from './case-grid.tsx';
import { useCaseState } from './case-state.ts';
import styles from './cases-tab.module.css';
import libraryStyles from './library.module.css';
import { useCaseAddress } from './use-addressed-case.ts';
import { useCaseEntries } from './use-case-entries.ts';

const none: readonly never[] = [];

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

/** The people of the study by pseudonym, with what attributes say of them. */
export const CasesTab = () => {
  const { entries, columns, groups, attributes, failed } = useCaseEntries();
  const filter = useCaseState((state) => state.filter);
  const setFilter = (typed: string): void => useCaseState.setState({ filter: typed });
  const isReading = useAttributeImport((state) => state.isReading);
  const all = entries ?? none;
  useCaseAddress();
  useCommands(useMemo(() => caseCommands({ entries: all, attributes }), [all, attributes]));
  const shown = useMemo(() => matchingCases(all, filter), [all, filter]);
  if (failed !== undefined)
    return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (entries === undefined) return <Skeleton lines={10} />;
  const counts = counted(all.length, 'case');
  return (
    <div className={libraryStyles.tab}>
      <div className={libraryStyles.toolbar}>
        <div className={libraryStyles.filter} data-case-filter>
          <SearchField label="Filter cases" value={filter} onChange={setFilter} />
        </div>
        <span className={`${libraryStyles.found} figures`} role="status">
          {filter.trim() === '' ? counts : `${shown.length.toLocaleString()} of ${counts}`}
        </span>
        <Button onPress={() => useCaseState.setState({ dialog: 'new' })}>
          <Columns3 size={14} aria-hidden /> Add attribute
        </Button>
        <Button isDisabled={isReading} onPress={() => void pickAttributes()}>
          <FileInput size={14} aria-hidden /> Import attributes
        </Button>
        <AddCase />
      </div>
      {attributes.length === 0 && all.length > 0 ? (
        <p className={styles.hint}>
          Attributes say what matters about each case, for example age band, practice or years with
          pain. They let you compare what some people said with what others said.
        </p>
      ) : null}
      {all.length === 0 ? (
        <EmptyState title="No cases yet">
          A case is a person, by pseudonym, that sources belong to, for example ‘P03 Nasreen’. Cases
          also come about when you import interviews. Attributes then say what matters about each of
          them, for example age band or practice.
        </EmptyState>
      ) : null}
      {shown.length === 0 && all.length > 0 ? (
        <EmptyState
          title={`No case matches ${quoted(filter.trim())}`}
          action={<Button onPress={() => setFilter('')}>Clear the filter</Button>}
        >
          Pseudonyms, groups, notes and values of attributes are searched.
        </EmptyState>
      ) : null}
      {shown.length === 0 ? null : (
        <CaseGrid
          entries={shown}
          all={all}
          columns={columns}
          groups={groups}
          attributes={attributes}
        />
      )}
      <AttributeDialog attributes={attributes} />
      <AttributeImportDialog />
    </div>
  );
};
