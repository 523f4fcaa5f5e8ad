import { Star, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import type { Code } from '#shared/model/code.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import { toggleExpanded, useAnalysisState } from './analysis-state.ts';
import type { Lists } from './retrieval-rows.ts';
import styles from './segment-row.module.css';

/** Turns shown before and after an expanded segment. */
const turnsAround = 2;

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

/** The segment with the turns around it, read from its source. */
export const Surroundings = ({ segment }: { readonly segment: Retrieved }) => {
  const { data } = useCall('sources.get', { id: segment.sourceId });
  if (data === undefined || segment.turn === null) return null;
  const at = segment.turn - 1;
  const speakers = new Map(data.speakers.map(({ id, label }) => [id, label]));
  const last = data.turns.findLastIndex((turn) => turn.start < segment.end);
  return (
    <div className={styles.around}>
      {data.turns.slice(Math.max(0, at - turnsAround), last + 1 + turnsAround).map((turn) => {
        const cut = (start: number, end: number): string =>
          data.text.slice(Math.max(start, turn.speechStart), Math.min(end, turn.end));
        return (
          <p key={turn.id} dir="auto">
            {turn.speakerId === null ? null : <b>{speakers.get(turn.speakerId)}: </b>}
            {cut(turn.speechStart, segment.start)}
            <mark>{cut(segment.start, segment.end)}</mark>
            {cut(segment.end, turn.end)}
          </p>
        );
      })}
    </div>
  );
};

interface Props {
  readonly segment: Retrieved;
  readonly code: Code | undefined;
  readonly lists: Lists;
}

/** A segment as the list shows it: its words in context, what it carries, where it stands. */
export const SegmentRow = memo(({ segment, code, lists }: Props) => {
  const isExpanded = useAnalysisState(({ expanded }) => expanded.has(segment.id));
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
      {isExpanded ? (
        <Surroundings segment={segment} />
      ) : (
        <p className={styles.words} dir="auto">
          <span className={styles.context}>{segment.before}</span>
          <mark>{segment.text}</mark>
          <span className={styles.context}>{segment.after}</span>
        </p>
      )}
      <button
        type="button"
        className={styles.more}
        tabIndex={-1}
        aria-expanded={isExpanded}
        onClick={(event) => {
          event.stopPropagation();
          toggleExpanded(segment.id);
        }}
      >
        {isExpanded ? 'Show less' : 'Show more around it'}
      </button>
    </div>
  );
});
SegmentRow.displayName = 'SegmentRow';
