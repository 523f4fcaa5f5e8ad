import { memo } from 'react';
import type { Reading } from '#shared/contract/sources.ts';
import { formatTime } from './format-time.ts';
import { speechElementId, turnElementId } from './transcript-dom.ts';
import styles from './turns.module.css';

/** Heard, but neither seen nor copied along with the words. */
const hidden = `visually-hidden ${styles.hidden}`;

/**
 * The words of a source, turn by turn. Rendered once for a source: codings are painted over it
 * without touching it (measured: a render for each coding costs more than everything else).
 */
export const Turns = memo(({ reading }: { readonly reading: Reading }) => {
  const speakers = new Map(reading.speakers.map((speaker) => [speaker.id, speaker]));
  return (
    <>
      {reading.turns.map((turn, index) => {
        const speaker = turn.speakerId === null ? undefined : speakers.get(turn.speakerId);
        const time = turn.startMs === null ? null : formatTime(turn.startMs);
        return (
          <article
            key={turn.id}
            id={turnElementId(index)}
            data-turn={index}
            tabIndex={-1}
            className={`${styles.turn} ${speaker?.role === 'interviewer' ? styles.interviewer : ''}`}
            aria-labelledby={`who-${index} speech-${index}`}
            aria-describedby={`codings-${index}`}
          >
            <span id={`who-${index}`} className={hidden}>
              Turn {index + 1}
              {speaker === undefined ? '' : `, ${speaker.label}`}
              {time === null ? '' : `, ${time}`}:
            </span>
            <div className={styles.margin} aria-hidden>
              <span className={styles.speaker}>{speaker?.label}</span>
              <span className={`${styles.time} figures`}>{time ?? index + 1}</span>
            </div>
            <p
              id={speechElementId(index)}
              className={speaker === undefined ? styles.unspoken : styles.speech}
              data-speech
              dir="auto"
            >
              {reading.text.slice(turn.speechStart, turn.end)}
            </p>
            <p id={`codings-${index}`} className={hidden} data-codings />
          </article>
        );
      })}
    </>
  );
});
Turns.displayName = 'Turns';
