import type { PatternId } from '#shared/model/document.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';
import type { Header } from './turn-patterns-header.ts';
import {
  couldBeLabel,
  isNoise,
  isPartOfDocument,
  type LabelLook,
  labelKey,
  lookOfLabel,
  questionNumber,
  roleOfLabel,
} from './turn-patterns-labels.ts';
import type { Lead, Line } from './turn-patterns-lines.ts';
import { markAtEnd } from './turn-patterns-times.ts';

/** Where somebody (or, with null, nobody) starts to speak. Offsets in UTF-16 code units. */
export interface Start {
  readonly line: number;
  readonly start: number;
  readonly speechStart: number;
  readonly speaker: string | null;
  readonly startMs?: number;
  readonly endMs?: number;
}

/** A document prepared for the search: its lines and what its top says. */
export interface Prepared {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly header: Header;
}

/** What one pattern makes of a document, and how likely it is, from 0 to 1. */
export interface Reading {
  readonly pattern: PatternId;
  readonly starts: readonly Start[];
  readonly confidence: number;
  /** Times stand at the end of what was said. */
  readonly endTimes?: boolean;
  /** The format itself says who speaks, so nothing is to be found before, after or between. */
  readonly isStated?: boolean;
  /** The role that all labels have, whatever they are called. */
  readonly role?: SpeakerRole;
  /** Some speakers have no label in the text; these were given one. */
  readonly guessed?: boolean;
}

/** A pattern in which a label at the head of a line starts a turn. */
interface LabelPattern {
  readonly id: PatternId;
  /** How much a line's place says by itself that it is a label: less is asked of the label then. */
  readonly certain: boolean;
  /** How far to prefer it to a pattern that explains the same lines. */
  readonly weight: number;
  readonly matches: (lead: Lead, line: Line, prepared: Prepared) => boolean;
}

const next = ({ lines }: Prepared, line: Line): Line | undefined => lines[line.index + 1];

/** A label on a line of its own has speech on the next. */
const speechFollows = (line: Line, prepared: Prepared): boolean => {
  const after = next(prepared, line);
  return after !== undefined && !after.heading && after.onlyTime === null;
};

const colon = (lead: Lead, line: Line): boolean =>
  lead.by === 'colon' && !line.heading && !lead.tabbed;

const labelPatterns: readonly LabelPattern[] = [
  {
    id: 'chat',
    certain: true,
    weight: 1,
    matches: (lead) => lead.tabbed && lead.by === 'colon',
  },
  {
    id: 'label-time',
    certain: true,
    weight: 1,
    matches: (lead) => lead.time === 'after',
  },
  {
    id: 'time-label',
    certain: true,
    weight: 1,
    matches: (lead, line, prepared) =>
      lead.time === 'before' &&
      !(lead.tabbed && lead.by === 'colon') &&
      !line.heading &&
      (lead.by === 'colon' ||
        (lead.by === 'tab' && line.block?.kind !== 'row') ||
        (lead.by === 'line' &&
          speechFollows(line, prepared) &&
          next(prepared, line)?.lead?.time !== 'before')),
  },
  {
    id: 'label-end-time',
    certain: false,
    weight: 0.99,
    matches: (lead, line, { text }) =>
      colon(lead, line) &&
      markAtEnd(text.slice(Math.max(line.start, line.end - 40), line.end)) !== null,
  },
  {
    id: 'bold-colon',
    certain: true,
    weight: 0.98,
    matches: (lead, line) => colon(lead, line) && lead.bold,
  },
  { id: 'label-colon', certain: false, weight: 0.95, matches: colon },
  {
    id: 'bold-line',
    certain: true,
    weight: 0.9,
    matches: (lead, line, prepared) =>
      lead.by === 'line' &&
      lead.bold &&
      line.bold &&
      !line.heading &&
      speechFollows(line, prepared) &&
      next(prepared, line)?.bold === false,
  },
  {
    id: 'heading-label',
    certain: true,
    weight: 0.9,
    matches: (lead, line, prepared) =>
      line.heading && (lead.by === 'line' || lead.by === 'colon') && speechFollows(line, prepared),
  },
  {
    id: 'bracket-tag',
    certain: false,
    weight: 0.9,
    matches: (lead) => lead.by === 'brackets' && !isNoise(lead.label),
  },
  {
    id: 'label-tab',
    certain: false,
    weight: 0.88,
    matches: (lead, line) =>
      lead.by === 'tab' &&
      lead.time === null &&
      lead.speechStart < line.end &&
      !line.heading &&
      line.block?.kind !== 'row',
  },
  {
    id: 'bold-label',
    certain: false,
    weight: 0.85,
    matches: (lead, line) => lead.by === 'bold' && lead.speechStart < line.end && !line.heading,
  },
  {
    id: 'label-line',
    certain: false,
    weight: 0.8,
    matches: (lead, line, prepared) =>
      lead.by === 'line' &&
      lead.time === null &&
      !lead.bold &&
      !line.heading &&
      speechFollows(line, prepared) &&
      next(prepared, line)?.afterBlank === false,
  },
];

/** Patterns in which only its place tells that something is a label: more is asked of the label then. */
const placed: readonly PatternId[] = ['label-line', 'bracket-tag', 'label-tab', 'bold-label'];

interface Group {
  readonly key: string;
  readonly label: string;
  readonly look: LabelLook;
  count: number;
  spaced: number;
  readonly spellings: Map<string, number>;
}

const groupsOf = (candidates: readonly (readonly [Line, Lead])[]): Map<string, Group> => {
  const groups = new Map<string, Group>();
  for (const [, lead] of candidates) {
    const key = labelKey(lead.label);
    let group = groups.get(key);
    if (group === undefined) {
      group = {
        key,
        label: lead.label,
        look: lookOfLabel(lead.label),
        count: 0,
        spaced: 0,
        spellings: new Map(),
      };
      groups.set(key, group);
    }
    group.count++;
    if (!lead.glued) group.spaced++;
    group.spellings.set(lead.label, (group.spellings.get(lead.label) ?? 0) + 1);
  }
  return groups;
};

const isCapitals = (label: string): boolean => /^\p{Lu}{4,}$/u.test(label);

/** What the labels of one pattern are judged by. */
interface Judged {
  readonly groups: ReadonlyMap<string, Group>;
  readonly pattern: LabelPattern;
  /** The share of lines that have such a label. */
  readonly share: number;
  /** The lines are cues, of which none is a list of terms. */
  readonly inCues: boolean;
  readonly header: Header;
}

/** Which labels are speakers, by how they look, how often they come and what else is there. */
const accept = ({ groups, pattern, share, inCues, header }: Judged): Set<string> => {
  const { meanings, listed } = header;
  const all = [...groups.values()];
  const lone = placed.includes(pattern.id);
  const withRole = all.filter((group) => roleOfLabel(group.label) !== null);
  const known = (group: Group): boolean =>
    meanings.has(group.key) ||
    listed.has(group.key) ||
    group.look === 'role' ||
    (withRole.length > 1 && withRole.includes(group));
  const repeated = all.filter((group) => {
    if (group.count === 1 && questionNumber(group.label) !== null) return false;
    if (group.spaced === 0 && group.count < 3) return false;
    if (known(group)) return !lone || group.count > 1;
    if (lone) return group.count > 2 || (group.count > 1 && group.look === 'name');
    if (pattern.id === 'chat') return true;
    if (group.look === 'code' || group.look === 'name') return group.count > 1;
    return group.count > (group.look === 'nick' ? 2 : pattern.certain ? 2 : 4);
  });
  const accepted = new Set(repeated.map((group) => group.key));
  // Where every line has one, few labels are labels even when each comes once, and many when they come back.
  const number = all.reduce((sum, group) => sum + group.count, 0);
  const comeBack = all.length * 2 <= number;
  const everywhere = share >= 0.8 && all.length >= 2 && (all.length <= 8 || comeBack);
  if (share >= 0.9 && (comeBack || inCues) && pattern.id !== 'label-line') {
    return new Set(all.filter((group) => group.spaced > 0).map((group) => group.key));
  }
  const names = repeated.filter((group) => group.look === 'name');
  const capitals = names.length > 0 && names.every((group) => isCapitals(group.label));
  for (const group of all) {
    if (accepted.has(group.key) || group.spaced === 0 || lone) continue;
    if (questionNumber(group.label) !== null) continue;
    const likely = group.look === 'name' || group.look === 'code';
    const fits = repeated.length > 0 && (isCapitals(group.label) ? capitals : likely);
    const once = pattern.certain
      ? repeated.length > 0 && (fits || group.look === 'nick')
      : fits && (group.look === 'code' || names.length > 1);
    const asGood = likely || (group.look === 'nick' && comeBack) || group.count > 1;
    if (once || (everywhere && asGood)) accepted.add(group.key);
  }
  return accepted;
};

/** How far the labels explain a document, for weighing one pattern against another. */
const confidenceOf = (starts: readonly Start[], weight: number, { lines }: Prepared): number => {
  const spoken = starts.filter((start) => start.speaker !== null);
  const speakers = new Set(spoken.map((start) => start.speaker)).size;
  if (speakers === 0) return 0;
  const evidence = spoken.length / (spoken.length + 2);
  const number = speakers === 1 ? 0.5 : speakers === spoken.length && speakers > 6 ? 0.35 : 1;
  const first = spoken[0]?.line ?? 0;
  const reach = 0.8 + 0.2 * ((lines.length - first) / lines.length);
  return evidence * number * reach * weight;
};

const mostCommon = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [
    string,
    number,
  ])[0];

/** A turn starts with its label, or with the line above that holds only a time. */
const startAt = (line: Line, speaker: string | null, prepared: Prepared): Start => {
  const { lead } = line;
  const above = prepared.lines[line.index - 1];
  const timed = above?.onlyTime != null ? above : null;
  const cue = line.block?.kind === 'cue' ? line.block : undefined;
  const startMs = lead?.startMs ?? timed?.onlyTime?.startMs ?? cue?.startMs;
  const endMs = lead?.endMs;
  return {
    line: timed?.index ?? line.index,
    start: timed?.start ?? line.start,
    speechStart:
      speaker === null
        ? line.start
        : lead?.by === 'line'
          ? line.end
          : (lead?.speechStart ?? line.start),
    speaker,
    ...(startMs === undefined ? {} : { startMs }),
    ...(endMs === undefined ? {} : { endMs }),
  };
};

/** Headings right before a label or over a list (Attendees), and marked labels that are no person's, end the turn before them. */
const breaksIn = (
  prepared: Prepared,
  taken: ReadonlySet<number>,
  marked: ReadonlySet<number>,
): Start[] =>
  prepared.lines
    .filter(
      ({ index, heading, lead }) =>
        !taken.has(index) &&
        (marked.has(index) ||
          (heading && (taken.has(index + 1) || isPartOfDocument(lead?.label ?? '')))),
    )
    .map((line) => startAt(line, null, prepared));

const readLabels = (pattern: LabelPattern, prepared: Prepared): Reading | null => {
  const { lines, header } = prepared;
  const candidates: (readonly [Line, Lead])[] = [];
  const marked = new Set<number>();
  for (const line of lines) {
    const { lead } = line;
    if (lead === null || header.skip.has(line.index) || line.block?.kind === 'note') continue;
    if (lead.label === '' || !pattern.matches(lead, line, prepared)) continue;
    if (pattern.id === 'chat') candidates.push([line, lead]);
    else if (isPartOfDocument(lead.label)) {
      if (pattern.certain && lead.bold) marked.add(line.index);
    } else if (couldBeLabel(lead.label, pattern.certain)) candidates.push([line, lead]);
  }
  if (candidates.length === 0) return null;
  const groups = groupsOf(candidates);
  // A cue has its label on its first line.
  const cues = new Set(
    lines.filter((line) => line.block?.kind === 'cue').map((line) => line.block),
  );
  const body = lines.filter(
    (line) => !header.skip.has(line.index) && line.block?.kind !== 'note' && !line.heading,
  );
  const share = candidates.length / (cues.size > 0 ? cues.size : body.length);
  const accepted = accept({ groups, pattern, share, inCues: cues.size > 0, header });
  const taken = new Set<number>();
  const starts: Start[] = [];
  for (const [line, lead] of candidates) {
    const key = labelKey(lead.label);
    const group = groups.get(key);
    if (group === undefined || !accepted.has(key)) continue;
    taken.add(line.index);
    starts.push(startAt(line, mostCommon(group.spellings), prepared));
  }
  if (starts.length === 0) return null;
  const firstTaken = starts[0]?.line ?? 0;
  const others = breaksIn(prepared, taken, marked).filter((start) => start.line > firstTaken);
  const all = [...starts, ...others].sort((a, b) => a.start - b.start);
  // Where only the label's place tells, one speaker is no evidence, and labels stand before speech.
  const speakers = new Set(starts.map((start) => start.speaker)).size;
  const enough =
    !placed.includes(pattern.id) ||
    (speakers > 1 &&
      (pattern.id === 'label-line'
        ? starts.length < lines.length * 0.7
        : starts.length > lines.length * 0.25));
  return {
    pattern: pattern.id,
    starts: all,
    confidence: enough ? confidenceOf(all, pattern.weight, prepared) : 0,
    ...(pattern.id === 'label-end-time' ? { endTimes: true } : {}),
  };
};

/** Colon patterns that each explain some of the lines: the one that explains most of them weighs most. */
const family: readonly PatternId[] = [
  'label-end-time',
  'bold-colon',
  'label-colon',
  'time-label',
  'label-time',
];

/** What every pattern with a label at the head of a line makes of a document. */
export const labelReadings = (prepared: Prepared): Reading[] => {
  const readings = labelPatterns
    .map((pattern) => readLabels(pattern, prepared))
    .filter((reading) => reading !== null);
  const spoken = (reading: Reading): number =>
    reading.starts.filter((start) => start.speaker !== null).length;
  const most = Math.max(
    1,
    ...readings.filter((reading) => reading.pattern === 'label-colon').map(spoken),
  );
  return readings.map((reading) =>
    family.includes(reading.pattern)
      ? { ...reading, confidence: reading.confidence * Math.min(1, spoken(reading) / most) }
      : reading,
  );
};
