import { Failure } from '#shared/contract/errors.ts';
import type { Speech } from '#shared/contract/turns.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Memo } from '#shared/model/memo.ts';
import type { Passage } from '#shared/model/passage.ts';
import type { Range } from '#shared/model/range.ts';
import type { Source } from '#shared/model/source.ts';
import type { Turn } from '#shared/model/turn.ts';
import { moveTurns, placeMover } from '#shared/text/anchors.ts';
import { type Followed, followEdit, inMovingOrder, wordMover } from '#shared/text/follow.ts';
import { applyReplacements, type Replacement, type TextEdit } from '#shared/text/replacements.ts';
import { wordReplacements } from '#shared/text/word-diff.ts';
import { countWords } from '#shared/text/words.ts';
import { deleteCodings, listCodings } from './codings.ts';
import { joinCoding } from './join-codings.ts';
import { getRecord, updateRecord } from './records.ts';
import { listTurns } from './speakers.ts';
import { inJson, type Store } from './store.ts';
import { editText, getText } from './texts.ts';

/** An edit of the text of one source, thought through to its end and not made yet. */
export interface TextPlan {
  readonly sourceId: string;
  readonly before: string;
  readonly after: string;
  readonly edit: TextEdit;
  readonly turns: readonly Turn[];
  /** Where the turns stand afterwards; turns that are missing go. */
  readonly turnsAfter: readonly Turn[];
  readonly codings: readonly Followed[];
  readonly notes: readonly { readonly memo: Memo; readonly place: Range | null }[];
  /** Words that memos quote, where that is somewhere else afterwards; empty when they are gone. */
  readonly passages: readonly { readonly passage: Passage; readonly place: Range }[];
}

/** The notes that stand at places of a source. */
const notesIn = (store: Store, sourceId: string): (Memo & Range)[] =>
  store.all<Memo & Range>(
    `SELECT * FROM memo WHERE targetKind = 'source' AND targetId = ? AND start IS NOT NULL
     ORDER BY start, end, id`,
    sourceId,
  );

/** The passages of a source that memos quote. */
const passagesOf = (store: Store, sourceId: string): Passage[] =>
  store.all<Passage>('SELECT * FROM passage WHERE sourceId = ? ORDER BY start, id', sourceId);

interface Wanted {
  readonly sourceId: string;
  readonly replacements: readonly Replacement[];
  readonly turns: readonly Turn[];
  readonly turnsAfter: readonly Turn[];
}

const planned = (store: Store, { sourceId, replacements, turns, turnsAfter }: Wanted): TextPlan => {
  const before = getText(store, sourceId);
  const { text: after, edit } = applyReplacements(before, replacements);
  const move = wordMover({ before, after, edit });
  const notes = notesIn(store, sourceId).flatMap((memo) => {
    const moved = move(memo);
    const isSame = moved !== null && moved.start === memo.start && moved.end === memo.end;
    const place = moved === null ? null : { start: moved.start, end: moved.end };
    return isSame ? [] : [{ memo, place }];
  });
  const codings = followEdit(listCodings(store, sourceId), { before, after, edit });
  const movePlace = placeMover(edit);
  const passages = passagesOf(store, sourceId).flatMap((passage) => {
    const there = movePlace(passage);
    // Space that is left between words taken out is no quote.
    const isGone = passage.start < passage.end && move(passage) === null;
    const place = isGone ? { start: there.end, end: there.end } : there;
    const isSame = place.start === passage.start && place.end === passage.end;
    return isSame ? [] : [{ passage, place }];
  });
  return { sourceId, before, after, edit, turns, turnsAfter, codings, notes, passages };
};

/**
 * What correcting the speech of turns comes to. Throws `not-found` for a turn that is not of the
 * source, and `conflict` for one that says something else by now.
 */
export const planCorrection = (
  store: Store,
  sourceId: string,
  speeches: readonly Speech[],
): TextPlan => {
  getRecord(store, 'source', sourceId);
  const text = getText(store, sourceId);
  const turns = listTurns(store, sourceId);
  const wanted = new Map(speeches.map((speech) => [speech.turnId, speech]));
  for (const { turnId } of speeches)
    if (!turns.some((turn) => turn.id === turnId))
      throw new Failure('not-found', undefined, { kind: 'turn', id: turnId });
  const lengths = new Map<string, number>();
  const replacements = turns.flatMap((turn) => {
    const speech = wanted.get(turn.id);
    if (speech === undefined) return [];
    if (text.slice(turn.speechStart, turn.end) !== speech.before)
      throw new Failure(
        'conflict',
        `Turn ${turn.position + 1} was changed meanwhile. Nothing was saved. Look at it, then correct it again.`,
      );
    const after = speech.after.toWellFormed().replaceAll(/\r\n?/gu, '\n');
    lengths.set(turn.id, after.length);
    return wordReplacements(speech.before, after, turn.speechStart);
  });
  const turnsAfter = moveTurns(turns, lengths);
  return planned(store, { sourceId, replacements, turns, turnsAfter });
};

/**
 * What merging a turn with the next comes to. White space between them stays as it is; where the
 * second has a label or a time of its own in the text, that goes with the space around it, and one
 * space takes its place. Throws `conflict` for the last turn.
 */
export const planMerge = (store: Store, turnId: string): TextPlan => {
  const { sourceId } = getRecord(store, 'turn', turnId);
  const turns = listTurns(store, sourceId);
  const index = turns.findIndex((turn) => turn.id === turnId);
  const [first, second] = [turns[index], turns[index + 1]];
  if (first === undefined || second === undefined)
    throw new Failure('conflict', 'This is the last turn: there is no next one to merge it with.');
  const isLabelled = second.start < second.speechStart;
  const join = first.end === first.speechStart || second.speechStart === second.end ? '' : ' ';
  const gap = { start: first.end, end: second.speechStart, text: join };
  const shift = isLabelled ? join.length - (gap.end - gap.start) : 0;
  const merged = {
    ...first,
    end: second.end + shift,
    endMs: second.endMs ?? (second.startMs === null ? first.endMs : null),
  };
  const later = turns.slice(index + 2).map((turn) => ({
    ...turn,
    position: turn.position - 1,
    start: turn.start + shift,
    speechStart: turn.speechStart + shift,
    end: turn.end + shift,
  }));
  return planned(store, {
    sourceId,
    replacements: isLabelled ? [gap] : [],
    turns,
    turnsAfter: [...turns.slice(0, index), merged, ...later],
  });
};

const placeTurns = (store: Store, { turns, turnsAfter }: TextPlan): void => {
  const before = new Map(turns.map((turn) => [turn.id, turn]));
  for (const turn of turnsAfter) {
    const old = before.get(turn.id);
    before.delete(turn.id);
    const isSame =
      old !== undefined &&
      old.position === turn.position &&
      old.start === turn.start &&
      old.speechStart === turn.speechStart &&
      old.end === turn.end;
    if (!isSame) updateRecord(store, 'turn', turn);
  }
  store.run(`DELETE FROM turn WHERE id IN ${inJson}`, JSON.stringify([...before.keys()]));
};

/** The one that stays takes over what stands on the other, and its marks where it has none. */
const join = (store: Store, gone: Coding, into: string): void => {
  const stays = getRecord(store, 'coding', into);
  joinCoding(store, { gone: gone.id, into });
  updateRecord(store, 'coding', {
    id: into,
    important: gone.important === 1 ? 1 : stays.important,
    level: stays.level ?? gone.level,
  });
};

/**
 * Makes an edit of a text: words, codings, notes, turns, length and count of words. What says most
 * comes first in the change record: the words, then codings that go, then what only moves.
 */
export const carryOut = (store: Store, plan: TextPlan): Source => {
  const { sourceId, after, edit, codings, notes, passages } = plan;
  if (edit.replacements.length > 0) editText(store, sourceId, edit.replacements);
  const lost = codings.filter(({ change }) => change === 'lost');
  deleteCodings(
    store,
    lost.map(({ coding }) => coding.id),
  );
  for (const { coding, into } of codings) if (into !== null) join(store, coding, into);
  for (const { memo, place } of notes)
    updateRecord(store, 'memo', {
      id: memo.id,
      start: place?.start ?? null,
      end: place?.end ?? null,
    });
  for (const { passage, place } of passages)
    updateRecord(store, 'passage', { id: passage.id, ...place });
  updateRecord(store, 'source', { id: sourceId, length: after.length, words: countWords(after) });
  for (const { coding, place } of inMovingOrder(codings))
    if (place !== null) updateRecord(store, 'coding', { id: coding.id, ...place });
  placeTurns(store, plan);
  return getRecord(store, 'source', sourceId);
};

/** Makes room for a turn after the one at `position`, counted from 0. */
export const makeRoomForTurn = (store: Store, sourceId: string, position: number): void => {
  store.run(
    'UPDATE turn SET position = position + 1 WHERE sourceId = ? AND position > ?',
    sourceId,
    position,
  );
};

/** How many memos each of these codings has; those without are left out. */
export const countMemosOn = (
  store: Store,
  codingIds: readonly string[],
): ReadonlyMap<string, number> =>
  new Map(
    store
      .all<{ id: string; n: number }>(
        `SELECT targetId AS id, count(*) AS n FROM memo
         WHERE targetKind = 'coding' AND targetId IN ${inJson} GROUP BY targetId`,
        JSON.stringify(codingIds),
      )
      .map(({ id, n }) => [id, n]),
  );
