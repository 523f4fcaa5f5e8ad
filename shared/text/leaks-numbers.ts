import type { LeakKind } from '#shared/model/leak.ts';
import type { Range } from '#shared/model/range.ts';

/** Words found in a text, as a range `[start, end)` in UTF-16 code units. */
export interface LeakHit extends Range {
  readonly kind: LeakKind;
}

/**
 * Whether ten digits are an NHS number: weights 10 to 2, modulus 11 (NHS Data Dictionary, "NHS
 * number"). A check digit of 10 is never issued; ten equal digits are no number either.
 */
const isNhsNumber = (digits: string): boolean => {
  if (!/^\d{10}$/u.test(digits) || /^(\d)\1+$/u.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
};

/** Whether digits are a phone number as written in the UK, or after a plus from elsewhere. */
const isPhoneNumber = (digits: string, plus: boolean): boolean => {
  const abroad = plus ? digits : /^00[1-9]/u.test(digits) ? digits.slice(2) : null;
  if (abroad !== null && !abroad.startsWith('44')) return plus && /^[1-9]\d{7,14}$/u.test(abroad);
  const national = abroad === null ? digits : `0${abroad.slice(2).replace(/^0/u, '')}`;
  return /^(?:0[1235789]\d{9}|01\d{8}|0[58]00\d{6})$/u.test(national);
};

const digitGroup = /\d+/gu;
/** What may stand between the groups of one number. */
const gap = /^[\s().\-–‐‑/_]{1,3}$/u;
const mostDigits = 17;

interface Group extends Range {
  readonly digits: string;
}

/** Counting aloud ("nought 0 1 2 3 ...") is no number. */
const isCounting = (groups: readonly Group[]): boolean =>
  groups.length > 3 &&
  groups.every(
    ({ digits }, at) => at === 0 || Number(digits) === Number(groups[at - 1]?.digits) + 1,
  );

const kindOf = (groups: readonly Group[], plus: boolean): LeakKind | null => {
  const digits = groups.map((group) => group.digits).join('');
  if (isCounting(groups)) return null;
  if (isPhoneNumber(digits, plus)) return 'phone number';
  return !plus && isNhsNumber(digits) ? 'NHS number' : null;
};

const longestFrom = (text: string, groups: readonly Group[], from: number): LeakHit | null => {
  const first = groups[from];
  if (first === undefined) return null;
  const before = text.slice(0, first.start).match(/\+\s?\(?$/u)?.[0] ?? '';
  let best: LeakHit | null = null;
  let length = 0;
  for (let to = from; to < groups.length; to++) {
    const last = groups[to];
    const previous = groups[to - 1];
    if (last === undefined) break;
    if (to > from && previous !== undefined && !gap.test(text.slice(previous.end, last.start)))
      break;
    length += last.digits.length;
    if (length > mostDigits) break;
    const kind = kindOf(groups.slice(from, to + 1), before !== '');
    if (kind !== null) best = { kind, start: first.start - before.length, end: last.end };
  }
  return best;
};

/** Phone numbers and NHS numbers in a text, however their digits are spaced. */
export const findNumbers = (text: string): readonly LeakHit[] => {
  const groups = [...text.matchAll(digitGroup)].map(
    (match): Group => ({
      digits: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  const found: LeakHit[] = [];
  for (let from = 0; from < groups.length; from++) {
    const hit = longestFrom(text, groups, from);
    if (hit === null) continue;
    found.push(hit);
    while ((groups[from + 1]?.start ?? Number.POSITIVE_INFINITY) < hit.end) from++;
  }
  return found;
};

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const ordinal = '(?:st|nd|rd|th)?';
const year = "(?:(?:19|20)\\d{2}|['’]?\\d{2})";
const edge = { from: '(?<![\\p{L}\\p{N}/.-])', to: '(?![\\p{L}\\p{N}]|[/-]\\d)' };

const fullDate = new RegExp(
  `${edge.from}(?:${[
    `${day}${ordinal}\\s+(?:of\\s+)?${month}\\.?,?\\s+${year}`,
    `${month}\\.?\\s+(?:the\\s+)?${day}${ordinal},?\\s+${year}`,
    `${day}\\s?/\\s?(?:0?[1-9]|1[0-2])\\s?/\\s?${year}`,
    `${day}\\.(?:0?[1-9]|1[0-2])\\.${year}`,
    `${day}-(?:0?[1-9]|1[0-2])-${year}`,
    `(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])`,
  ].join('|')})${edge.to}`,
  'giu',
);

/** Said of a birth, a date need not be whole: `born in May 1952`, `birthday is the 3rd of June`. */
const partOfDate = `(?:${day}${ordinal}\\s+(?:of\\s+)?${month}|${month}\\s+${day}${ordinal}|${month}(?:\\s+(?:19|20)\\d{2})|(?:19|20)\\d{2})`;
const birth = '(?:born|d\\.?o\\.?b\\b\\.?|date of birth|birth ?date|birthday)';
const birthDate = new RegExp(
  `${edge.from}(${birth}[^.?!\\n\\d]{0,40}?)(${fullDate.source}|${partOfDate}${edge.to})`,
  'giu',
);

/** Dates of birth, and every date with day, month and year. */
export const findDates = (text: string): readonly LeakHit[] => {
  const births = [...text.matchAll(birthDate)].map((match): LeakHit => {
    const start = match.index + (match[1]?.length ?? 0);
    return { kind: 'date of birth', start, end: match.index + match[0].length };
  });
  const dates = [...text.matchAll(fullDate)]
    .map(
      (match): LeakHit => ({
        kind: 'date',
        start: match.index,
        end: match.index + match[0].length,
      }),
    )
    .filter(({ start, end }) => !births.some((hit) => hit.start < end && start < hit.end));
  return [...births, ...dates];
};
