import { fold } from './fold.ts';
import type { LeakHit } from './leaks-numbers.ts';

/** Names that are everyday words too: found only where they are written with a capital. */
const alsoWords = new Set(
  'amber april art august bell bill black blue bob bridge brook brooks brown bush carter chase church cliff cook cross daisy dale dawn day dean dot drew faith field fields ford forest fox frank gene ginger glen grace grant green grey guy hall hazel heath heather hill holly hope hunt ivy jack jade jean joy june king knight lake lane law lily little long low major mark marsh may miles miller moon nick olive page park pat pearl penny poppy potter price ray read reed rich rob robin rock rod rose ruby rush sally sandy short small smith snow stone storm street summer sue taylor tony trip victor violet wade walker ward watt way wells west white will winter wise wood woods young'.split(
    ' ',
  ),
);

const letter = '[\\p{L}\\p{M}\\p{N}]';
const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Folded letter by letter, so that every place stays where it is. */
const foldedInPlace = (text: string): string =>
  text.replaceAll(/[^\u0000-\u007f]/gu, (character) => {
    const folded = fold(character);
    return folded.length === character.length ? folded : character;
  });

/** What is typed for an apostrophe. */
const apostrophes = /['’‘ʼ´`]/gu;

/** Words shorter than this, written without a space between them, may be another word. */
const shortest = 3;

/**
 * Where words stand whole, letters and accents aside, whatever white space or dash is between them; or
 * nothing, as in the name of an account.
 */
const placesOf = (text: string, words: string): readonly LeakHit[] => {
  const parts = words.trim().split(/[\s\p{Pd}]+/u);
  const between = parts.every((part) => part.length >= shortest)
    ? '[\\s\\p{Pd}_.]*'
    : '[\\s\\p{Pd}]+';
  const pattern = parts
    .map((word) => escaped(fold(word)).replaceAll(apostrophes, "['’‘ʼ´`]"))
    .join(between);
  if (pattern === '') return [];
  const whole = new RegExp(`(?<!${letter})${pattern}(?!${letter})`, 'giu');
  return [...foldedInPlace(text).matchAll(whole)].map((match) => ({
    kind: 'name',
    start: match.index,
    end: match.index + match[0].length,
  }));
};

const hasCapital = (words: string): boolean => /^\p{Lu}/u.test(words);

/** Titles and the like, which are parts of a name and name nobody. */
const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'sir',
  'dame',
  'the',
  'of',
  'and',
  'van',
  'von',
  'de',
  'la',
  'el',
  'al',
  'bin',
  'st',
]);

/**
 * Where real names stand in a text: whole, and each of their parts of three letters or more. A part
 * that is an everyday word too (Will, Rose) counts only with a capital.
 */
export const findNames = (text: string, names: readonly string[]): readonly LeakHit[] => {
  const whole = names.flatMap((name) => {
    const found = placesOf(text, name);
    return alsoWords.has(fold(name.trim()))
      ? found.filter(({ start, end }) => hasCapital(text.slice(start, end)))
      : found;
  });
  const parts = new Set(
    names
      .filter((name) => /[\s\p{Pd}]/u.test(name.trim()))
      .flatMap((name) => name.trim().split(/[\s,]+/u))
      // A double name first: its halves are looked for where it does not stand whole.
      .flatMap((part) => [part, ...part.split(/\p{Pd}/u)])
      .map((part) => part.replace(/\.$/u, ''))
      .filter((part) => part.length >= 3 && !titles.has(fold(part))),
  );
  const single = [...parts].flatMap((part) =>
    placesOf(text, part).filter(
      ({ start, end }) => !alsoWords.has(fold(part)) || hasCapital(text.slice(start, end)),
    ),
  );
  const covers = (outer: LeakHit, inner: LeakHit): boolean =>
    outer.start <= inner.start && inner.end <= outer.end;
  return [...whole, ...single.filter((part) => !whole.some((name) => covers(name, part)))];
};

const fileName =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_-]+\.(?:docx?|txt|vtt|srt|rtf|odt|pdf|csv|tsv|xlsx?|mp3|mp4|m4a|wav)(?![\p{L}\p{N}])/giu;

const generic =
  /^(?:int(?:erviewer)?|i|r|q|a|p|res(?:earcher)?|speaker|participant|respondent|patient|facilitator|moderator|interviewee|chair|gp|sp|nurse|doctor|man|woman|male|female|all|group|unknown|unidentified)[\s_-]*\d*$/iu;

/** What a project calls things by; a case's pseudonym is what may be shown. */
export interface Labels {
  readonly pseudonyms: readonly string[];
  readonly speakers: readonly string[];
  readonly sources: readonly string[];
}

/** The labels that would tell a reader more than a pseudonym does. */
export const tellingLabels = ({ pseudonyms, speakers, sources }: Labels): readonly string[] => {
  // A label that is a part of a pseudonym, as `Dr Hewitt` of `GP1 Dr Hewitt`, tells no more than it.
  const known = pseudonyms.map((name) => ` ${fold(name).split(/\s+/u).join(' ')} `);
  const isKnown = (label: string): boolean => {
    const words = ` ${fold(label).trim().split(/\s+/u).join(' ')} `;
    return known.some((name) => name.includes(words));
  };
  return [...new Set([...speakers, ...sources])].filter(
    (label) => label.length >= 3 && !generic.test(label) && !isKnown(label),
  );
};

/** Where file names, and labels of speakers and sources that are no pseudonyms, stand in a text. */
export const findLabels = (text: string, labels: readonly string[]): readonly LeakHit[] => [
  ...[...text.matchAll(fileName)].map(
    (match): LeakHit => ({
      kind: 'label',
      start: match.index,
      end: match.index + match[0].length,
    }),
  ),
  ...labels
    .flatMap((label) => placesOf(text, label))
    .filter(({ start, end }) => /\p{Lu}|\d/u.test(text.slice(start, end)))
    .map((hit): LeakHit => ({ ...hit, kind: 'label' })),
];
