import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refused } from './refusal.ts';

/** What a zip archive may hold, so that nothing that opens it later can be hurt by it. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Unpacked bytes of all entries together. */
  readonly bytes: number;
  /** Unpacked to packed size of an entry of more than a megabyte. */
  readonly ratio: number;
}

/** The names in an archive, and the text of the parts asked for. */
export interface Archive {
  readonly names: readonly string[];
  readonly parts: ReadonlyMap<string, string>;
}

const usual: ArchiveLimits = { entries: 5000, bytes: 100_000_000, ratio: 200 };
const megabyte = 1_000_000;

const tooLarge = (limits: ArchiveLimits): Refused =>
  new Refused(
    'too-large',
    `The file unpacks to more than ${limits.bytes / megabyte} MB. Remove pictures and recordings from it, save it and import it again.`,
  );

const unsafe = (reason: string): Refused =>
  new Refused('unsafe-archive', `The file could do harm and was not opened: ${reason}.`);

/** yauzl's own refusals, told apart by their words: it has no codes. */
const refusalFor = (error: unknown): Refused => {
  if (error instanceof Refused) return error;
  const words = error instanceof Error ? error.message : '';
  if (/relative path|absolute path|invalid characters/.test(words)) {
    return unsafe('it holds a file that wants to be written outside its folder');
  }
  if (/too many bytes|not enough bytes/.test(words)) {
    return unsafe('it says a wrong size for what it holds');
  }
  if (/encrypted/.test(words)) return encrypted();
  return new Refused(
    'damaged',
    'The file is damaged and could not be opened. Open it in Word, save it under a new name and import that.',
  );
};

/** The refusal for a file with a password. */
export const encrypted = (): Refused =>
  new Refused(
    'encrypted',
    'The file is protected by a password. Open it in Word, save a copy without the password and import the copy.',
  );

const checkEntry = (entry: Entry, limits: ArchiveLimits): void => {
  if (entry.isEncrypted()) throw encrypted();
  if (
    entry.uncompressedSize > megabyte &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio
  ) {
    throw unsafe('a part of it grows far beyond any text when unpacked');
  }
};

/** An entry's bytes, all of them read so that its true size is known, kept only when asked for. */
const unpack = async (
  archive: ZipFile,
  entry: Entry,
  { keep, room }: { keep: boolean; room: number },
): Promise<{ size: number; bytes: Buffer | null }> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > room) return { size, bytes: null };
    if (keep) chunks.push(bytes);
  }
  return { size, bytes: keep ? Buffer.concat(chunks) : null };
};

const isXml = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);
const declaration = /<!(?:DOCTYPE|ENTITY)/;

/**
 * Opens a zip archive and checks all of it before anything else may: names that lead out of the
 * folder, passwords, number of entries, sizes as declared and as unpacked, ratio, and documents
 * types or entities in its XML. Answers the names, and as text the parts that `wanted` names.
 * Throws `Refused`.
 */
export const openArchive = async (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ArchiveLimits = usual,
): Promise<Archive> => {
  try {
    const archive = await fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true },
    );
    if (archive.entryCount > limits.entries) throw unsafe('it holds too many files');
    const entries: Entry[] = [];
    let declared = 0;
    for await (const entry of archive.eachEntry()) {
      entries.push(entry);
      declared += entry.uncompressedSize;
      if (entries.length > limits.entries) throw unsafe('it holds too many files');
    }
    if (declared > limits.bytes) throw tooLarge(limits);
    for (const entry of entries) checkEntry(entry, limits);
    const parts = new Map<string, string>();
    let room = limits.bytes;
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue;
      const xml = isXml(entry.fileName);
      const { size, bytes: content } = await unpack(archive, entry, { keep: xml, room });
      room -= size;
      if (room < 0) throw tooLarge(limits);
      const text = content?.toString(content.includes('<\0') ? 'utf16le' : 'utf8') ?? '';
      if (xml && declaration.test(text)) {
        throw new Refused(
          'unsafe-xml',
          'The file could do harm and was not opened: it defines entities, which no word processor writes.',
        );
      }
      if (wanted(entry.fileName)) parts.set(entry.fileName, text);
    }
    return { names: entries.map((entry) => entry.fileName), parts };
  } catch (error) {
    throw refusalFor(error);
  }
};
