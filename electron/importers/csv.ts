import type { Block, ImportWarning, ReadDocument } from '#shared/model/document.ts';
import {
  type AnswerColumns,
  answerColumns,
  type Column,
  columnsOf,
  hasHead,
  isKept,
  type TranscriptColumns,
  timesOf,
  transcriptColumns,
} from './csv-columns.ts';
import type { Decoded } from './encoding.ts';
import { readTable, type Table } from './table.ts';

type Part = Omit<Block, 'start' | 'end'>;

/** Puts words one below the other and remembers what each stretch of them is. */
class Writer {
  readonly blocks: Block[] = [];
  readonly #chunks: string[] = [];
  #length = 0;

  get text(): string {
    return this.#chunks.join('');
  }

  /** Adds words on lines of their own; a blank line goes before a heading. */
  add(words: string, part: Part): void {
    const space = this.#length === 0 ? '' : part.heading === undefined ? '\n' : '\n\n';
    const start = this.#length + space.length;
    this.#chunks.push(space, words);
    this.#length = start + words.length;
    this.blocks.push({ ...part, start, end: this.#length });
  }
}

const labelOf = (cell: string): string =>
  cell
    .replace(/\s+/gu, ' ')
    .replace(/[\s:]+$/u, '')
    .slice(0, 200)
    .toWellFormed();

const leftOut = (columns: readonly Column[]): ImportWarning[] => {
  const names = columns.map(({ name }) => `“${name}”`).join(', ');
  return columns.length === 0
    ? []
    : [
        {
          code: 'columns-left-out',
          message: `Columns beside the speech without words of their own were left out of the text: ${names}. The file itself is kept as it is.`,
        },
      ];
};

/** A row is a turn; one without a speaker goes on with the speaker before. */
const writeTranscript = (
  writer: Writer,
  { speaker, speech, start, end, others }: TranscriptColumns,
): ImportWarning[] => {
  const kept = others.filter(isKept);
  const startOf = start === null ? null : timesOf(start);
  const endOf = end === null ? null : timesOf(end);
  let voice = '';
  for (const [row, words] of speech.cells.entries()) {
    voice = labelOf(speaker?.cells[row] ?? '') || voice;
    const startMs = startOf?.(row);
    const endMs = endOf?.(row);
    const times = {
      ...(startMs === undefined ? {} : { startMs }),
      ...(endMs === undefined ? {} : { endMs }),
    };
    if (words !== '')
      writer.add(words, { kind: 'cell', ...times, ...(voice === '' ? {} : { voice }) });
    for (const column of kept) {
      const cell = column.cells[row] ?? '';
      if (cell !== '') writer.add(cell, { kind: 'cell', ...times, voice: column.name });
    }
  }
  return leftOut(others.filter((column) => !isKept(column)));
};

/** A row is a person: their identifier as a heading, facts about them, then each of their answers. */
const writeAnswers = (writer: Writer, { identifier, facts, answers }: AnswerColumns): void => {
  const count = Math.max(...[...facts, ...answers].map(({ cells }) => cells.length), 0);
  for (let row = 0; row < count; row++) {
    const name = identifier?.cells[row] ?? '';
    writer.add(name === '' ? `Respondent ${row + 1}` : name, { kind: 'paragraph', heading: 2 });
    const known = facts.filter(({ cells }) => cells[row] !== '');
    if (known.length > 0)
      writer.add(known.map((column) => `${column.name}: ${column.cells[row]}`).join('\n'), {
        kind: 'paragraph',
      });
    for (const { name: column, cells } of answers) {
      const cell = cells[row] ?? '';
      if (cell !== '') writer.add(cell, { kind: 'cell', column });
    }
  }
};

/** Rows as they stand, a tab between cells, for the search for speakers to make sense of. */
const writeRows = (writer: Writer, rows: Table['rows']): void => {
  for (const row of rows) {
    const start = writer.blocks.at(-1)?.end ?? -1;
    let at = start + 1;
    const cells = row.map((cell) => {
      const span = { start: at, end: at + cell.length };
      at = span.end + 1;
      return span;
    });
    writer.add(row.join('\t'), { kind: 'row', cells });
  }
};

/**
 * A table of values (CSV, TSV). With columns called as those of a transcript are, each row is a
 * turn with its speaker and time. Any other table is taken for answers: each row is a person, each
 * answer a turn with the column's name for its speaker. Without a head, rows stay rows. Throws
 * `Refused` where the table is empty or too large.
 */
export const readCsv = (decoded: Decoded, isTabbed: boolean): ReadDocument => {
  const table = readTable(decoded, isTabbed);
  const writer = new Writer();
  const warnings = [...decoded.warnings, ...table.warnings];
  if (hasHead(table.rows)) {
    const columns = columnsOf(table.rows);
    const transcript = transcriptColumns(columns);
    if (transcript === null) writeAnswers(writer, answerColumns(columns));
    else warnings.push(...writeTranscript(writer, transcript));
  } else writeRows(writer, table.rows);
  const { text, blocks } = writer;
  return { format: 'csv', text, blocks, encoding: decoded.encoding, warnings };
};
