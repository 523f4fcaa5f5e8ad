import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { chardet } from 'jschardet';
import type { ImportWarning } from '#shared/model/document.ts';
import { Refused } from './refusal.ts';

/** Text as it was meant, and how it was encoded. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly ImportWarning[];
}

/** The eras of chardet that people still have files in: web, ISO 8859, old Mac. DOS is left out: it ties with windows-1252 on every short file. */
const commonEras = 1 | 2 | 4;
const allEras = 63;

/** The line of an offset in a text, counted from 1. */
const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
};

const startsWith = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** Spaces and line ends when the bytes are read as 16-bit units: the right byte order has many. */
const spaces16 = (bytes: Uint8Array, little: boolean): number => {
  let count = 0;
  for (let index = 0; index + 1 < Math.min(bytes.length, 8192); index += 2) {
    const low = bytes[little ? index : index + 1];
    const high = bytes[little ? index + 1 : index];
    if (high === 0 && (low === 0x20 || low === 0x0a || low === 0x0d)) count++;
  }
  return count;
};

/** UTF-16 without a byte order mark shows as a zero in every second byte. */
const bareUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 8192);
  for (let index = 0; index < length; index++) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.2 && even < length * 0.02) return 'utf-16le';
  if (even > length * 0.2 && odd < length * 0.02) return 'utf-16be';
  return null;
};

const uncertain = (encoding: string): ImportWarning => ({
  code: 'encoding-uncertain',
  message: `The file does not say how its letters are encoded; it was read as ${encoding}. Check that accents and quotation marks look right.`,
});

const decode16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string =>
  new TextDecoder(encoding).decode(bytes);

const fromMark = (bytes: Uint8Array): Omit<Decoded, 'text'> & { text: () => string } => {
  const little = bytes[0] === 0xff;
  const swapped = spaces16(bytes, !little) > 4 * spaces16(bytes, little) + 2;
  const encoding = little === swapped ? 'utf-16be' : 'utf-16le';
  return {
    text: () => decode16(bytes, encoding),
    encoding,
    warnings: swapped ? [uncertain(encoding)] : [],
  };
};

/** The name shown for a name of chardet's. */
const shownName = (name: string): string =>
  name
    .replace(/^cp(125\d)$/, 'windows-$1')
    .replace(/^(?:cp932|shift_jis_2004|shift_jisx0213)$/, 'shift_jis')
    .replace(/^(?:euc_jis_2004|euc_jisx0213|euc_jp)$/, 'euc-jp')
    .replace(/^iso8859-/, 'iso-8859-');

const unknownEncoding = (name: string): Refused =>
  new Refused(
    'unknown-encoding',
    `The letters are encoded as ${name}, which is not read. Save the file as UTF-8 text and import it again.`,
  );

const fromStatistics = (bytes: Uint8Array): Decoded => {
  const found = chardet.detectAll(bytes, { encodingEra: commonEras, compatNames: false });
  const best = found.find(
    ({ encoding }) => encoding !== null && iconv.encodingExists(shownName(encoding)),
  );
  const media = found[0]?.mimeType ?? '';
  if (best?.encoding == null) {
    const name = found[0]?.encoding;
    if (name != null) throw unknownEncoding(name);
    const kind = /^(image|audio|video)\//.exec(media)?.[1];
    throw new Refused(
      'not-text',
      kind === undefined
        ? 'The file holds no text. It may be a picture, a recording or a program with the wrong name.'
        : `The file is ${kind === 'video' ? 'a video' : `an ${kind} file`}, not text.`,
    );
  }
  if (best.confidence < 0.1) {
    const named = chardet.detect(bytes, { encodingEra: allEras, compatNames: false });
    if (named.encoding !== best.encoding && named.confidence > best.confidence) {
      throw unknownEncoding(named.encoding ?? 'nothing known');
    }
  }
  const encoding = shownName(best.encoding);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = iconv.decode(buffer, encoding);
  const rivals = found.filter(
    (other) =>
      other.encoding !== null &&
      other.encoding !== best.encoding &&
      other.confidence > best.confidence * 0.9 &&
      iconv.encodingExists(shownName(other.encoding)) &&
      iconv.decode(buffer, shownName(other.encoding)) !== text,
  );
  const sure = best.confidence >= 0.5 && rivals.length === 0;
  return { text, encoding, warnings: sure ? [] : [uncertain(encoding)] };
};

/** A few broken bytes in what is otherwise UTF-8: better than reading all of it as something else. */
const nearlyUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) whole++;
  }
  return broken * 20 < whole ? text : null;
};

const decodeBytes = (bytes: Uint8Array): Decoded => {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
    const encoding = bytes[0] === 0 ? 'utf-32be' : 'utf-32le';
    return { text: iconv.decode(Buffer.from(bytes), encoding), encoding, warnings: [] };
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    const { text, ...rest } = fromMark(bytes);
    return { text: text(), ...rest };
  }
  const bare = bareUtf16(bytes);
  if (bare !== null) return { text: decode16(bytes, bare), encoding: bare, warnings: [] };
  if (isUtf8(bytes) || startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', warnings: [] };
  }
  const nearly = nearlyUtf8(bytes);
  if (nearly !== null) return { text: nearly, encoding: 'utf-8', warnings: [] };
  return fromStatistics(bytes);
};

/** How often an expression (global) is found in a text. */
const countOf = (text: string, expression: RegExp): number => {
  let count = 0;
  expression.lastIndex = 0;
  while (expression.exec(text) !== null) count++;
  return count;
};

/** What the bytes 0x80 to 0xBF, the tails of UTF-8 sequences, look like when read as windows-1252. */
const tails = [
  ...new Set(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 64 }, (_, i) => 0x80 + i)) +
      Array.from({ length: 64 }, (_, i) => String.fromCharCode(0x80 + i)).join(''),
  ),
].join('');
const doubled = new RegExp(
  `[\u00c2-\u00df][${tails}]|[\u00e0-\u00ef][${tails}]{2}|[\u00f0-\u00f4][${tails}]{3}`,
  'gu',
);
const notAscii = /[^\u0000-\u007f]/gu;

/** Where text that was UTF-8 was read as windows-1252 and saved again, if most of its accents show it. */
const doubleEncodedAt = (text: string): number | null => {
  let hits = 0;
  let covered = 0;
  let first = -1;
  for (const hit of text.matchAll(doubled)) {
    if (first < 0) first = hit.index;
    hits++;
    covered += hit[0].length;
  }
  if (hits === 0) return null;
  return covered * 2 > countOf(text, notAscii) ? first : null;
};

const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;

const inspect = (text: string): ImportWarning[] => {
  const warnings: ImportWarning[] = [];
  const broken = text.indexOf('\ufffd');
  const control = text.search(controls);
  const double = doubleEncodedAt(text);
  if (broken >= 0) {
    warnings.push({
      code: 'damaged-characters',
      message: `${countOf(text, /\ufffd/g).toLocaleString('en-GB')} characters in the file are damaged and are shown as \ufffd.`,
      line: lineAt(text, broken),
    });
  }
  if (control >= 0) {
    warnings.push({
      code: 'control-characters',
      message: 'The file holds control characters, which cannot be seen but are kept.',
      line: lineAt(text, control),
    });
  }
  if (double !== null) {
    warnings.push({
      code: 'mojibake',
      message: `Accents and quotation marks look broken (“${text.slice(double, double + 2)}”), as after saving a file twice with different encodings. Look for an earlier copy of the file.`,
      line: lineAt(text, double),
    });
  }
  return warnings;
};

/**
 * Text from bytes of any encoding: by byte order mark, as UTF-8 where that is valid, else by
 * statistics. Line ends become LF, the mark goes, NUL becomes U+FFFD (SQLite ends a text at NUL);
 * otherwise every character stays. Throws `Refused` with `not-text` or `unknown-encoding`.
 */
export const decodeText = (bytes: Uint8Array): Decoded => {
  const { text: raw, encoding, warnings } = decodeBytes(bytes);
  const text = raw
    .replace(/^[\ufeff\ufffe]/, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed();
  if (countOf(text, controls) + countOf(text, /\ufffd/g) > Math.max(2, text.length * 0.03)) {
    throw new Refused(
      'not-text',
      'The file holds no text. It may be a picture, a recording or a program with the wrong name.',
    );
  }
  const clean = text.replaceAll('\0', '\ufffd');
  return { text: clean, encoding, warnings: [...warnings, ...inspect(clean)] };
};
