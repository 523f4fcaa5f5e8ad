import type { ImportRefusal, ImportWarning, ReadDocument } from '#shared/model/document.ts';
import { type Archive, encrypted, openArchive } from './archive.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { wordParts } from './docx-parts.ts';
import { type Decoded, decodeText } from './encoding.ts';
import { readMd } from './md.ts';
import { Refused } from './refusal.ts';
import { isSrt, readSrt } from './srt.ts';
import { readTable, type Table } from './table.ts';
import { readTxt } from './txt.ts';
import { isVtt, readVtt } from './vtt.ts';

/** A file to be read: its bytes, and its name for the extension. */
export interface ImportedFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** A document, or why there is none. */
export type ReadResult =
  | { readonly ok: true; readonly document: ReadDocument }
  | { readonly ok: false; readonly error: ImportRefusal };

/** Larger files are refused unread. A long interview is half a megabyte. */
const largestFile = 100_000_000;
const longestText = 20_000_000;

const asCsv = 'Save the sheet with the words as .csv and import that.';
const inWord = 'Open it in Word or LibreOffice, save it as .docx and import that.';

/** Formats people have transcripts in that are not read, by extension: what it is and what to do. */
const unsupported: Readonly<Record<string, string>> = {
  pdf: `This is a PDF. ${inWord}`,
  doc: `This is a document of an old Word. ${inWord}`,
  docm: 'This is a Word document with macros. Save it as .docx and import that.',
  dotm: 'This is a Word template with macros. Save it as .docx and import that.',
  rtf: `This is an RTF document. ${inWord}`,
  odt: `This is an OpenDocument text. ${inWord}`,
  pages: 'This is a Pages document. Export it as Word and import that.',
  html: `This is a web page. ${inWord}`,
  htm: `This is a web page. ${inWord}`,
  xls: `This is a spreadsheet. ${asCsv}`,
  xlsx: `This is a spreadsheet. ${asCsv}`,
  ods: `This is a spreadsheet. ${asCsv}`,
  pptx: 'This is a presentation. Copy the words into a Word or text document and import that.',
  textgrid: 'This is a Praat TextGrid. Export it as plain text and import that.',
  eaf: 'This is an ELAN file. Export it as a subtitle file (.srt) and import that.',
  json: 'This is data for programs. Export the transcript as .docx, .txt or .vtt and import that.',
  xml: 'This is data for programs. Export the transcript as .docx, .txt or .vtt and import that.',
  zip: 'This is an archive. Unpack it and import the files in it.',
  epub: 'This is an e-book. Copy the words into a Word or text document and import that.',
};

const notRead = (kind: string): Refused =>
  new Refused(
    'unsupported-format',
    unsupported[kind] ?? 'This kind of file is not read. Save it as .docx or .txt and import that.',
  );

const extensionOf = (fileName: string): string =>
  /\.([^./\\]{1,12})$/.exec(fileName.toLowerCase())?.[1] ?? '';

const beginsWith = (bytes: Uint8Array, prefix: string): boolean =>
  Buffer.from(prefix, 'latin1').equals(bytes.subarray(0, prefix.length));

const isZip = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, 'PK\u0003\u0004') || beginsWith(bytes, 'PK\u0005\u0006');

const isOle = (bytes: Uint8Array): boolean => beginsWith(bytes, '\u00d0\u00cf\u0011\u00e0');

/** Word keeps a document with a password in an OLE container, under this name. */
const hasPassword = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );

const kindOfArchive = ({ names, parts }: Archive): string => {
  const types = parts.get('[Content_Types].xml') ?? '';
  if (/wordprocessingml\.document\.main|wordprocessingml\.template\.main/.test(types))
    return 'docx';
  if (/ms-word\.(?:document|template)\.macroEnabled/.test(types)) return 'docm';
  if (names.includes('word/document.xml')) return 'docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  if (names.includes('content.xml')) return 'odt';
  return 'zip';
};

const wrongExtension = (extension: string, kind: string): ImportWarning[] => [
  {
    code: 'wrong-extension',
    message: `The name ends in .${extension}, but the file is ${kind} and was read as such.`,
  },
];

const readArchive = async (bytes: Uint8Array, extension: string): Promise<ReadDocument> => {
  if (extension !== 'docx' && unsupported[extension] !== undefined) throw notRead(extension);
  const archive = await openArchive(bytes, wordParts);
  const kind = kindOfArchive(archive);
  if (kind !== 'docx') throw notRead(kind);
  const document = await readDocx(bytes, archive);
  return extension === 'docx' || extension === ''
    ? document
    : {
        ...document,
        warnings: [...wrongExtension(extension, 'a Word document'), ...document.warnings],
      };
};

/** A text file that is really the source of something else. */
const kindOfText = (start: string): string | null => {
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)*<(?:!doctype html|html|head|body)\b/i.test(start)
  ) {
    return 'html';
  }
  if (/^\s*<\?xml\s/.test(start)) return 'xml';
  if (/^\s*\{\\rtf/.test(start)) return 'rtf';
  if (start.startsWith('File type = "ooTextFile')) return 'textgrid';
  return null;
};

const textKinds = ['txt', 'text', 'md', 'markdown', 'vtt', 'srt', ''];

const readText = (decoded: Decoded, extension: string): ReadDocument => {
  const kind = kindOfText(decoded.text.slice(0, 1000));
  if (kind !== null) throw notRead(kind);
  if (decoded.text.length > longestText) {
    throw new Refused(
      'too-large',
      'The text is longer than 20 million characters. Divide it into several files and import those.',
    );
  }
  if (isVtt(decoded.text)) return readVtt(decoded);
  if (isSrt(decoded.text)) return readSrt(decoded);
  if (!/\S/.test(decoded.text)) throw new Refused('empty-file', 'The file is empty.');
  if (extension === 'vtt') return readVtt(decoded);
  if (extension === 'srt') return readSrt(decoded);
  if (extension === 'csv' || extension === 'tsv') return readCsv(decoded, extension === 'tsv');
  const document =
    extension === 'md' || extension === 'markdown' ? readMd(decoded) : readTxt(decoded);
  return textKinds.includes(extension)
    ? document
    : {
        ...document,
        warnings: [...wrongExtension(extension, 'plain text'), ...document.warnings],
      };
};

const refuseAtSight = (bytes: Uint8Array): void => {
  if (bytes.length === 0) throw new Refused('empty-file', 'The file is empty: it has 0 bytes.');
  if (bytes.length > largestFile) {
    throw new Refused(
      'too-large',
      'The file is larger than 100 MB. Take out pictures and recordings.',
    );
  }
  if (isOle(bytes)) throw hasPassword(bytes) ? encrypted() : notRead('doc');
  if (beginsWith(bytes, '%PDF')) throw notRead('pdf');
};

const read = async ({ bytes, fileName }: ImportedFile): Promise<ReadDocument> => {
  const extension = extensionOf(fileName);
  refuseAtSight(bytes);
  if (isZip(bytes)) return readArchive(bytes, extension);
  if (unsupported[extension] !== undefined) throw notRead(extension);
  return readText(decodeText(bytes), extension);
};

const refusalOf = (error: unknown): ImportRefusal =>
  (error instanceof Refused
    ? error
    : new Refused('damaged', 'The file is damaged and could not be read.')
  ).toRefusal();

/** A table, or why there is none. */
export type TableResult =
  | ({ readonly ok: true } & Table)
  | { readonly ok: false; readonly error: ImportRefusal };

/** Reads a file as a table of values (CSV, TSV), told by its name. Never throws, like `readDocument`. */
export const readTableFile = ({ bytes, fileName }: ImportedFile): TableResult => {
  try {
    const extension = extensionOf(fileName);
    refuseAtSight(bytes);
    if (isZip(bytes) || (extension !== 'csv' && extension !== 'tsv'))
      throw new Refused(
        'unsupported-format',
        'This is not a table that is read here. Save the sheet as .csv and import that.',
      );
    const decoded = decodeText(bytes);
    const { rows, warnings } = readTable(decoded, extension === 'tsv');
    return { ok: true, rows, warnings: [...decoded.warnings, ...warnings] };
  } catch (error) {
    return { ok: false, error: refusalOf(error) };
  }
};

/**
 * Reads a file of any of the formats, told by what is in it and by its name. Never throws: what is
 * not taken comes back as a refusal with a closed code and a sentence that says what to do.
 */
export const readDocument = async (file: ImportedFile): Promise<ReadResult> => {
  try {
    return { ok: true, document: await read(file) };
  } catch (error) {
    return { ok: false, error: refusalOf(error) };
  }
};
