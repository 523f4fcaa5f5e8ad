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

/** The first and last letter of ASCII, in code units, and what lies between: digits and letters. */
const asciiLetters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9A-Za-z]/u.test(String.fromCharCode(code)) ? 1 : 0,
);

/** The words of a text by place: `starts[i]` to `ends[i]`, in UTF-16 code units, for `count` words. */
export interface Words {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly count: number;
}

/**
 * Finds the words of a stretch of text. `kindOf` says what a character beyond ASCII is; time grows
 * with the length of the stretch.
 */
export const scanWords = (
  text: string,
  within: Range,
  kindOf: (character: string) => CharacterKind,
): Words => {
  const starts: number[] = [];
  const ends: number[] = [];
  let open = false;
  let at = within.start;
  while (at < within.end) {
    const code = text.charCodeAt(at);
    let size = 1;
    let kind: CharacterKind;
    if (code < 128) kind = asciiLetters[code] === 1 ? 'letter' : 'space';
    else {
      const point = text.codePointAt(at) ?? code;
      size = point > 0xffff ? 2 : 1;
      kind = kindOf(String.fromCodePoint(point));
    }
    if (kind === 'space') open = false;
    else if (kind === 'mark') {
      if (ends.length > 0 && (open || ends.at(-1) === at)) ends[ends.length - 1] = at + size;
    } else {
      if (!open || kind === 'single') starts.push(at);
      if (open && kind === 'letter') ends[ends.length - 1] = at + size;
      else ends.push(at + size);
      open = kind === 'letter';
    }
    at += size;
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

/** The words of a text as terms of the index. */
export interface Terms {
  /** The term of the i-th word. */
  readonly at: (index: number) => string;
  /** False only where the i-th word cannot begin any of the phrases: said quickly, without its term. */
  readonly mayBegin: (index: number) => boolean;
}

/** Where phrases stand among words: half-open ranges in order, those that overlap as one. */
export const findPhrases = (
  words: Words,
  phrases: readonly Phrase[],
  terms: Terms,
): readonly Range[] => {
  const found: Range[] = [];
  for (let index = 0; index < words.count; index += 1) {
    if (!terms.mayBegin(index)) continue;
    for (const phrase of phrases) {
      const last = phrase.terms.length - 1;
      const stands =
        last >= 0 &&
        index + last < words.count &&
        phrase.terms.every((wanted, step) =>
          fits(terms.at(index + step), wanted, phrase.prefix && step === last),
        );
      if (!stands) continue;
      const range = { start: words.starts[index] ?? 0, end: words.ends[index + last] ?? 0 };
      const before = found.at(-1);
      if (before === undefined || before.end <= range.start) found.push(range);
      else if (range.end > before.end) found[found.length - 1] = { ...before, end: range.end };
    }
  }
  return found;
};
