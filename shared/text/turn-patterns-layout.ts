import type { Block } from '#shared/model/document.ts';
import type { Prepared, Reading, Start } from './turn-patterns.ts';
import {
  isPartOfDocument,
  labelKey,
  lookOfLabel,
  questionNumber,
  roleOfLabel,
} from './turn-patterns-labels.ts';
import { type Line, timesOf } from './turn-patterns-lines.ts';
import { timeAt } from './turn-patterns-times.ts';

/** The labels given to speakers that have none in the text. */
const asking = 'Interviewer';
const answering = 'Participant';

const lineStart = (line: Line, speaker: string | null): Start => ({
  line: line.index,
  start: line.start,
  speechStart: line.start,
  speaker,
});

const evidence = (count: number): number => count / (count + 2);

const isTimed = (block: Block | null): boolean => block?.kind === 'cue' || block?.kind === 'cell';

/**
 * Subtitles or rows of a table that name the speaker of each. One without a name is nobody's where
 * most have one.
 */
const readVoices = ({ lines }: Prepared): Reading | null => {
  const cues = lines.filter(
    (line, at) => isTimed(line.block) && lines[at - 1]?.block !== line.block,
  );
  const named = cues.filter((line) => line.block?.voice !== undefined).length;
  if (named === 0) return null;
  const starts: Start[] = [];
  for (const line of cues) {
    const { block } = line;
    if (block === null || (block.voice === undefined && named < cues.length * 0.8)) continue;
    starts.push({ ...lineStart(line, block.voice ?? null), ...timesOf(block) });
  }
  return cues[0]?.block?.kind === 'cell'
    ? { pattern: 'voice', starts, confidence: 1, isStated: true }
    : { pattern: 'voice', starts, confidence: evidence(named) };
};

/** Answers in the columns of a table, each under the column's name; who answers stands between. */
const readColumns = ({ lines }: Prepared): Reading | null => {
  if (!lines.some((line) => line.block?.column !== undefined)) return null;
  const starts = lines
    .filter(
      ({ block, heading }, at) =>
        (heading || block?.kind === 'cell') && lines[at - 1]?.block !== block,
    )
    .map((line) => lineStart(line, line.block?.column ?? null));
  return { pattern: 'columns', starts, confidence: 1, isStated: true, role: 'participant' };
};

interface Row {
  readonly line: Line;
  readonly block: Block;
  readonly cells: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

const rowsOf = ({ lines, text }: Prepared): Row[] =>
  lines
    .filter((line, at) => line.block?.kind === 'row' && lines[at - 1]?.block !== line.block)
    .map((line) => {
      const block = line.block as Block;
      const cells = (block.cells ?? []).map((cell) => ({
        ...cell,
        text: text.slice(cell.start, Math.min(cell.end, cell.start + 200)).trim(),
      }));
      return { line, block, cells };
    });

const isTime = (text: string): boolean => {
  const time = timeAt(text, 0);
  return time !== null && time.end === text.length;
};

const headings =
  /^(?:speaker|name|who|person|role|time|timestamp|start|text|transcript|content|utterance|statement|speech|words?|no\.?|#|sprecher|zeit|locutor)$/i;

interface Columns {
  readonly time: number | null;
  readonly label: number;
  readonly speech: number;
}

/** Which column holds times, which labels and which speech: by what most of their cells hold. */
const columnsOf = (rows: readonly Row[]): Columns | null => {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  let time: number | null = null;
  let label: number | null = null;
  let speech: number | null = null;
  let longest = 0;
  for (let column = 0; column < Math.min(width, 8); column++) {
    const cells = rows.map((row) => row.cells[column]).filter((cell) => cell !== undefined);
    const filled = cells.filter((cell) => cell.text !== '' && !headings.test(cell.text));
    const length = filled.reduce((sum, cell) => sum + (cell.end - cell.start), 0);
    if (filled.length === 0) continue;
    if (filled.filter((cell) => isTime(cell.text)).length > filled.length * 0.7) time ??= column;
    else {
      const distinct = new Set(filled.map((cell) => labelKey(cell.text))).size;
      const labels = filled.filter(
        (cell) =>
          cell.end - cell.start <= 80 && /\p{L}/u.test(cell.text) && !/[.?!]$/.test(cell.text),
      );
      const labelled =
        labels.length > filled.length * 0.8 && distinct <= Math.max(2, filled.length * 0.6);
      if (labelled && label === null && length / filled.length <= 40) label = column;
      else if (length > longest) {
        longest = length;
        speech = column;
      }
    }
  }
  return label === null || speech === null ? null : { time, label, speech };
};

/** Rows of a table with a column of speakers and a column of speech, perhaps one of times. */
const readTable = (prepared: Prepared): Reading | null => {
  const rows = rowsOf(prepared);
  const columns = rows.length < 2 ? null : columnsOf(rows);
  if (columns === null) return null;
  const starts: Start[] = [];
  let speaker: string | null = null;
  let labelled = 0;
  rows.forEach((row, at) => {
    const cell = row.cells[columns.label];
    const label = (cell?.text ?? '')
      .replace(/\s+/g, ' ')
      .replace(/[\s:]+$/, '')
      .slice(0, 200);
    const title = at === 0 && row.cells.every(({ text }) => text === '' || headings.test(text));
    if (title || (label !== '' && isPartOfDocument(label))) speaker = null;
    else if (label !== '') {
      speaker = label;
      labelled++;
    }
    const time = columns.time === null ? null : timeAt(row.cells[columns.time]?.text ?? '', 0);
    starts.push({
      ...lineStart(row.line, speaker),
      speechStart:
        speaker === null ? row.block.start : (row.cells[columns.speech]?.start ?? row.block.start),
      ...(time === null ? {} : { startMs: time.startMs }),
    });
  });
  const last = rows.at(-1);
  const after = prepared.lines.find((line) => last !== undefined && line.start >= last.block.end);
  if (after !== undefined) starts.push(lineStart(after, null));
  // Speakers come back, or are called what speakers are called; the headings of a form are not.
  const labels = new Set(starts.map((start) => start.speaker).filter((label) => label !== null));
  if (labels.size === labelled && ![...labels].some((label) => roleOfLabel(label) !== null))
    return null;
  const share = labelled / rows.length;
  return { pattern: 'table', starts, confidence: evidence(labelled) * (0.5 + 0.5 * share) };
};

/** Paragraphs that may be speech: not headings, notes, front matter, or a time alone. */
const paragraphs = ({ lines, header }: Prepared): Line[] =>
  lines.filter(
    (line) =>
      !line.heading &&
      line.block?.kind !== 'note' &&
      line.onlyTime === null &&
      !header.skip.has(line.index),
  );

/** Turns of two speakers, told apart by a test of their lines: the second has no label of its own. */
const readPairs = (
  prepared: Prepared,
  from: number,
  first: (line: Line) => Start | null,
): Start[] => {
  const starts: Start[] = [];
  for (const line of paragraphs(prepared)) {
    if (line.index < from) continue;
    starts.push(first(line) ?? lineStart(line, answering));
  }
  return starts;
};

const answered = (starts: readonly Start[]): number =>
  starts.filter((start, at) => start.speaker !== answering && starts[at + 1]?.speaker === answering)
    .length;

/** One label only, in front of most questions: what follows on lines of its own is somebody else's. */
const readOneLabel = (prepared: Prepared, colon: Reading | undefined): Reading | null => {
  const spoken = (colon?.starts ?? []).filter((start) => start.speaker !== null);
  const label = spoken[0]?.speaker;
  if (label == null || spoken.length < 3 || spoken.some((start) => start.speaker !== label))
    return null;
  const byLine = new Map(spoken.map((start) => [start.line, start]));
  const other = roleOfLabel(label) === 'participant' ? asking : answering;
  const starts = readPairs(
    prepared,
    spoken[0]?.line ?? 0,
    (line) => byLine.get(line.index) ?? null,
  ).map((start) => (start.speaker === answering ? { ...start, speaker: other } : start));
  const pairs = starts.filter(
    (start, at) => start.speaker === label && starts[at + 1]?.speaker === other,
  );
  if (pairs.length < spoken.length * 0.6) return null;
  return {
    pattern: 'one-label',
    starts,
    confidence: 0.85 * evidence(spoken.length),
    guessed: true,
  };
};

/** Questions with a word and a rising number before the colon, answers without a label below. */
const readNumbered = (prepared: Prepared): Reading | null => {
  const { lines } = prepared;
  const numbered = lines
    .map((line) => ({
      line,
      number: line.lead?.by === 'colon' ? (questionNumber(line.lead.label) ?? 0) : 0,
    }))
    .filter(({ number }) => number > 0);
  const rising = numbered.filter(
    ({ number }, at) => at === 0 || number > (numbered[at - 1]?.number ?? 0),
  );
  if (rising.length < 3 || rising.length < numbered.length * 0.8) return null;
  const label = (rising[0]?.line.lead?.label ?? '').replace(/\s?(?:n[oº°.]{1,2}\s?)?\d+$/i, '');
  const asked = new Set(numbered.map(({ line }) => line.index));
  const starts = readPairs(prepared, rising[0]?.line.index ?? 0, (line) =>
    asked.has(line.index)
      ? { ...lineStart(line, label), speechStart: line.lead?.speechStart ?? line.start }
      : null,
  );
  return {
    pattern: 'numbered-question',
    starts,
    confidence: 0.8 * evidence(answered(starts)),
    guessed: true,
  };
};

/** Questions in bold and answers that are not. */
const readBoldQuestions = (prepared: Prepared): Reading | null => {
  const { text } = prepared;
  const body = paragraphs(prepared);
  const bold = body.filter((line) => line.bold);
  if (bold.length < 2 || bold.length > body.length * 0.7) return null;
  const ending = (line: Line): string => text.slice(Math.max(line.start, line.end - 6), line.end);
  const questions = bold.filter(
    (line) => line.end - line.start > 60 || /\?[\s*_"”’)]*$/.test(ending(line)),
  );
  if (questions.length < bold.length * 0.6) return null;
  const starts = readPairs(prepared, bold[0]?.index ?? 0, (line) =>
    line.bold ? lineStart(line, asking) : null,
  );
  return {
    pattern: 'bold-question',
    starts,
    confidence: 0.6 * evidence(answered(starts)),
    guessed: true,
  };
};

/** One turn for each paragraph, row or cue, said by nobody that is known; times where most have one. */
const readNone = (prepared: Prepared): Reading => {
  const { lines } = prepared;
  const timed = lines.filter((line) => line.lead?.time === 'before').length;
  const starts: Start[] = [];
  lines.forEach((line, at) => {
    const { block, lead } = line;
    const inside = block !== null && block.kind !== 'paragraph' && lines[at - 1]?.block === block;
    if (inside || lines[at - 1]?.onlyTime != null) return;
    const own = timed > lines.length / 2 && lead?.time === 'before' ? lead : null;
    starts.push({
      ...lineStart(line, null),
      ...(own === null
        ? {}
        : { speechStart: own.by === 'line' || own.label === '' ? own.speechStart : line.start }),
      ...line.onlyTime,
      ...(own === null ? {} : timesOf(own)),
      ...(block !== null && isTimed(block) ? timesOf(block) : {}),
    });
  });
  return { pattern: 'none', starts, confidence: 0.2 };
};

/** Paragraphs in turn: never chosen by itself, since nothing in the text says so. */
const readAlternating = (prepared: Prepared): Reading | null => {
  const body = paragraphs(prepared);
  const [title] = body;
  if (title === undefined || body.length < 4 || title.block?.kind === 'cue') return null;
  const opening = prepared.text.slice(title.start, title.end);
  const titled =
    opening.length < 60 && !/[.?!…"”]$/.test(opening) && lookOfLabel(opening) !== 'nick';
  const spoken = titled ? body.slice(1) : body;
  const starts = spoken.map((line, at) => lineStart(line, at % 2 === 0 ? asking : answering));
  return { pattern: 'alternating', starts, confidence: 0.1, guessed: true };
};

/** What the patterns that go by a document's layout make of it; `labels` are the readings by label. */
export const layoutReadings = (prepared: Prepared, labels: readonly Reading[]): Reading[] => {
  const colon = labels.find((reading) => reading.pattern === 'label-colon');
  return [
    readVoices(prepared),
    readColumns(prepared),
    readTable(prepared),
    readOneLabel(prepared, colon),
    readNumbered(prepared),
    readBoldQuestions(prepared),
    readAlternating(prepared),
    readNone(prepared),
  ].filter((reading) => reading !== null);
};
