import mammoth from 'mammoth';
import type { Block, ImportWarning, ReadDocument, Span } from '#shared/model/document.ts';
import type { Archive } from './archive.ts';
import { inspectWordXml } from './docx-parts.ts';
import { Refused } from './refusal.ts';

/**
 * What mammoth makes of a Word document before it becomes HTML: tracked insertions accepted,
 * deletions gone, fields and alternatives resolved. HTML would lose empty paragraphs and have to be
 * parsed again. mammoth types it as `any`; this is the part that is read here.
 */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly isBold?: boolean;
  readonly styleName?: string | null;
  readonly styleId?: string | null;
  readonly checked?: boolean;
  readonly noteType?: string;
  readonly noteId?: string;
}

interface WordDocument extends Node {
  readonly notes: { resolve(reference: Node): { readonly body: readonly Node[] } | null };
  readonly comments: readonly unknown[];
}

const headingLevel = ({ styleName, styleId }: Node): number | undefined => {
  const style = styleName ?? styleId ?? '';
  if (/^(?:title|titel|titre|título)$/i.test(style)) return 1;
  const level = /^(?:heading|überschrift|titre|título|título|kop|rubrik) ?([1-9])$/i.exec(
    style,
  )?.[1];
  return level === undefined ? undefined : Math.min(6, Number(level));
};

/** Collects the words of a document, and the blocks they come in. */
class Writer {
  readonly blocks: Block[] = [];
  readonly notes: Node[] = [];
  pictures = 0;
  #chunks: string[] = [];
  #length = 0;
  #bold: { start: number; end: number }[] = [];
  #mark = '';

  get length(): number {
    return this.#length;
  }

  /** The text without the empty lines at its end. */
  get text(): string {
    return this.#chunks.join('').replace(/\n+$/, '').toWellFormed();
  }

  #put(text: string): void {
    this.#chunks.push(text);
    this.#length += text.length;
  }

  #boldFrom(start: number): void {
    if (this.#length === start) return;
    const last = this.#bold.at(-1);
    if (last !== undefined && last.end === start) last.end = this.#length;
    else this.#bold.push({ start, end: this.#length });
  }

  #inline(node: Node): void {
    const { type } = node;
    const start = this.#length;
    if (type === 'text') this.#put((node.value ?? '').replace(/\r\n?/g, '\n').replaceAll('\0', ''));
    else if (type === 'tab') this.#put('\t');
    else if (type === 'break') this.#put('\n');
    else if (type === 'checkbox') this.#put(node.checked === true ? '\u2611' : '\u2610');
    else if (type === 'image') this.pictures++;
    else if (type === 'noteReference') {
      this.notes.push(node);
      this.#put(`[${this.notes.length}]`);
    } else for (const child of node.children ?? []) this.#inline(child);
    if (type === 'run' && (node.isBold === true || /^strong$/i.test(node.styleName ?? ''))) {
      this.#boldFrom(start);
    }
  }

  /** A paragraph's words, without its line end. Answers what it covers. */
  #words(node: Node): Span {
    const start = this.#length;
    this.#put(this.#mark);
    this.#mark = '';
    for (const child of node.children ?? []) this.#inline(child);
    return { start, end: this.#length };
  }

  /** What is in bold since the last call. */
  #takeBold(): { bold?: readonly Span[] } {
    const bold = this.#bold;
    this.#bold = [];
    return bold.length === 0 ? {} : { bold };
  }

  /** A paragraph as a block of its own. */
  paragraph(node: Node, kind: 'paragraph' | 'note' = 'paragraph'): void {
    const from = this.#chunks.length;
    const span = this.#words(node);
    const bold = this.#takeBold();
    if (this.#chunks.slice(from).some((chunk) => /\S/.test(chunk))) {
      const heading = headingLevel(node);
      this.blocks.push({ kind, ...span, ...bold, ...(heading === undefined ? {} : { heading }) });
    }
    this.#put('\n');
  }

  /** A table cell's paragraphs, line by line; a table within a table is read as its lines. */
  #cell(nodes: readonly Node[]): Span {
    const start = this.#length;
    const lines = (inner: readonly Node[]): void => {
      for (const node of inner) {
        if (node.type === 'paragraph') {
          if (this.#length > start) this.#put('\n');
          this.#words(node);
        } else lines(node.children ?? []);
      }
    };
    lines(nodes);
    return { start, end: this.#length };
  }

  /** A table row: its cells with a tab between. */
  row(node: Node): void {
    const cells = (node.children ?? []).filter((cell) => cell.type === 'tableCell');
    const start = this.#length;
    const from = this.#chunks.length;
    const spans = cells.map((cell, index) => {
      if (index > 0) this.#put('\t');
      return this.#cell(cell.children ?? []);
    });
    const bold = this.#takeBold();
    if (this.#chunks.slice(from).some((chunk) => /\S/.test(chunk))) {
      this.blocks.push({ kind: 'row', start, end: this.#length, cells: spans, ...bold });
      this.#put('\n');
    } else {
      this.#chunks.length = from;
      this.#length = start;
      this.#put('\n');
    }
  }

  /** A table by its rows. One row, or one column, is only a frame around paragraphs. */
  table(rows: readonly Node[]): void {
    for (const row of rows) {
      if (rows.length > 1 && (row.children?.length ?? 0) > 1) this.row(row);
      else for (const cell of row.children ?? []) this.body(cell.children ?? []);
    }
  }

  /** Paragraphs and tables in order. */
  body(nodes: readonly Node[], kind: 'paragraph' | 'note' = 'paragraph'): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.paragraph(node, kind);
      else if (node.type === 'table') this.table(node.children ?? []);
      else this.body(node.children ?? [], kind);
    }
  }

  /** A footnote's paragraphs, the first with its mark in front. */
  note(number: number, nodes: readonly Node[]): void {
    this.#mark = `[${number}] `;
    this.body(nodes, 'note');
  }
}

const parse = async (bytes: Uint8Array): Promise<WordDocument> => {
  let found: WordDocument | null = null;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      // The boundary with mammoth, whose element is `any`: its shape is the one named above.
      transformDocument: (document: WordDocument) => {
        found = document;
        return { ...document, children: [] };
      },
    },
  );
  if (found === null) throw new Error('mammoth answered no document');
  return found;
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/**
 * A Word document: paragraphs, rows of tables with a tab between cells, footnotes at the end with
 * the marks that point at them. The archive must have been checked before. Throws `Refused` when
 * the document cannot be understood or has no words.
 */
export const readDocx = async (bytes: Uint8Array, archive: Archive): Promise<ReadDocument> => {
  const found = inspectWordXml(archive);
  let word: WordDocument;
  try {
    word = await parse(bytes);
  } catch {
    throw new Refused(
      'damaged',
      'The Word file is damaged and could not be read. Open it in Word, save it under a new name and import that.',
    );
  }
  const writer = new Writer();
  writer.body(word.children ?? []);
  const body = writer.text;
  const warnings: ImportWarning[] = [...found.warnings];
  if (found.letters > body.replace(/\s+/g, '').length) {
    const lost = found.letters - body.replace(/\s+/g, '').length;
    warnings.push({
      code: 'text-left-out',
      message: `${counted(lost, 'character', 'characters')} of the Word file could not be read. Compare the text with the file.`,
    });
  }
  for (const [index, reference] of writer.notes.slice().entries()) {
    writer.note(index + 1, word.notes.resolve(reference)?.body ?? []);
  }
  if (writer.notes.length > 0) {
    warnings.push({
      code: 'notes-at-end',
      message: `${counted(writer.notes.length, 'footnote is', 'footnotes are')} at the end of the text.`,
    });
  }
  if (word.comments.length > 0) {
    warnings.push({
      code: 'comments-left-out',
      message: `${counted(word.comments.length, 'comment', 'comments')} in the Word file are not part of the text.`,
    });
  }
  if (writer.pictures > 0) {
    warnings.push({
      code: 'pictures-left-out',
      message: `${counted(writer.pictures, 'picture', 'pictures')} in the Word file are not part of the text.`,
    });
  }
  if (!/\S/.test(body)) throw found.empty();
  return { format: 'docx', text: writer.text, blocks: writer.blocks, warnings };
};
