import { BookOpen } from 'lucide-react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RecordMemos } from '#renderer/features/memos/record-memos.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { SourceRow } from '#shared/contract/sources.ts';
import { BelongsFields } from './belongs-fields.tsx';
import { openSource } from './library-actions.ts';
import { NameField } from './name-field.tsx';
import styles from './source-details.module.css';
import { SpeakersList } from './speakers-list.tsx';

const Facts = ({ source }: { readonly source: SourceRow }) => {
  const facts = [
    ['Words', source.words.toLocaleString()],
    ['Turns', source.turns.toLocaleString()],
    ['Codings', source.codings.toLocaleString()],
    ['File', source.fileName],
    ['Format', source.format],
    ...(source.encoding === null ? [] : [['Encoding', source.encoding]]),
    [
      'Imported',
      new Date(source.importedAt).toLocaleString(undefined, {
        dateStyle: 'medium',
        timeStyle: 'short',
      }),
    ],
  ] as const;
  return (
    <dl className={`${styles.facts} figures`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** One source: where it belongs, who speaks in it, and its facts. Its fields save themselves. */
export const SourceDetails = ({ source }: { readonly source: SourceRow }) => {
  const reading = useCall('sources.get', { id: source.id });
  return (
    <section className={styles.details} aria-label="Source">
      <h2 className={styles.name}>{source.name}</h2>
      <div>
        <Button onPress={() => openSource(source.id)}>
          <BookOpen size={14} aria-hidden /> Open in Coding
        </Button>
      </div>
      <NameField
        label="Name"
        value={source.name}
        onSave={(name) => void edit('sources.update', { ids: [source.id], changes: { name } })}
      />
      <BelongsFields sources={[source]} />
      {reading.isError ? <ErrorState error={reading.error} /> : null}
      {reading.data === undefined && !reading.isError ? <Skeleton lines={3} /> : null}
      {reading.data === undefined ? null : <SpeakersList reading={reading.data} />}
      <RecordMemos kind="source" id={source.id} />
      <Facts source={source} />
    </section>
  );
};
