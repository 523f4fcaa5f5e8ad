import { useEffect, useRef } from 'react';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/words.ts';
import { isIncluded } from './import-entry.ts';
import { closeImport, useImportState } from './import-state.ts';
import styles from './import-summary.module.css';
import { speakersIn } from './import-words.ts';

interface Part {
  readonly title: string;
  readonly rows: readonly { readonly file: string; readonly note: string }[];
}

const Listed = ({ title, rows }: Part) =>
  rows.length === 0 ? null : (
    <section aria-label={title} className={styles.part}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.rows}>
        {rows.map(({ file, note }, index) => (
          // The same name can come from two folders.
          <li key={`${file} ${index}`}>
            <span className={styles.file}>{file}</span>
            <span className={styles.note}>{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );

/** What became of every file, and where to go on. */
export const ImportSummary = () => {
  const { entries, results, stopped } = useImportState();
  const go = useNavigation((navigation) => navigation.go);
  const next = useRef<HTMLDivElement>(null);
  useEffect(() => next.current?.querySelector('button')?.focus(), []);
  const imported = results.filter((result) => result.status === 'imported');
  const first = imported[0]?.sourceId ?? null;
  const done = new Set(results.map((result) => result.token));
  const left = entries.filter((entry) => !done.has(entry.preview.token));
  const leave = (): void => {
    closeImport();
    go({ area: 'library' });
  };
  return (
    <div className={styles.summary}>
      <header>
        <h1 className={styles.title}>
          {counted(imported.length, 'source')} imported{stopped ? ', then stopped' : ''}
        </h1>
        <p className={styles.lead}>
          {stopped
            ? 'What was finished is in the project. The rest was not imported.'
            : 'They are in the project now. Nothing was changed in your files.'}
        </p>
      </header>
      <div className={styles.actions} ref={next}>
        {first === null ? null : (
          <Button
            kind="primary"
            onPress={() => {
              closeImport();
              go({ area: 'coding', id: first });
            }}
          >
            Open the first one in Coding
          </Button>
        )}
        <Button kind={first === null ? 'primary' : 'plain'} onPress={leave}>
          Go to the library
        </Button>
      </div>
      <Listed
        title="Refused"
        rows={[
          ...entries
            .filter(({ preview }) => preview.status === 'refused')
            .map(({ preview }) => ({ file: preview.file, note: preview.error?.message ?? '' })),
          ...results
            .filter((result) => result.status === 'refused')
            .map((result) => ({ file: result.file, note: result.error?.message ?? '' })),
        ]}
      />
      <Listed
        title="Duplicates, not imported again"
        rows={[
          ...left
            .filter((entry) => entry.preview.status === 'duplicate' && !isIncluded(entry))
            .map(({ preview }) => ({
              file: preview.file,
              note: `Same as ${preview.duplicateOf.join(', ')}`,
            })),
          ...results
            .filter((result) => result.status === 'duplicate')
            .map((result) => ({ file: result.file, note: result.error?.message ?? '' })),
        ]}
      />
      <Listed
        title={stopped ? 'Not imported' : 'Left out'}
        rows={left
          .filter(
            (entry) =>
              entry.preview.status === 'ready' ||
              (entry.preview.status === 'duplicate' && isIncluded(entry)),
          )
          .map(({ preview }) => ({ file: preview.file, note: '' }))}
      />
      <Listed
        title="Imported"
        rows={imported.map((result) => ({
          file: result.file,
          note: `${speakersIn(result.speakers.length)}, ${counted(result.turns, 'turn')}`,
        }))}
      />
    </div>
  );
};
