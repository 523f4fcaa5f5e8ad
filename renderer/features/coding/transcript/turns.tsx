import { memo } from 'react';
import { columnOf } from '#renderer/features/coding/columns/columns.ts';
import type { Reading } from '#shared/contract/sources.ts';
import { formatTime } from './format-time.ts';
import { codingsElementId, speechElementId, turnElementId } from './transcript-dom.ts';
import styles from './turns.module.css';

/** Heard, but neither seen nor copied along with the words. */
const hidden = `visually-hidden ${styles.hidden}`;

/** Speech longer than this, in UTF-16 code units, is no name for a turn: it is heard by sentence. */
const longestHeard = 5000;

/**
 * The words of a source, turn by turn. Rendered once for a source: codings are painted over it
 * without touching it (measured: a render for each coding costs more than everything else).
 */
export const Turns = memo(({ reading }: { readonly reading: Reading }) => {
  const column = columnOf(reading.turns);
  const speakers = new Map(reading.speakers.map((speaker) => [speaker.id, speaker]));
  return (
    <>
      {reading.turns.map((turn, index) => {
        const speaker = turn.speakerId === null ? undefined : speakers.get(turn.speakerId);
        const time = turn.startMs === null ? null : formatTime(turn.startMs);
        const id = turnElementId(index, column);
        const speechId = speechElementId(index, column);
        const isLong = turn.end - turn.speechStart > longestHeard;
        return (
          <article
            key={turn.id}
            id={id}
            data-turn={index}
            tabIndex={-1}
            className={`${styles.turn} ${speaker?.role === 'interviewer' ? styles.interviewer : ''}`}
            aria-labelledby={isLong ? `who-${id}` : `who-${id} ${speechId}`}
            aria-describedby={codingsElementId(index, column)}
          >
            <span id={`who-${id}`} className={hidden}>
              Turn {index + 1}
              {speaker === undefined ? '' : `, ${speaker.label}`}
              {time === null ? '' : `, ${time}`}
              {isLong ? '. A long turn: L and H go through its sentences' : ''}:
            </span>
            <div className={styles.margin} aria-hidden>
              <span className={styles.speaker}>{speaker?.label}</span>
              <span className={`${styles.place} figures`}>
                <span className={styles.number}>{index + 1}</span>
                {time === null ? null : <span className={styles.time}>{time}</span>}
              </span>
            </div>
            <p
              id={speechId}
              className={speaker === undefined ? styles.unspoken : styles.speech}
              data-speech
              dir="auto"
            >
              {reading.text.slice(turn.speechStart, turn.end)}
            </p>
            <p id={codingsElementId(index, column)} className={hidden} data-codings />
          </article>
        );
      })}
    </>
  );
});
Turns.displayName = 'Turns';
