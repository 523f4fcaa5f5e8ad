import type { MemoRow, MemoTarget } from '#shared/model/memo.ts';

/** What a memo can be on, as filters and lists name it. */
export const targetNames: Readonly<Record<MemoTarget, string>> = {
  project: 'Journal',
  code: 'Codes',
  coding: 'Codings',
  theme: 'Themes',
  source: 'Sources',
  case: 'Cases',
};

/** What one memo is on, before the name of that record. */
export const onKind: Readonly<Record<MemoTarget, string>> = {
  project: 'Journal',
  code: 'Code',
  coding: 'Coding',
  theme: 'Theme',
  source: 'Source',
  case: 'Case',
};

/** What a memo without a title is known by: its first words, or the words it is on. */
export const headline = ({ title, excerpt, quote }: MemoRow): string =>
  title || excerpt.trim() || (quote === null ? 'Nothing written yet' : `“${quote}”`);

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The day an instant falls on, by this computer's clock, as YYYY-MM-DD. */
export const dayOf = (instant: string | Date): string => {
  const date = new Date(instant);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
};

export const today = (): string => dayOf(new Date());

/** The day a memo belongs to: as its writer dates it, or else when it was written. */
export const memoDay = ({ day, createdAt }: Pick<MemoRow, 'day' | 'createdAt'>): string =>
  day ?? dayOf(createdAt);

// A day is the same day everywhere, so it is never moved between time zones.
const dayFormat = (style: 'full' | 'medium') =>
  new Intl.DateTimeFormat(undefined, { dateStyle: style, timeZone: 'UTC' });
const [full, medium] = [dayFormat('full'), dayFormat('medium')];

/** A day as a heading says it, for example `Wednesday 4 March 2026`. */
export const longDay = (day: string): string => full.format(new Date(`${day}T00:00:00Z`));

/** A day as lists say it, for example `4 Mar 2026`. */
export const shortDay = (day: string): string => medium.format(new Date(`${day}T00:00:00Z`));

const prompts = [
  'What did I bring to today’s reading?',
  'What surprised me, and what did I expect instead?',
  'Whose words stayed with me, and why theirs?',
  'What did I decide today, and what else could I have decided?',
  'Where did I feel close to what was said, and where far from it?',
  'What might I have overlooked because of who I am?',
  'What would somebody who disagrees see in these words?',
] as const;

/** A question to begin an entry of the journal with; another one each day. */
export const promptFor = (day: string): string =>
  prompts[Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) % prompts.length] ?? prompts[0];
