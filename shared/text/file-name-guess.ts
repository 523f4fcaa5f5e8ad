import { firstGroups } from '#shared/model/group.ts';
import type { SourceKind } from '#shared/model/source.ts';
import { firstTimePoints } from '#shared/model/time-point.ts';

/** What a file's name and folders say about it; what they do not say is left out. */
export interface FileNameGuess {
  readonly kind?: SourceKind;
  /** One of the known groups, as it is written there. */
  readonly group?: string;
  /** One of the known time points, as it is written there. */
  readonly timePoint?: string;
  readonly casePseudonym?: string;
}

/** The names a project has. */
export interface KnownNames {
  readonly groups: readonly string[];
  readonly timePoints: readonly string[];
}

/** Lower case, with one space for anything that divides words in file names, `wk12` as `wk 12`. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
    .trim();

const kinds: readonly (readonly [SourceKind, RegExp])[] = [
  ['focus group', /\b(?:focus groups?|fg \d+)\b/],
  ['stakeholder discussion', /\bstakeholders?\b/],
  ['session note', /\b(?:session notes?|case notes?)\b/],
  ['field note', /\b(?:field ?notes?|observations?)\b/],
  ['interview', /\binterviews?\b/],
];

/** The usual groups by other words than their names; a number after `sp` tells it from other things called so. */
const groupWords: readonly (readonly [string, RegExp])[] = [
  ['GP', /\b(?:gps?|general practitioners?)\b/],
  ['Social prescriber', /\b(?:social prescrib(?:ers?|ing)|link workers?|sps|sp \d+)\b/],
  ['PPI contributor', /\b(?:ppie?|public contributors?)\b/],
  ['Participant', /\b(?:participants?|patients?)\b/],
];

const unit =
  /\b(?:(\d{1,3}) (weeks?|wks?|w|months?|mths?|mo|m|years?|yrs?|y)|(weeks?|wks?|w|months?|mths?) (\d{1,3}))\b/;

/** `12wk`, `week 12` and `12 weeks` as one and the same. */
const spanOf = (name: string): string | null => {
  const found = unit.exec(plain(name));
  if (found === null) return null;
  const [, count, after, before, number] = found;
  return `${Number(count ?? number)}${(after ?? before ?? '')[0] ?? ''}`;
};

/** Whether a name occurs in words as a whole, in the singular or the plural. */
const hasName = (words: string, name: string): boolean => {
  const wanted = plain(name);
  return (
    wanted !== '' && (` ${words} `.includes(` ${wanted} `) || ` ${words} `.includes(` ${wanted}s `))
  );
};

const timePointIn = (part: string, known: readonly string[]): string | undefined => {
  const span = spanOf(part);
  return known.find(
    (name) => hasName(plain(part), name) || (span !== null && spanOf(name) === span),
  );
};

const groupIn = (part: string, known: readonly string[]): string | undefined => {
  const words = plain(part);
  const named = known.find((name) => hasName(words, name));
  if (named !== undefined) return named;
  const usual = groupWords.find(([, expression]) => expression.test(words))?.[0];
  return known.find((name) => name.toLowerCase() === usual?.toLowerCase());
};

const code = /(?:^|[^\p{L}\p{N}])(GP|SP|PPI|PT|ID|P)[ _-]?(\d{1,3})(?![\p{L}\p{N}])/iu;
const worded =
  /(?:^|[^\p{L}\p{N}])(participant|patient|social prescriber|link worker|ppi contributor|case)[ _-]*#?(\d{1,3})(?!\p{N})/iu;

/** `P03`, `SP_1` as `SP1`, `participant 4` as `Participant 4`. */
const caseIn = (part: string): string | undefined => {
  const coded = code.exec(part);
  if (coded !== null) return `${(coded[1] ?? '').toUpperCase()}${coded[2] ?? ''}`;
  const spelled = worded.exec(part);
  if (spelled === null) return undefined;
  const [, word = '', number = ''] = spelled;
  const lower = word.toLowerCase().replace(/^ppi/, 'PPI');
  return `${lower.charAt(0).toUpperCase()}${lower.slice(1)} ${number}`;
};

const first = <T>(
  parts: readonly string[],
  find: (part: string) => T | undefined,
): T | undefined => {
  for (const part of parts) {
    const found = find(part);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * Kind, group, time point and case of a document from its path, folders and all, with `/` or `\`.
 * The file's own name counts before its folder, and that before the folder above. Only what is
 * said plainly is answered. A discussion of several people has no case.
 */
export const guessFromPath = (
  path: string,
  known: KnownNames = { groups: firstGroups, timePoints: firstTimePoints },
): FileNameGuess => {
  const parts = path
    .split(/[/\\]/)
    .map((part, at, all) => (at === all.length - 1 ? part.replace(/\.[^.]{1,8}$/, '') : part))
    .reverse();
  const kind = first(parts, (part) => kinds.find(([, words]) => words.test(plain(part)))?.[0]);
  const several = kind === 'focus group' || kind === 'stakeholder discussion';
  const casePseudonym = several ? undefined : first(parts, caseIn);
  // A number with P is a participant's unless a folder says whose: studies number GPs so, too.
  const group =
    first(parts, (part) => groupIn(part, known.groups)) ??
    (/^P\d/.test(casePseudonym ?? '') ? groupIn('Participant', known.groups) : undefined);
  const timePoint = first(parts, (part) => timePointIn(part, known.timePoints));
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(group === undefined ? {} : { group }),
    ...(timePoint === undefined ? {} : { timePoint }),
    ...(casePseudonym === undefined ? {} : { casePseudonym }),
  };
};
