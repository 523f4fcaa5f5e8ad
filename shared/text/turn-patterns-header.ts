import { isPartOfDocument, labelKey, lookOfLabel, roleOfLabel } from './turn-patterns-labels.ts';
import type { Line } from './turn-patterns-lines.ts';

/** What the top of a document says about its speakers, and the lines that are not speech for it. */
export interface Header {
  /** Lines (by index) that hold front matter, a legend or a form, whatever they look like. */
  readonly skip: ReadonlySet<number>;
  /** What a legend says of a label, by the label's key. */
  readonly meanings: ReadonlyMap<string, string>;
  /** Keys of the speakers that front matter lists. */
  readonly listed: ReadonlySet<string>;
  /** Keys of names that the header gives as the interviewer's. */
  readonly interviewers: ReadonlySet<string>;
}

/** Legends and forms stand near the top. */
const searched = 80;

const legendTitle =
  /^[\s*_#]*(?:key|legend|speakers|abbreviations|participants|legende|legenda|leyenda|sprecher)[\s*_:]*$/i;
const equation = /(?:^|[\s(;,])([\p{L}\d]{1,12})\s?=\s?(\p{L}[\p{L} .'’-]{0,40})/gu;
const dashed = /^[\s*_-]*([\p{L}\d]{1,12})\s?(?:\t|[–—-])\s?(\p{L}[\p{L}\d .'’()-]{0,40})$/u;

const namesRole = (text: string): boolean => {
  const plain = text.replace(/^(?:the|an?)\s/i, '').trim();
  return (
    roleOfLabel(plain) !== null ||
    (plain.split(/\s+/).length <= 3 &&
      plain.split(/\s+/).some((word) => word.length > 2 && roleOfLabel(word) !== null))
  );
};

/** YAML between two `---` lines: the last line of it, and the speakers it lists. */
const frontMatter = (
  lines: readonly Line[],
  textOf: (line: Line) => string,
): { last: number; speakers: string[] } => {
  const first = lines[0];
  if (first === undefined || textOf(first) !== '---') return { last: -1, speakers: [] };
  const speakers: string[] = [];
  let inSpeakers = false;
  for (const line of lines.slice(1, searched)) {
    const text = textOf(line);
    if (text === '---' || text === '...') return { last: line.index, speakers };
    const item = /^-\s+["']?(.+?)["']?$/.exec(text)?.[1];
    if (item === undefined) inSpeakers = /^(?:speakers|participants):/i.test(text);
    else if (inSpeakers) speakers.push(item);
  }
  return { last: -1, speakers: [] };
};

/** What a line after `label:` says, when it is short enough to be an entry of a form. */
const entryOf = (line: Line, textOf: (line: Line) => string): string | null => {
  if (line.lead?.by !== 'colon' || line.end - line.lead.speechStart > 80) return null;
  return textOf(line)
    .slice(line.lead.speechStart - line.start)
    .trim();
};

interface Legend {
  readonly meanings: Map<string, string>;
  readonly lines: Set<number>;
}

/** `I = Interviewer` anywhere near the top; `I: Interviewer` under a title, or on two lines that follow each other. */
const legendIn = (top: readonly Line[], textOf: (line: Line) => string): Legend => {
  const meanings = new Map<string, string>();
  const found = new Set<number>();
  const take = (line: Line, label: string, meaning: string): void => {
    found.add(line.index);
    if (!meanings.has(labelKey(label))) meanings.set(labelKey(label), meaning.trim());
  };
  const entries = top.map((line): readonly [string, string] | null => {
    const entry = entryOf(line, textOf);
    if (entry !== null && line.lead !== null && line.lead.label.length <= 12 && namesRole(entry)) {
      return [line.lead.label, entry];
    }
    const pair = line.end - line.start > 60 ? null : dashed.exec(textOf(line));
    const [, label = '', meaning = ''] = pair ?? [];
    return pair !== null && lookOfLabel(label) === 'code' && namesRole(meaning)
      ? [label, meaning]
      : null;
  });
  let titled = false;
  top.forEach((line, at) => {
    const text = line.end - line.start > 300 ? '' : textOf(line);
    if (legendTitle.test(text)) {
      titled = true;
      found.add(line.index);
      return;
    }
    const entry = entries[at];
    const paired = entries[at - 1] != null || entries[at + 1] != null;
    if (entry != null && (titled || paired)) {
      take(line, entry[0], entry[1]);
      return;
    }
    titled = false;
    // `Key: I = Interviewer` is a legend, `P: I said a = b` is speech.
    if (line.lead?.by === 'colon' && !isPartOfDocument(line.lead.label)) return;
    const equations = [...text.matchAll(equation)].filter(([, label = '']) =>
      /^\p{Lu}\w{0,4}$/u.test(label),
    );
    const naming = equations.filter(([, , meaning = '']) => lookOfLabel(meaning.trim()) === 'name');
    if (equations.some(([, , meaning = '']) => namesRole(meaning)) || naming.length > 1) {
      for (const [, label = '', meaning = ''] of equations) take(line, label, meaning);
    }
  });
  return { meanings, lines: found };
};

/**
 * Lines of a form at the top (`Interviewer: JS`, `Date: 12 March`): entries next to a line that
 * names a part of the document, or above the first label that comes back.
 */
const formIn = (top: readonly Line[], lines: readonly Line[], textOf: (line: Line) => string) => {
  const counts = new Map<string, number>();
  for (const { lead } of lines) {
    if (lead?.by === 'colon')
      counts.set(labelKey(lead.label), (counts.get(labelKey(lead.label)) ?? 0) + 1);
  }
  const count = (line: Line): number => counts.get(labelKey(line.lead?.label ?? '')) ?? 0;
  const isEntry = (line: Line | undefined): boolean => {
    const entry = line === undefined ? null : entryOf(line, textOf);
    return (
      entry !== null && entry !== '' && entry.split(/\s+/).length <= 6 && !/[.?!…]$/.test(entry)
    );
  };
  const isPart = (line: Line | undefined): boolean =>
    line?.lead?.by === 'colon' && isPartOfDocument(line.lead.label);
  const firstRepeated = top.findIndex(
    (line) => line.lead?.by === 'colon' && count(line) >= 3 && !isEntry(line),
  );
  const form = new Set<number>();
  top.forEach((line, at) => {
    if (!isEntry(line) || isPart(line)) return;
    let from = at;
    let to = at;
    while (isEntry(top[from - 1]) && top[from]?.afterBlank === false) from--;
    while (isEntry(top[to + 1]) && top[to + 1]?.afterBlank === false) to++;
    const run = top.slice(from, to + 1);
    const above =
      firstRepeated > at && count(line) === 1 && roleOfLabel(line.lead?.label ?? '') !== null;
    if (run.some(isPart) || above) form.add(line.index);
  });
  return form;
};

const namedInterviewer =
  /^[\s*_#-]*(?:interviewers?|interviewed by|interview conducted by|moderators?|facilitators?|researchers?|hosts?)\s*(?:\(s\))?\s*(?:is|are|was|were|:|–|—|-|=)\s*(.{2,120})$/i;
const interviewerIs = /\binterviewers?\s(?:is|are|was|were)\s([^.\n]{2,120})/i;

/** Reads the top of a document for front matter, legends, forms and who the interviewer was. */
export const readHeader = (lines: readonly Line[], text: string): Header => {
  const textOf = (line: Line): string =>
    text.slice(line.start, Math.min(line.end, line.start + 400));
  const front = frontMatter(lines, textOf);
  const top = lines.slice(front.last + 1, front.last + 1 + searched);
  const legend = legendIn(top, textOf);
  const skip = new Set([...legend.lines, ...formIn(top, lines, textOf)]);
  for (let index = 0; index <= front.last; index++) skip.add(index);
  const interviewers = new Set<string>();
  for (const line of top) {
    const names =
      (skip.has(line.index) || line.lead?.by !== 'colon'
        ? namedInterviewer.exec(textOf(line))?.[1]
        : undefined) ?? interviewerIs.exec(textOf(line))?.[1];
    for (const name of (names ?? '').split(/,|;|&|\band\b|\bund\b/)) {
      if (interviewers.size < 20 && /\p{Lu}/u.test(name)) interviewers.add(labelKey(name));
    }
  }
  return {
    skip,
    meanings: legend.meanings,
    listed: new Set(front.speakers.map(labelKey)),
    interviewers,
  };
};
