import { RecordMemos } from '#renderer/features/memos/record-memos.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import styles from './source-details.module.css';
import { useAddressedCase } from './use-addressed-case.ts';

/** The case that is chosen, with the memos on it. */
export const CaseMemos = () => {
  const record = useAddressedCase();
  if (record === undefined)
    return (
      <EmptyState title="Cases">
        A case is a person, by pseudonym. Sources and speakers belong to cases, so that you can
        follow a person over time. Choose one to write memos on it.
      </EmptyState>
    );
  return (
    <section className={styles.details} aria-label="Case">
      <h2 className={styles.name}>{record.pseudonym}</h2>
      <RecordMemos key={record.id} kind="case" id={record.id} />
    </section>
  );
};
