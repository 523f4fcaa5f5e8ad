import type { Coding } from '#shared/model/coding.ts';
import type { Around } from '#shared/model/retrieval.ts';
import { wholeGraphemes } from '#shared/text/units.ts';
import type { Store } from './store.ts';
import { getText } from './texts.ts';

/** How much is shown on either side where a source has no turns there, in UTF-16 code units, a turn. */
const lengthOfTurn = 400;

interface TurnRow {
  readonly position: number;
  readonly speechStart: number;
  readonly end: number;
  readonly speaker: string | null;
}

const positionAt = (store: Store, sourceId: string, offset: number): number | undefined =>
  store.get<{ position: number }>(
    'SELECT position FROM turn WHERE sourceId = ? AND start <= ? ORDER BY start DESC LIMIT 1',
    sourceId,
    offset,
  )?.position;

const withoutTurns = (body: string, { start, end }: Coding, turns: number): Around => {
  const length = Math.max(1, turns) * lengthOfTurn;
  const range = wholeGraphemes(body, {
    start: Math.max(0, start - length),
    end: Math.min(body.length, end + length),
  });
  return {
    turns: [
      {
        number: null,
        speaker: null,
        start: range.start,
        text: body.slice(range.start, range.end),
      },
    ],
    hasBefore: range.start > 0,
    hasAfter: range.end < body.length,
  };
};

/**
 * The turns a coding stands in, with so many before and after them. A coding that begins before any
 * turn, or in a source that has none, comes with a stretch of the text instead.
 */
export const turnsAround = (store: Store, coding: Coding, turns: number): Around => {
  const { sourceId } = coding;
  const body = getText(store, sourceId);
  const first = positionAt(store, sourceId, coding.start);
  const last = positionAt(store, sourceId, coding.end - 1);
  if (first === undefined || last === undefined) return withoutTurns(body, coding, turns);
  // One more on either side tells whether the source goes on.
  const [from, to] = [first - turns, last + turns];
  const rows = store.all<TurnRow>(
    `SELECT position, speechStart, end, speaker.label AS speaker
     FROM turn LEFT JOIN speaker ON speaker.id = turn.speakerId
     WHERE turn.sourceId = ? AND position BETWEEN ? AND ? ORDER BY position`,
    sourceId,
    from - 1,
    to + 1,
  );
  return {
    turns: rows
      .filter(({ position }) => position >= from && position <= to)
      .map(({ position, speechStart, end, speaker }) => ({
        number: position + 1,
        speaker,
        start: speechStart,
        text: body.slice(speechStart, end),
      })),
    hasBefore: (rows[0]?.position ?? from) < from,
    hasAfter: (rows.at(-1)?.position ?? to) > to,
  };
};
