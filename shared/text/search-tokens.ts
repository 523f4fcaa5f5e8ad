import type { Range } from '#shared/model/range.ts';

/*
 * How texts become words for full-text search. Texts go to the index through `indexable`, and
 * `scanWords` finds the same words in a text as it stands, so that hits have exact places in it.
 */

/** What a character is to the index. A `mark` belongs to the letter before; a `single` is a word by itself. */
export type CharacterKind = 'letter' | 'single' | 'mark' | 'space';

const singles =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Hangul}\p{Script_Extensions=Bopomofo}]/u;
const letters = /[\p{L}\p{N}\p{Co}]/u;
// The soft hyphen shows where a word may be broken, not where one ends.
const marks = /[\p{M}\u00AD]/u;

/** What a character is, by Unicode's own properties. Punctuation shared by East Asian scripts is space. */
export const characterKind = (character: string): CharacterKind => {
  if (marks.test(character)) return 'mark';
  if (!letters.test(character)) return 'space';
  return singles.test(character) ? 'single' : 'letter';
};

const toSingle = new RegExp(singles.source, 'gu');
const toDrop = new RegExp(marks.source, 'gu');
const isPlain = /^[\u0020-\u007E\n\t]*$/u;

/**
 * A text as it is given to the index: marks on letters dropped, so that accents, vowel points and
 * their absence are the same; Chinese, Japanese and Korean characters set apart, so that any run of
 * them is found as a phrase; control characters as spaces.
 */
export const indexable = (text: string): string =>
  isPlain.test(text)
    ? text
    : text
        .replace(toDrop, '')
        .replace(toSingle, (character) =>
          characterKind(character) === 'single' ? ` ${character} ` : character,
        )
        .replace(/\p{Cc}/gu, ' ')
        .toWellFormed();

/** Whether there is anything in a text that the index knows as a word. */
export const hasWords = (text: string): boolean => letters.test(text.replace(toDrop, ''));

/** Which code units of ASCII are letters or digits. */
const asciiLetters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9A-Za-z]/u.test(String.fromCharCode(code)) ? 1 : 0,
);

/** The words of a text by place: `starts[i]` to `ends[i]`, in UTF-16 code units, for `count` words. */
export interface Words {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly count: number;
}

/** How words are scanned. */
export interface Scanning {
  /** What a character beyond ASCII is. */
  readonly kindOf: (character: string) => CharacterKind;
  /** By code unit of ASCII: whether words that begin with it are wanted. Without it, all are. */
  readonly wanted?: Uint8Array | undefined;
}

/** Where the run of ASCII letters and digits that begins at `from` ends. */
const asciiRun = (text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && asciiLetters[text.charCodeAt(at)] === 1) at += 1;
  return at;
};

/** Where the word ends that begins at `start` with a letter. */
const wordEnd = (text: string, { start, end }: Range, kindOf: Scanning['kindOf']): number => {
  let at = start;
  let isSingle = false;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const run = isSingle ? at : asciiRun(text, at, end);
      if (run === at) break;
      at = run;
      continue;
    }
    const point = text.codePointAt(at) ?? code;
    const kind = kindOf(String.fromCodePoint(point));
    const isFirst = at === start;
    if (kind === 'space' || (kind !== 'mark' && !isFirst && (isSingle || kind === 'single'))) break;
    isSingle ||= kind === 'single';
    at += point > 0xffff ? 2 : 1;
  }
  return at;
};

/** Finds the words of a stretch of text; time grows with its length. */
export const scanWords = (text: string, within: Range, { kindOf, wanted }: Scanning): Words => {
  const starts: number[] = [];
  const ends: number[] = [];
  const { end } = within;
  let at = within.start;
  while (at < end) {
    const code = text.charCodeAt(at);
    let stop: number;
    if (code < 128) {
      if (asciiLetters[code] === 0) {
        at += 1;
        continue;
      }
      stop = asciiRun(text, at + 1, end);
      if (stop < end && text.charCodeAt(stop) >= 128)
        stop = wordEnd(text, { start: at, end }, kindOf);
    } else {
      const point = text.codePointAt(at) ?? code;
      const kind = kindOf(String.fromCodePoint(point));
      if (kind === 'space' || kind === 'mark') {
        at += point > 0xffff ? 2 : 1;
        continue;
      }
      stop = wordEnd(text, { start: at, end }, kindOf);
    }
    if (code >= 128 || wanted === undefined || wanted[code] === 1) {
      starts.push(at);
      ends.push(stop);
    }
    at = stop;
  }
  return { starts, ends, count: starts.length };
};

/** A word or phrase as the index knows it: its terms in order, the last of which may go on. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly prefix: boolean;
}

const fits = (term: string, wanted: string, isPrefix: boolean): boolean =>
  isPrefix ? term.startsWith(wanted) : term === wanted;

/**
 * Where phrases stand among words: half-open ranges in order, those that overlap as one. `termAt`
 * gives the term of the i-th word.
 */
export const findPhrases = (
  words: Words,
  phrases: readonly Phrase[],
  termAt: (index: number) => string,
): readonly Range[] => {
  const found: Range[] = [];
  const standsAt = (phrase: Phrase, index: number): boolean => {
    const last = phrase.terms.length - 1;
    if (index + last >= words.count) return false;
    for (let step = 0; step <= last; step += 1)
      if (!fits(termAt(index + step), phrase.terms[step] ?? '', phrase.prefix && step === last))
        return false;
    return true;
  };
  for (let index = 0; index < words.count; index += 1)
    for (const phrase of phrases) {
      if (!standsAt(phrase, index)) continue;
      const end = words.ends[index + phrase.terms.length - 1] ?? 0;
      const range = { start: words.starts[index] ?? 0, end };
      const before = found.at(-1);
      if (before === undefined || before.end <= range.start) found.push(range);
      else if (end > before.end) found[found.length - 1] = { ...before, end };
    }
  return found;
};
