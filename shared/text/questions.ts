import { characterKind, indexable, scanWords } from './search-tokens.ts';

/** A question as a set of words, to be compared with others. */
export interface Asked {
  readonly words: readonly string[];
}

/** A word shorter than this, in UTF-16 code units, says little about what is asked. */
const meaningful = 5;
/** Words are alike when they share so much of their beginning: "exercise", "exercises". */
const sharedBeginning = 5;

/** The words of a question, folded, each once. */
export const asAsked = (text: string): Asked => {
  const plain = indexable(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const { starts, ends } = scanWords(
    plain,
    { start: 0, end: plain.length },
    { kindOf: characterKind },
  );
  return { words: [...new Set(starts.map((start, index) => plain.slice(start, ends[index])))] };
};

// Long words weigh more: "the" is in every question. Capped, so that no single word decides.
const weight = (word: string): number =>
  word.length < meaningful ? 0.25 : Math.min(word.length, 8) / 8;

const alike = (a: string, b: string): boolean =>
  a === b ||
  (a.length >= sharedBeginning &&
    b.length >= sharedBeginning &&
    a.slice(0, sharedBeginning) === b.slice(0, sharedBeginning));

/**
 * How much of a prompt is in what was asked, from 0 to 1: the share of the prompt's words that are
 * said, or words that begin alike, longer words counting more.
 */
export const likenessOf = (prompt: Asked, said: Asked): number => {
  const all = prompt.words.reduce((sum, word) => sum + weight(word), 0);
  if (all === 0) return 0;
  const there = prompt.words
    .filter((word) => said.words.some((other) => alike(word, other)))
    .reduce((sum, word) => sum + weight(word), 0);
  return Math.round((there / all) * 100) / 100;
};

/** An interviewer who says so many words without a question mark still leads on to something else. */
const leadingWords = 8;

/** Whether an interviewer's turn asks for something, rather than only saying that they listen. */
export const asksSomething = (text: string): boolean =>
  /[?？؟;՞፧]/u.test(text) || asAsked(text).words.length >= leadingWords;

/** The questions within a turn: its sentences that end with a question mark. */
export const questionsIn = (text: string): readonly string[] =>
  (text.match(/[^.!?？؟。！]+[?？؟]/gu) ?? []).map((question) => question.trim());
