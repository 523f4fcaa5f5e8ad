import { Star, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { showAbove } from '#renderer/features/evidence/evidence-state.ts';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import type { Code } from '#shared/model/code.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import {
  mostTurns,
  showLessAround,
  showMoreAround,
  turnsStep,
  useAnalysisState,
} from './analysis-state.ts';
import type { Lists } from './retrieval-rows.ts';
import styles from './segment-row.module.css';
import { Surroundings, useIsMore } from './surroundings.tsx';

/** Who says it, of whom, when and where: `P03 Nasreen · Participant · baseline · turn 23`. */
export const placeOf = (segment: Retrieved, lists: Lists): string => {
  const source = lists.sources.find(({ id }) => id === segment.sourceId);
  const nameIn = (list: Lists['groups'], id: string | null | undefined): string | undefined =>
    list.find((record) => record.id === id)?.name;
  return [
    segment.pseudonym ?? segment.speaker,
    nameIn(lists.groups, source?.groupId),
    nameIn(lists.timePoints, source?.timePointId),
    segment.sourceName === segment.pseudonym ? null : segment.sourceName,
    segment.turn === null ? null : `turn ${segment.turn}`,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');
};

interface Props {
  readonly segment: Retrieved;
  readonly code: Code | undefined;
  readonly lists: Lists;
  /** Whether the keys are at it, so that its buttons are the next stop of Tab. */
  readonly isCurrent: boolean;
}

interface AroundProps {
  readonly segment: Retrieved;
  readonly turns: number;
  readonly tabIndex: number;
}

const MoreTurns = ({ segment, turns, tabIndex }: AroundProps) => {
  const isMore = useIsMore({ segment, turns }) && turns < mostTurns;
  return (
    <button
      type="button"
      className={styles.more}
      tabIndex={tabIndex}
      aria-disabled={!isMore}
      onClick={() => {
        if (isMore) showMoreAround(segment.id);
      }}
    >
      {isMore ? `Show ${turnsStep} more turns` : 'No more turns'}
    </button>
  );
};

/** A segment as the list shows it: its words in context, what it carries, where it stands. */
export const SegmentRow = memo(({ segment, code, lists, isCurrent }: Props) => {
  const turns = useAnalysisState(({ expanded }) => expanded.get(segment.id));
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <div className={styles.segment}>
      <div className={styles.head}>
        {code === undefined ? null : <CodeChip code={code} />}
        {segment.important === 1 ? (
          <span className={styles.mark}>
            <Star size={12} aria-hidden /> important
          </span>
        ) : null}
        {segment.level === null ? null : <span className={styles.mark}>{segment.level}</span>}
        {segment.memos === 0 ? null : (
          <span className={styles.mark}>
            <StickyNote size={12} aria-hidden /> memo
          </span>
        )}
        <span className={`${styles.place} figures`}>{placeOf(segment, lists)}</span>
      </div>
      {turns === undefined ? (
        <p className={styles.words} dir="auto">
          <span className={styles.context}>{segment.before}</span>
          <mark>{segment.text}</mark>
          <span className={styles.context}>{segment.after}</span>
        </p>
      ) : (
        <Surroundings segment={segment} turns={turns} />
      )}
      <div className={styles.buttons}>
        <button
          type="button"
          className={styles.more}
          tabIndex={tabIndex}
          aria-expanded={turns !== undefined}
          onClick={() => (turns === undefined ? showMoreAround : showLessAround)(segment.id)}
        >
          {turns === undefined ? 'Show more around it' : 'Show less'}
        </button>
        {turns === undefined ? null : (
          <MoreTurns segment={segment} turns={turns} tabIndex={tabIndex} />
        )}
        <button
          type="button"
          className={styles.more}
          tabIndex={tabIndex}
          onClick={() => showAbove({ kind: 'coding', id: segment.id })}
        >
          What rests on this?
        </button>
      </div>
    </div>
  );
});
SegmentRow.displayName = 'SegmentRow';
