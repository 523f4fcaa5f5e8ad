import type { DetectedSpeaker, DetectedTurn, ImportWarning } from '#shared/model/document.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';
import type { Prepared, Reading, Start } from './turn-patterns.ts';
import type { Header } from './turn-patterns-header.ts';
import { isProfession, labelKey, roleOfLabel } from './turn-patterns-labels.ts';
import { markAtEnd } from './turn-patterns-times.ts';
import { countWords } from './words.ts';

const footer =
  /^(?:\*|_)*(?:transcribed by\b|transcript(?:ion)? (?:by|provided by)\b|automatically transcribed|.{1,60} stopped transcription$|end of (?:transcript|interview|recording)|\[?end\]?$|\[?recording (?:ends|stopped)\]?)/i;

/** Starts of what stands before, after and between speech: title, footnotes, the tool's last line. */
const frame = (reading: Reading, { lines, text }: Prepared): Start[] => {
  const nobody: Start[] = [];
  if (reading.isStated === true) return nobody;
  const put = (index: number): void => {
    const line = lines[index];
    if (line !== undefined) {
      nobody.push({ line: index, start: line.start, speechStart: line.start, speaker: null });
    }
  };
  const first = reading.starts[0]?.line ?? 0;
  if (first > 0) put(0);
  const lastStart = reading.starts.at(-1)?.line ?? 0;
  const note = lines.find((line) => line.block?.kind === 'note');
  if (note !== undefined && note.index > first) put(note.index);
  for (let index = lines.length - 1; index > Math.max(lastStart, lines.length - 4); index--) {
    const line = lines[index];
    if (
      line !== undefined &&
      footer.test(text.slice(line.start, Math.min(line.end, line.start + 80)))
    ) {
      put(index);
      break;
    }
  }
  return nobody;
};

interface Spoken {
  readonly text: string;
  readonly endTimes: boolean;
  /** When the last cue of the stretch ends. */
  readonly cueEndMs: number | undefined;
}

interface Piece {
  readonly start: Start;
  readonly turn: DetectedTurn;
  readonly asks: boolean;
}

const pieceOf = (start: Start, end: number, { text, endTimes, cueEndMs }: Spoken): Piece => {
  let from = Math.min(start.speechStart, end);
  while (from < end && /\s/.test(text[from] ?? '')) from++;
  const speech = text.slice(from, end);
  const mark = endTimes ? markAtEnd(speech.slice(-40)) : null;
  const endMs = mark?.ms ?? cueEndMs ?? start.endMs;
  const said = speech.slice(0, speech.length - (mark?.length ?? 0));
  return {
    start,
    asks: /\?[^\p{L}\p{N}]{0,6}$/u.test(said.slice(-10)),
    turn: {
      start: start.start,
      speechStart: from,
      end,
      speaker: start.speaker,
      words: countWords(said),
      ...(start.startMs === undefined ? {} : { startMs: start.startMs }),
      ...(endMs === undefined ? {} : { endMs }),
    },
  };
};

const trimmedEnd = (text: string, start: number, end: number): number => {
  let to = end;
  while (to > start && /\s/.test(text[to - 1] ?? '')) to--;
  return to;
};

/** Two turns that follow each other as one. */
export const joined = (first: DetectedTurn, second: DetectedTurn): DetectedTurn => {
  const { start, speechStart, speaker, startMs } = first;
  const endMs = second.endMs ?? (second.startMs === undefined ? first.endMs : undefined);
  return {
    start,
    speechStart,
    end: second.end,
    speaker,
    words: first.words + second.words,
    ...(startMs === undefined ? {} : { startMs }),
    ...(endMs === undefined ? {} : { endMs }),
  };
};

/** Turns in which nobody speaks twice running, counted by speaker in the order they first speak. */
export const mergeNeighbours = (turns: readonly DetectedTurn[]): DetectedTurn[] => {
  const merged: DetectedTurn[] = [];
  for (const turn of turns) {
    const last = merged.at(-1);
    if (last !== undefined && turn.speaker !== null && last.speaker === turn.speaker) {
      merged[merged.length - 1] = joined(last, turn);
    } else merged.push(turn);
  }
  return merged;
};

/** Turns and words of each speaker, in the order in which they first speak. */
export const countSpeakers = (
  turns: readonly DetectedTurn[],
): Map<string, { turns: number; words: number }> => {
  const counts = new Map<string, { turns: number; words: number }>();
  for (const { speaker, words } of turns) {
    if (speaker === null) continue;
    const count = counts.get(speaker) ?? { turns: 0, words: 0 };
    counts.set(speaker, { turns: count.turns + 1, words: count.words + words });
  }
  return counts;
};

/** What one speaker asks and says. */
interface Share {
  readonly label: string;
  asks: number;
  count: number;
  words: number;
}

/**
 * The speaker who asks, if one stands out: of two, who asks more and says much less; else who asks
 * in a third of their turns (half of them in a group) and half as often again as the next.
 */
const whoAsks = (labels: readonly string[], pieces: readonly Piece[]): string | null => {
  const shares = new Map<string, Share>(
    labels.map((label) => [label, { label, asks: 0, count: 0, words: 0 }]),
  );
  for (const { turn, asks } of pieces) {
    const share = shares.get(turn.speaker ?? '');
    if (share === undefined) continue;
    share.count++;
    share.words += turn.words;
    if (asks) share.asks++;
  }
  const rate = (share: Share | undefined): number =>
    share === undefined ? 0 : share.asks / share.count;
  const [most, second] = [...shares.values()]
    .filter(({ count }) => count > 3)
    .sort((a, b) => rate(b) - rate(a));
  if (most === undefined || labels.length < 2) return null;
  const listens = labels.length === 2 && second !== undefined && most.words < second.words * 0.6;
  if (listens && rate(most) > rate(second)) return most.label;
  const enough = rate(most) >= (labels.length === 2 ? 0.3 : 0.5);
  return enough && rate(most) > 1.5 * rate(second) ? most.label : null;
};

/** Roles by what labels, a legend or the header say; else who asks is taken for the interviewer. */
const rolesOf = (
  labels: readonly string[],
  pieces: readonly Piece[],
  header: Header,
): Map<string, SpeakerRole> => {
  const roles = new Map<string, SpeakerRole>();
  const named = (key: string): boolean =>
    [...header.interviewers].some(
      (name) => name === key || name.startsWith(`${key} `) || key.startsWith(`${name} `),
    );
  for (const label of labels) {
    const meaning = header.meanings.get(labelKey(label));
    const said =
      meaning === undefined
        ? null
        : (roleOfLabel(meaning) ?? roleOfLabel(meaning.split(/\s+/).at(-1) ?? ''));
    const role = said ?? (named(labelKey(label)) ? 'interviewer' : roleOfLabel(label));
    if (role !== null) roles.set(label, role);
  }
  if (![...roles.values()].includes('interviewer')) {
    const asking = whoAsks(labels, pieces);
    if (asking !== null && (!roles.has(asking) || isProfession(asking))) {
      roles.set(asking, 'interviewer');
    }
  }
  for (const label of labels) if (!roles.has(label)) roles.set(label, 'participant');
  return roles;
};

/** Whether one label is a slip of another: one letter more, less or other. */
const nearlySame = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1 || Math.max(a.length, b.length) < 3) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
};

const onlyLetters = (label: string): string => label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const base = (label: string): string => labelKey(label.replace(/\s*\(.*$/, ''));

const similar = (counts: ReadonlyMap<string, { turns: number }>): ImportWarning[] => {
  const labels = [...counts.keys()].slice(0, 200);
  const pairs: string[] = [];
  for (const rare of labels) {
    for (const common of labels) {
      const fewer = (counts.get(rare)?.turns ?? 0) * 4 <= (counts.get(common)?.turns ?? 0);
      const slip =
        fewer && !/\d/.test(rare + common) && nearlySame(labelKey(rare), labelKey(common));
      const longer = rare !== common && rare.includes('(') && base(rare) === labelKey(common);
      const spacing = rare < common && onlyLetters(rare) === onlyLetters(common);
      if (slip || longer || spacing) pairs.push(`“${rare}” and “${common}”`);
    }
  }
  return pairs.length === 0
    ? []
    : [
        {
          code: 'similar-speakers',
          message: `${pairs.slice(0, 3).join(', ')} may be the same speaker. Merge them if they are.`,
        },
      ];
};

const backwards = (pieces: readonly Piece[], { lines }: Prepared): ImportWarning[] => {
  let last = -1;
  let count = 0;
  let first: Piece | null = null;
  for (const piece of pieces) {
    const { startMs } = piece.turn;
    if (startMs === undefined) continue;
    if (startMs < last) {
      count++;
      first ??= piece;
    }
    last = startMs;
  }
  const line = first === null ? undefined : lines[first.start.line];
  if (line === undefined) return [];
  return [
    {
      code: 'times-go-back',
      message: `Times go back in ${count} ${count === 1 ? 'place' : 'places'}. Speakers may overlap there, or a time may be wrong.`,
    },
  ];
};

/** What a reading comes to: turns, speakers and warnings. */
export interface Built {
  readonly turns: readonly DetectedTurn[];
  readonly speakers: readonly DetectedSpeaker[];
  readonly warnings: readonly ImportWarning[];
}

/** Turns from where people start to speak: in order, apart, and with nothing but space between. */
export const buildTurns = (reading: Reading, prepared: Prepared): Built => {
  const { text, header } = prepared;
  const starts = [...reading.starts, ...frame(reading, prepared)].sort((a, b) => a.start - b.start);
  const pieces = starts.map((start, at) => {
    const after = starts[at + 1];
    const last = prepared.lines[(after?.line ?? prepared.lines.length) - 1]?.block;
    return pieceOf(start, trimmedEnd(text, start.start, after?.start ?? text.length), {
      text,
      endTimes: reading.endTimes === true,
      cueEndMs: last?.kind === 'cue' || last?.kind === 'cell' ? last.endMs : undefined,
    });
  });
  const turns = mergeNeighbours(pieces.map((piece) => piece.turn));
  const counts = countSpeakers(turns);
  const roles = rolesOf([...counts.keys()], pieces, header);
  const speakers = [...counts].map(([label, count]): DetectedSpeaker => {
    const meaning = header.meanings.get(labelKey(label));
    return {
      label,
      ...count,
      suggestedRole: reading.role ?? roles.get(label) ?? 'other',
      ...(meaning === undefined ? {} : { meaning }),
    };
  });
  const warnings: ImportWarning[] = [...similar(counts), ...backwards(pieces, prepared)];
  if (reading.guessed === true) {
    warnings.push({
      code: 'guessed-speaker',
      message:
        'Some paragraphs have no label. Who said them was worked out from the layout. Check a few turns.',
    });
  }
  if (speakers.length === 0) {
    warnings.push({
      code: 'no-speakers',
      message: 'No speakers were found. Each paragraph is a turn of its own.',
    });
  }
  return { turns, speakers, warnings };
};
