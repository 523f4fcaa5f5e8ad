import type { Range } from '#shared/model/range.ts';
import type { Uncoded } from '#shared/model/theme-reach.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { uncodedIn } from '#shared/text/uncoded.ts';
import { inJson, type Store } from './store.ts';
import { getText } from './texts.ts';

/** How far beside an extract is looked, in UTF-16 code units: some hundred words. */
const besideLength = 600;

interface ExtractPlace extends Range {
  readonly id: string;
}

interface SourceOf {
  readonly id: string;
  readonly name: string;
  readonly pseudonym: string | null;
}

interface TurnOf {
  readonly start: number;
  readonly speechStart: number;
  readonly end: number;
  readonly label: string | null;
  readonly role: string | null;
  readonly pseudonym: string | null;
}

/** A stretch of speech to look through, and the extracts it is beside. */
interface Near {
  readonly within: Range;
  readonly turn: number | null;
  readonly speaker: string | null;
  readonly pseudonym: string | null;
  readonly extracts: ExtractPlace[];
}

const turnsIn = (store: Store, sourceId: string): TurnOf[] =>
  store.all<TurnOf>(
    `SELECT turn.start, speechStart, end, label, role, pseudonym
     FROM turn LEFT JOIN speaker ON speaker.id = speakerId LEFT JOIN "case" ON "case".id = caseId
     WHERE turn.sourceId = ? ORDER BY position`,
    sourceId,
  );

/** The turns beside extracts that are not the interviewer's, in order. */
const nearTurns = (
  extracts: readonly ExtractPlace[],
  turns: readonly TurnOf[],
  source: SourceOf,
): readonly Near[] => {
  const near = new Map<number, Near>();
  for (const extract of extracts) {
    const last = turnAt(turns, extract.end - 1);
    for (let at = turnAt(turns, extract.start) - 1; at <= last + 1; at += 1) {
      const turn = turns[at];
      if (turn === undefined || turn.role === 'interviewer') continue;
      const known = near.get(at);
      if (known !== undefined) known.extracts.push(extract);
      else
        near.set(at, {
          within: { start: turn.speechStart, end: turn.end },
          turn: at + 1,
          speaker: turn.label,
          pseudonym: turn.pseudonym ?? source.pseudonym,
          extracts: [extract],
        });
    }
  }
  return [...near].toSorted(([a], [b]) => a - b).map(([, turn]) => turn);
};

/** Without turns: what stands beside extracts, those that stand close taken together. */
const nearText = (
  extracts: readonly ExtractPlace[],
  length: number,
  { pseudonym }: SourceOf,
): readonly Near[] => {
  const near: Near[] = [];
  for (const extract of extracts) {
    const start = Math.max(0, extract.start - besideLength);
    const end = Math.min(length, extract.end + besideLength);
    const before = near.at(-1);
    if (before !== undefined && before.within.end >= start)
      near.splice(-1, 1, {
        ...before,
        within: { start: before.within.start, end: Math.max(end, before.within.end) },
        extracts: [...before.extracts, extract],
      });
    else
      near.push({
        within: { start, end },
        turn: null,
        speaker: null,
        pseudonym,
        extracts: [extract],
      });
  }
  return near;
};

/** The part of a stretch that is beside its extracts, from word to word. */
const beside = (text: string, { within, extracts }: Near): Range => {
  const from = Math.min(...extracts.map(({ start }) => start)) - besideLength;
  const to = Math.max(...extracts.map(({ end }) => end)) + besideLength;
  const next = from <= within.start ? -1 : text.indexOf(' ', from);
  const last = to >= within.end ? -1 : text.lastIndexOf(' ', to);
  return {
    start: next === -1 ? within.start : next,
    end: last === -1 ? within.end : Math.max(last, within.start),
  };
};

const distance = (extract: Range, { start, end }: Range): number =>
  Math.max(extract.start - end, start - extract.end, 0);

const nearest = (extracts: readonly ExtractPlace[], stretch: Range): ExtractPlace | undefined =>
  extracts.reduce<ExtractPlace | undefined>(
    (best, extract) =>
      best === undefined || distance(extract, stretch) < distance(best, stretch) ? extract : best,
    undefined,
  );

const uncodedBeside = (
  store: Store,
  source: SourceOf,
  extracts: readonly ExtractPlace[],
): readonly Uncoded[] => {
  const text = getText(store, source.id);
  const turns = turnsIn(store, source.id);
  const coded = store.all<Range>(
    'SELECT start, end FROM coding WHERE sourceId = ? ORDER BY start',
    source.id,
  );
  const near =
    turns.length === 0
      ? nearText(extracts, text.length, source)
      : nearTurns(extracts, turns, source);
  return near.flatMap((speech) =>
    uncodedIn(text, beside(text, speech), coded).flatMap((stretch): readonly Uncoded[] => {
      const extract = nearest(speech.extracts, stretch);
      if (extract === undefined) return [];
      return [
        {
          sourceId: source.id,
          sourceName: source.name,
          pseudonym: speech.pseudonym,
          speaker: speech.speaker,
          turn: speech.turn,
          ...stretch,
          text: text.slice(stretch.start, stretch.end),
          codingId: extract.id,
          side: stretch.end <= extract.start ? 'before' : 'after',
        },
      ];
    }),
  );
};

/**
 * What is said beside the codings of these codes and carries no code at all, by source name and place.
 * The interviewer's turns are left out. Cost follows the sources that hold the codes.
 */
export const listUncoded = (store: Store, codeIds: readonly string[]): readonly Uncoded[] => {
  const list = JSON.stringify(codeIds);
  const sources = store.all<SourceOf>(
    `SELECT source.id, name, pseudonym FROM source LEFT JOIN "case" ON "case".id = caseId
     WHERE source.id IN (SELECT sourceId FROM code_use WHERE codeId IN ${inJson})
     ORDER BY name, source.id`,
    list,
  );
  return sources.flatMap((source) =>
    uncodedBeside(
      store,
      source,
      store.all<ExtractPlace>(
        `SELECT id, start, end FROM coding WHERE sourceId = ? AND codeId IN ${inJson}
         ORDER BY start, end, id`,
        source.id,
        list,
      ),
    ),
  );
};
