import { useCall } from '#renderer/client/queries.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Retrieved } from '#shared/model/retrieval.ts';
import styles from './segment-row.module.css';

interface Props {
  readonly segment: Pick<Retrieved, 'id' | 'start' | 'end'>;
  /** How many turns before and after it. */
  readonly turns: number;
}

/** A segment in the turns it stands in, with some before and after it. */
export const Surroundings = ({ segment, turns }: Props) => {
  const around = useCall('queries.around', { id: segment.id, turns }, { keepPrevious: true }).data;
  if (around === undefined) return <Skeleton lines={3} />;
  return (
    <div className={styles.around}>
      {around.turns.map(({ number, speaker, start, text }) => {
        const cut = (from: number, to: number): string =>
          text.slice(Math.max(0, from - start), Math.max(0, to - start));
        const end = start + text.length;
        return (
          <p key={start} dir="auto">
            {number === null ? null : (
              <b className="figures">
                {number}
                {speaker === null ? '' : ` ${speaker}`}:{' '}
              </b>
            )}
            {cut(start, segment.start)}
            {segment.end > start && segment.start < end ? (
              <mark>{cut(segment.start, segment.end)}</mark>
            ) : null}
            {cut(segment.end, end)}
          </p>
        );
      })}
    </div>
  );
};

/** Whether there are turns on either side that are not shown yet. */
export const useIsMore = ({ segment, turns }: Props): boolean => {
  const around = useCall('queries.around', { id: segment.id, turns }, { keepPrevious: true }).data;
  return around !== undefined && (around.hasBefore || around.hasAfter);
};
