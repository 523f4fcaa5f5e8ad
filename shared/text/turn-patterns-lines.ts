import type { Block, ReadDocument } from '#shared/model/document.ts';
import { timeAt, timeAtEnd } from './turn-patterns-times.ts';

/** When something is said, in milliseconds. */
export interface Times {
  readonly startMs?: number;
  readonly endMs?: number;
}

/** What stands at the head of a line that could name a speaker. Offsets are in the document's text. */
export interface Lead extends Times {
  /** The label, cleaned of marks; empty when the line starts with a time and nothing else is said. */
  readonly label: string;
  /** Where speech begins; the line's end when the line holds none. */
  readonly speechStart: number;
  /** What ends the label: it alone is the line, or a colon, a time at the line's end, brackets round it, a tab, or the end of bold type follows. */
  readonly by: 'line' | 'colon' | 'time' | 'brackets' | 'tab' | 'bold' | null;
  /** No space after the colon, as in `I:Then`. */
  readonly glued: boolean;
  readonly bold: boolean;
  readonly time: 'before' | 'after' | null;
  /** Time, tab, label: a line of a chat. */
  readonly tabbed: boolean;
}

/** A line that is not blank, without the spaces around it. */
export interface Line {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly block: Block | null;
  readonly heading: boolean;
  /** All of it is bold. */
  readonly bold: boolean;
  readonly afterBlank: boolean;
  /** The line holds a time and nothing else. */
  readonly onlyTime: Times | null;
  readonly lead: Lead | null;
}

/** Only so much of a line is looked at, so that a line of a million characters costs no more than any other. */
const headLength = 200;
const longestLabel = 160;

const prefix =
  /(?:[>»]{1,3}\s*|[-–—•]\s+|#{1,6}\s+|\d{1,5}(?:[.)]\s|\t| {2,})\s*(?=[\p{L}[(*_]))*/uy;
const emphasis = /[*_]{1,3}(?=[^\s*_])/y;
const afterTime = /[\s–—|:-]*(?:\{#[^}]{0,20}\}|\*{1,3}|_{1,3}|[\s–—|:-])*/y;
const afterColon = /[:：]*[*_]{0,3}[ \t\u00a0]*/y;
const marksAndSpace = /[*_]{0,3}[\s\u00a0]*/y;
const square = /\[([^\][\n]{1,60})\][*_]{0,3}:?[*_]{0,3}\s*/y;
const round = /^\(([^()\n]{1,60})\)$/;

/** Where a sticky expression that always matches ends when started at `at`. */
const skip = (expression: RegExp, text: string, at: number): number => {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
};

const clean = (label: string): string =>
  label
    .replace(/^\s*From\s+(\S.*?)\s+to\s+\S.*$/i, '$1')
    .replace(/\\(?=[_*[\]()])/g, '')
    .replace(/\*\*|__/g, '')
    .replace(/^[\s*_]+|[\s*_:：,–—-]+$/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .trim();

/** The colon that ends a label: outside brackets and followed by a space, the end or a mark. */
const colonIn = (head: string, from: number): { at: number; glued: boolean } | null => {
  let depth = 0;
  for (let at = from; at < Math.min(head.length, from + longestLabel); at++) {
    const character = head[at];
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (depth > 0) continue;
    else if (character === '：') return { at, glued: false };
    else if (character === ':') {
      const next = head[at + 1];
      if (next === undefined || /[\s*_:]/.test(next)) return { at, glued: false };
      if (next === '/') return null;
      if (!/\d/.test(next)) return at - from <= 15 ? { at, glued: true } : null;
    } else if (character === '?' || character === '!' || character === ';' || character === '\t') {
      return null;
    }
  }
  return null;
};

interface Head {
  readonly text: string;
  /** Offset of the head in the document, and of the end of the line. */
  readonly start: number;
  readonly lineEnd: number;
  /** How much of it from its start is bold, in code units. */
  readonly boldTo: number;
}

interface Before {
  readonly at: number;
  readonly time: { startMs: number; endMs?: number } | null;
  readonly tabbed: boolean;
}

/** Skips what may stand before a label: quote marks, dashes, paragraph numbers, emphasis, a time. */
const beforeLabel = (text: string): Before => {
  let at = skip(emphasis, text, skip(prefix, text, 0));
  const time = timeAt(text, at);
  if (time === null || (!time.enclosed && /[^\s*_|–—-]/.test(text[time.end] ?? ' '))) {
    return { at, time: null, tabbed: false };
  }
  const tabbed = text[time.end] === '\t';
  at = skip(emphasis, text, skip(afterTime, text, time.end));
  const { startMs, endMs } = time;
  return { at, time: { startMs, ...(endMs === undefined ? {} : { endMs }) }, tabbed };
};

const colonLead = (head: Head, before: Before, colon: { at: number; glued: boolean }): Lead => {
  const { text, start, boldTo } = head;
  const raw = text.slice(before.at, colon.at);
  const within = timeAtEnd(raw.replace(/[\s*_]+$/, ''));
  let at = skip(afterColon, text, colon.at);
  const after = within === null ? timeAt(text, at) : null;
  const afterEnd = after === null ? at : skip(marksAndSpace, text, after.end);
  const taken = after !== null && (after.enclosed || afterEnd >= text.length) ? after : null;
  if (taken !== null) at = afterEnd;
  const time = within ?? taken;
  return {
    label: clean(within === null ? raw : raw.slice(0, within.start)),
    speechStart: Math.min(start + at, head.lineEnd),
    by: 'colon',
    glued: colon.glued,
    bold: boldTo >= colon.at,
    time: before.time !== null ? 'before' : time !== null ? 'after' : null,
    ...(before.time ?? (time === null ? {} : { startMs: time.startMs })),
    tabbed: before.tabbed,
  };
};

/** Whether words that are not bold stand between bold ones at the start and a colon. */
const isBeyondBold = ({ text, boldTo }: Head, colon: number): boolean =>
  boldTo > 0 &&
  boldTo < colon &&
  /\p{L}/u.test(text.slice(boldTo, colon).replace(/\([^)]*\)/g, ''));

/** What the head of a line could say about who speaks; null when that is nothing. */
const leadOf = (head: Head): Lead | null => {
  const { text, start, lineEnd, boldTo } = head;
  const before = beforeLabel(text);
  const earlier = before.time === null ? null : ('before' as const);
  const common = {
    glued: false,
    bold: false,
    tabbed: before.tabbed,
    time: earlier,
    ...before.time,
  };
  const speechAt = (at: number): number => Math.min(start + at, lineEnd);
  square.lastIndex = before.at;
  const tag = square.exec(text);
  const bracketed = tag?.[1] ?? round.exec(text.slice(before.at))?.[1];
  if (bracketed !== undefined && timeAtEnd(bracketed) === null) {
    const speechStart = tag === null ? lineEnd : speechAt(square.lastIndex);
    return { ...common, label: clean(bracketed), speechStart, by: 'brackets' };
  }
  const colon = colonIn(text, before.at);
  if (colon !== null && !isBeyondBold(head, colon.at)) return colonLead(head, before, colon);
  const complete = start + text.length >= lineEnd;
  const rest = text.slice(before.at).replace(/[\s*_]+$/, '');
  const last = complete && before.time === null ? timeAtEnd(rest) : null;
  if (last !== null && last.start > 0) {
    return {
      ...common,
      label: clean(rest.slice(0, last.start)),
      speechStart: lineEnd,
      by: 'time',
      bold: boldTo >= before.at + last.start,
      time: 'after',
      startMs: last.startMs,
    };
  }
  const tab = text.indexOf('\t', before.at);
  if (tab > before.at && tab - before.at <= 40) {
    const speechStart = speechAt(skip(marksAndSpace, text, tab));
    return { ...common, label: clean(text.slice(before.at, tab)), speechStart, by: 'tab' };
  }
  if (boldTo > before.at && boldTo - before.at <= 60 && boldTo < text.length) {
    const label = clean(text.slice(before.at, boldTo));
    const speechStart = speechAt(skip(marksAndSpace, text, boldTo));
    return { ...common, label, speechStart, by: 'bold', bold: true };
  }
  const alone = complete && rest.length <= 70;
  if (!alone && before.time === null) return null;
  return {
    ...common,
    label: alone ? clean(rest) : '',
    speechStart: speechAt(before.at),
    by: alone ? 'line' : null,
    bold: boldTo >= text.length,
  };
};

/** The times among other properties. */
export const timesOf = ({ startMs, endMs }: Times): Times => ({
  ...(startMs === undefined ? {} : { startMs }),
  ...(endMs === undefined ? {} : { endMs }),
});

/** How far from its start a line is bold: by Word's formatting, or by Markdown's marks. */
const boldLength = (line: string, start: number, block: Block | null): number => {
  const span = block?.bold?.find((bold) => bold.start <= start && bold.end > start);
  if (span !== undefined) return span.end - start;
  const open = /^(?:#{1,6}\s+)?(\*\*\*?|__)(?=\S)/.exec(line.slice(0, 20));
  if (open === null) return 0;
  const close = line.indexOf(open[1] ?? '**', open[0].length);
  return close < 0 ? 0 : close + (open[1]?.length ?? 0);
};

const breaks = /[\n\u2028\u2029]/g;
const spaces = /[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** The lines of a document that are not blank, each with what its head could say about a speaker. */
export const linesOf = ({ text, blocks }: ReadDocument): Line[] => {
  const lines: Line[] = [];
  let blockAt = 0;
  let afterBlank = true;
  const add = (from: number, to: number): void => {
    let start = from;
    let end = to;
    while (start < end && spaces.test(text[start] ?? '')) start++;
    while (end > start && spaces.test(text[end - 1] ?? '')) end--;
    if (start === end) {
      afterBlank = true;
      return;
    }
    while (blockAt < blocks.length && (blocks[blockAt]?.end ?? 0) <= start) blockAt++;
    const candidate = blocks[blockAt];
    const block = candidate !== undefined && candidate.start <= start ? candidate : null;
    const head = text.slice(start, Math.min(end, start + headLength));
    const boldTo = boldLength(text.slice(start, end), start, block);
    const lead = leadOf({ text: head, start, lineEnd: end, boldTo });
    const only =
      lead !== null && lead.time === 'before' && lead.label === '' && lead.speechStart >= end;
    lines.push({
      index: lines.length,
      start,
      end,
      block,
      heading: block?.heading !== undefined,
      bold: boldTo > 0 && boldTo >= end - start,
      afterBlank,
      onlyTime: only ? timesOf(lead) : null,
      lead: only ? null : lead,
    });
    afterBlank = false;
  };
  let from = 0;
  for (const found of text.matchAll(breaks)) {
    add(from, found.index);
    from = found.index + 1;
  }
  add(from, text.length);
  return lines;
};
