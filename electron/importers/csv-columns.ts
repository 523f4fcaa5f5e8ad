import { timeAt } from '#shared/text/turn-patterns-times.ts';

/** A column of a table: its place, its name (unique, never empty) and its cells below the head. */
export interface Column {
  readonly at: number;
  readonly name: string;
  readonly cells: readonly string[];
}

/** The columns of a transcript: who speaks, what is said, when; and other columns with words. */
export interface TranscriptColumns {
  readonly speaker: Column | null;
  readonly speech: Column;
  readonly start: Column | null;
  readonly end: Column | null;
  readonly others: readonly Column[];
}

/** The columns of answers: who answers, facts about them, and what they wrote. */
export interface AnswerColumns {
  readonly identifier: Column | null;
  readonly facts: readonly Column[];
  readonly answers: readonly Column[];
}

const words = (list: string): readonly string[] => list.trim().split(/\s*[,\n]\s*/u);

/** What the columns of transcripts are called, the surest first. */
const speakerHeads = words(`
  speaker, speaker name, speaker label, speaker id, said by, who, name, person, participant name, voice,
  talker, role, author, from, user, character, sprecher, sprecherin, locutor, locutora, hablante, falante,
  locuteur, intervenant, parlante, spreker, talare, taler`);
const speechHeads = words(`
  text, transcript, transcription, utterance, statement, speech, what was said, said, words, content,
  message, sentence, dialogue, dialog, body, turn, texto, texte, testo, tekst, beitrag, aussage,
  äußerung, wortlaut, fala, transcripción, transcrição, énoncé, enunciado`);
const startHeads = words(`
  start, start time, timestamp, time stamp, time, timecode, begin, begins, beginning, offset, start ms,
  start s, start seconds, zeit, startzeit, zeitstempel, hora, tiempo, tempo, heure, temps, inicio, início, début`);
const endHeads = words(
  'end, end time, ends, stop, until, to, end ms, end s, end seconds, ende, fin, fim',
);

const identifierHead =
  /^(?:id|no|nr|number|#|case|pseudonym|code|key)$|\b(?:id|identifier|respondent|participant|pseudonym|case|response) ?(?:id|no|nr|number|code|name|#)?$/u;

/** A heading's form for comparing: one case, no unit in brackets, single spaces. */
const headKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[([{].*$/u, '')
    .replace(/[\s_.:–-]+/gu, ' ')
    .trim();

const filled = ({ cells }: Column): readonly string[] => cells.filter((cell) => cell !== '');

const isClock = (cell: string): boolean => timeAt(cell, 0)?.end === cell.length;
const isNumber = (cell: string): boolean => /^[-+]?[\d.,\s]*\d\s?%?$/u.test(cell);
const isDate = (cell: string): boolean =>
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,].*)?$/u.test(cell);

/** Whether somebody wrote words into a column, rather than a number, a date or one of a few answers. */
const hasWords = (column: Column): boolean =>
  filled(column).some(
    (cell) =>
      /\p{L}/u.test(cell) &&
      !isDate(cell) &&
      !isClock(cell) &&
      (cell.length > 24 || cell.split(/\s+/u).length > 2),
  );

const isWorded = (column: Column): boolean =>
  !filled(column).every((cell) => isNumber(cell) || isDate(cell) || isClock(cell));

const called = (columns: readonly Column[], heads: readonly string[]): Column | null => {
  for (const head of heads) {
    const found = columns.find((column) => headKey(column.name) === head);
    if (found !== undefined) return found;
  }
  return null;
};

/** Names for columns: as they stand in the head, on one line, unlike one another. */
const namesOf = (head: readonly string[], width: number): readonly string[] => {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, at) => {
    const own = (head[at] ?? '').replace(/\s+/gu, ' ').trim() || `Column ${at + 1}`;
    let name = own.slice(0, 200).toWellFormed();
    for (let number = 2; taken.has(name); number++)
      name = `${own.slice(0, 190).toWellFormed()} (${number})`;
    taken.add(name);
    return name;
  });
};

/** Whether the first row names the columns: no time and no long passage stands in a head. */
export const hasHead = (rows: readonly (readonly string[])[]): boolean =>
  rows.length > 1 && !(rows[0] ?? []).some((cell) => isClock(cell) || cell.length > 600);

/** The columns of a table with a head; those with nothing in them are left out. */
export const columnsOf = (rows: readonly (readonly string[])[]): readonly Column[] => {
  const [head = [], ...body] = rows;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return namesOf(head, width)
    .map((name, at) => ({ at, name, cells: body.map((row) => row[at] ?? '') }))
    .filter((column) => filled(column).length > 0);
};

/** The columns of a transcript by what they are called; null where they are not called so. */
export const transcriptColumns = (columns: readonly Column[]): TranscriptColumns | null => {
  const speech = called(columns.filter(isWorded), speechHeads);
  if (speech === null) return null;
  const rest = columns.filter((column) => column !== speech);
  const speaker = called(rest, speakerHeads);
  const start = called(
    rest.filter((column) => filled(column).every((cell) => isClock(cell) || isNumber(cell))),
    startHeads,
  );
  if (speaker === null && start === null) return null;
  const end = start === null ? null : called(rest, endHeads);
  const known = new Set([speaker, start, end]);
  return { speaker, speech, start, end, others: rest.filter((column) => !known.has(column)) };
};

const isUnlike = (column: Column): boolean => {
  const cells = filled(column);
  return (
    new Set(cells).size === cells.length &&
    cells.length > column.cells.length * 0.9 &&
    cells.every((cell) => cell.length <= 60 && !cell.includes('\n'))
  );
};

const isCode = (cell: string): boolean =>
  /^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N} _.-]{0,30}$/u.test(cell);

/** The first column that tells rows apart as an identifier does: by its name, else by what is in it. */
const identifierIn = (columns: readonly Column[]): Column | null => {
  const unlike = columns.filter(isUnlike);
  const byName = unlike.find((column) => identifierHead.test(headKey(column.name)));
  const byCells = unlike.find(
    (column) =>
      filled(column).every((cell) => isCode(cell) && !isDate(cell) && !isClock(cell)) &&
      (column.at === 0 || !filled(column).every(isNumber)),
  );
  return byName ?? byCells ?? null;
};

/**
 * The columns of a table of answers. Answers are what people wrote in words of their own; where no
 * column is so, what is no number; where all are numbers, everything but the identifier.
 */
export const answerColumns = (columns: readonly Column[]): AnswerColumns => {
  const found = columns.length > 1 ? identifierIn(columns) : null;
  const rest = columns.filter((column) => column !== found);
  const answers =
    [rest.filter(hasWords), rest.filter(isWorded)].find((some) => some.length > 0) ?? rest;
  return {
    identifier: found,
    facts: rest.filter((column) => !answers.includes(column)),
    answers,
  };
};

/** Whether a column of a transcript beside its speech holds words that are to be kept. */
export const isKept = hasWords;

/**
 * Reads the cells of a column of times, in milliseconds: clock times (`0:12`, `00:00:12.5`), or
 * plain numbers, which are milliseconds where the head says so or where they are whole and too
 * large for seconds, else seconds.
 */
export const timesOf = (column: Column): ((row: number) => number | undefined) => {
  const numbers = filled(column).filter(isNumber);
  const largest = numbers.reduce((most, cell) => Math.max(most, Number(cell) || 0), 0);
  const inMs =
    /\b(?:ms|msec|millis|milliseconds)\b|_ms$/iu.test(column.name) ||
    (numbers.every((cell) => /^\d+$/u.test(cell)) && largest > column.cells.length * 500);
  return (row) => {
    const cell = column.cells[row] ?? '';
    const clock = timeAt(cell, 0);
    if (clock !== null && clock.end === cell.length) return clock.startMs;
    if (!/^\d+(?:[.,]\d+)?$/u.test(cell)) return undefined;
    return Math.round(Number(cell.replace(',', '.')) * (inMs ? 1 : 1000));
  };
};
