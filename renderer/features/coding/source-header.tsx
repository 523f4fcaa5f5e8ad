import { useCall } from '#renderer/client/queries.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Coding } from '#shared/model/coding.ts';
import { progressInWords, useReadProgress } from './read-progress.ts';
import { useReadingView } from './reading-view.ts';
import styles from './source-header.module.css';
import { StripesToggle } from './stripes/stripes-toggle.tsx';
import { ViewSwitches } from './view-switches.tsx';

interface Props {
  readonly reading: Reading;
  readonly codings: readonly Coding[];
}

/** What is being read: name, who speaks, whose case, when, and how much of it there is. */
export const SourceHeader = ({ reading, codings }: Props) => {
  const { source, turns } = reading;
  const groups = useCall('groups.list', {}).data;
  const cases = useCall('cases.list', {}).data;
  const mode = useReadingView((state) => state.mode);
  const progress = useReadProgress((state) => state.sources[source.id]);
  const timePoints = useCall('timePoints.list', {}).data;
  const facts = [
    source.kind === 'interview' ? null : source.kind,
    groups?.find((group) => group.id === source.groupId)?.name,
    cases?.find((record) => record.id === source.caseId)?.pseudonym,
    timePoints?.find((timePoint) => timePoint.id === source.timePointId)?.name,
  ].filter((fact) => typeof fact === 'string');
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{source.name}</h1>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <p className={`${styles.counts} figures`}>
        {mode === 'read' ? `${progressInWords(progress) ?? 'Not read yet'} · ` : ''}
        {source.words.toLocaleString()} words · {turns.length.toLocaleString()} turns
        {mode === 'read'
          ? ''
          : ` · ${codings.length.toLocaleString()} ${codings.length === 1 ? 'coding' : 'codings'}`}
      </p>
      {mode === 'read' ? null : <StripesToggle />}
      <ViewSwitches />
    </header>
  );
};
