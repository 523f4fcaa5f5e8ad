/** A time found in a text: where it ends, and what it says in milliseconds. */
export interface FoundTime {
  readonly end: number;
  readonly startMs: number;
  readonly endMs?: number;
  /** In brackets or marks of its own, so that it can be nothing else. */
  readonly enclosed: boolean;
}

const clock = String.raw`\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?`;
const noMore = String.raw`(?![\d:])(?!\s?[ap]\.?m\b)`;
const f4 = String.raw`#(\d{1,2}:[0-5]\d:[0-5]\d-\d)#`;
const enclosed = String.raw`\\?[[(<]\s?(${clock})(?:\s?(?:-->|->|–|-)\s?(${clock}))?\s?\\?[\])>]`;
const bare = String.raw`(${clock})(?:\s?-->\s?(${clock}))?${noMore}`;
const anyTime = new RegExp(`${enclosed}|${f4}|${bare}`, 'iy');
const lastTime = new RegExp(`(?:^|[\\s,(\\[*_–-])(?:${enclosed}|${f4}|${bare})$`, 'i');
const lastMark = new RegExp(`(?:${enclosed}|${f4})$`);

/** `m:ss`, `h:mm:ss`, either with `.mmm` or `,mmm`, or f4's `h:mm:ss-t`, as milliseconds. */
const toMilliseconds = (text: string): number => {
  const [whole = '', fraction = ''] = text.split(/[.,-]/);
  const seconds = whole.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
};

const fromGroups = (groups: readonly (string | undefined)[], end: number): FoundTime => {
  const [open, openEnd, mark, plain, plainEnd] = groups;
  const to = openEnd ?? plainEnd;
  return {
    end,
    startMs: toMilliseconds(open ?? mark ?? plain ?? ''),
    ...(to === undefined ? {} : { endMs: toMilliseconds(to) }),
    enclosed: plain === undefined || plainEnd !== undefined,
  };
};

/** The time that starts exactly at `at`, if any. */
export const timeAt = (text: string, at: number): FoundTime | null => {
  anyTime.lastIndex = at;
  const found = anyTime.exec(text);
  return found === null ? null : fromGroups(found.slice(1), anyTime.lastIndex);
};

/** The time a short text ends with, and the offset at which it starts. */
export const timeAtEnd = (text: string): (FoundTime & { readonly start: number }) | null => {
  const found = lastTime.exec(text);
  if (found === null) return null;
  return { ...fromGroups(found.slice(1), text.length), start: found.index };
};

/** The time in brackets, or in f4's marks, that a text ends with: when the speech before it ended. */
export const markAtEnd = (
  text: string,
): { readonly ms: number; readonly length: number } | null => {
  const found = lastMark.exec(text);
  if (found === null) return null;
  return { ms: toMilliseconds(found[1] ?? found[3] ?? ''), length: found[0].length };
};
