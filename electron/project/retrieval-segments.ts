import type { Coding } from '#shared/model/coding.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { wholeGraphemes } from '#shared/text/units.ts';
import { type Spoken, spokenIn } from './retrieval.ts';
import { inJson, type Store } from './store.ts';

/** How much of a turn is shown before and after a quote, in UTF-16 code units. */
const contextLength = 120;

interface SourceTexts {
  readonly name: string;
  readonly caseId: string | null;
  readonly body: string;
  readonly turns: readonly Spoken[];
}

/** Cut at a space where there is one near, and never inside a character. */
const before = (body: string, from: number, to: number): string => {
  const start = Math.max(from, to - contextLength);
  if (start === from) return body.slice(from, to).trimStart();
  const space = body.indexOf(' ', start);
  const cut =
    space === -1 || space >= to
      ? wholeGraphemes(body.slice(start, to), { start: 0, end: 1 })
      : null;
  return `…${cut === null ? body.slice(space + 1, to) : body.slice(start + cut.end, to)}`;
};

const after = (body: string, from: number, to: number): string => {
  const end = Math.min(to, from + contextLength);
  if (end === to) return body.slice(from, to).trimEnd();
  const space = body.lastIndexOf(' ', end);
  return `${space <= from ? '' : body.slice(from, space)}…`;
};

const textsOf = (store: Store, sourceId: string): SourceTexts => {
  const source = store.get<{ name: string; caseId: string | null; body: string }>(
    `SELECT source.name, source.caseId, source_text.body FROM source
     JOIN source_text USING (id) WHERE source.id = ?`,
    sourceId,
  );
  return {
    name: source?.name ?? '',
    caseId: source?.caseId ?? null,
    body: source?.body ?? '',
    turns: spokenIn(store, sourceId),
  };
};

/**
 * The words of these codings with what stands around them, in the order of the ids; those that are
 * no longer there are left out. Each text is read once.
 */
export const retrieveSegments = (store: Store, ids: readonly string[]): Retrieved[] => {
  const list = JSON.stringify(ids);
  const found = new Map(
    store
      .all<Coding>(`SELECT * FROM coding WHERE id IN ${inJson}`, list)
      .map((coding) => [coding.id, coding]),
  );
  const memos = new Map(
    store
      .all<{ id: string; n: number }>(
        `SELECT targetId AS id, count(*) AS n FROM memo
         WHERE targetKind = 'coding' AND targetId IN ${inJson} GROUP BY targetId`,
        list,
      )
      .map(({ id, n }) => [id, n]),
  );
  const pseudonyms = new Map(
    store
      .all<{ id: string; pseudonym: string }>('SELECT id, pseudonym FROM "case"')
      .map((row) => [row.id, row.pseudonym]),
  );
  const texts = new Map<string, SourceTexts>();
  return ids.flatMap((id) => {
    const coding = found.get(id);
    if (coding === undefined) return [];
    let source = texts.get(coding.sourceId);
    if (source === undefined) {
      source = textsOf(store, coding.sourceId);
      texts.set(coding.sourceId, source);
    }
    const { name, body, turns } = source;
    const at = turnAt(turns, coding.start);
    const turn = turns[at];
    const last = turns[turnAt(turns, coding.end - 1)];
    const caseId = turn?.caseId ?? source.caseId;
    return [
      {
        ...coding,
        sourceName: name,
        speaker: turn?.label ?? null,
        turn: turn === undefined ? null : at + 1,
        text: body.slice(coding.start, coding.end),
        caseId,
        pseudonym: caseId === null ? null : (pseudonyms.get(caseId) ?? null),
        before: before(body, Math.min(turn?.speechStart ?? 0, coding.start), coding.start),
        after: after(body, coding.end, Math.max(last?.end ?? coding.end, coding.end)),
        memos: memos.get(id) ?? 0,
      },
    ];
  });
};
