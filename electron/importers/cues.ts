import type { Block, ImportWarning, ReadDocument } from '#shared/model/document.ts';
import type { Decoded } from './encoding.ts';
import { Refused } from './refusal.ts';

/**
 * Cues are read here rather than by a captions library: players drop what they cannot show (a cue
 * that ends when it starts, words under a broken time, a line that looks like a setting), and in a
 * transcript no word may go.
 */
interface Cue {
  readonly lines: string[];
  readonly startMs?: number;
  readonly endMs?: number;
}

interface Segment {
  readonly text: string;
  readonly voice?: string;
}

const time = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
const timing = new RegExp(String.raw`^\s*${time}\s*-->\s*${time}(?:\s|$)`);
const brokenTiming = /^\s*[\d:.,]{3,16}\s*-->/;

const milliseconds = (parts: readonly (string | undefined)[]): number => {
  const [hours = '0', minutes = '0', seconds = '0', fraction = ''] = parts;
  return (
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 +
    Number(fraction.padEnd(3, '0'))
  );
};

/** What a file's lines hold, in order: cues, words outside a cue, and what is not speech. */
interface Found {
  readonly cues: Cue[];
  readonly warnings: ImportWarning[];
}

const cuesOf = (text: string): Found => {
  const lines = text.split('\n');
  const cues: Cue[] = [];
  const warnings: ImportWarning[] = [];
  let comments = 0;
  let untimed = 0;
  let untimedLine = 0;
  let pending: string[] = [];
  let cue: Cue | null = null;
  let skipping = false;

  const withoutTime = (line: number): void => {
    if (untimed++ === 0) untimedLine = line;
  };
  const keepPending = (line: number): void => {
    if (pending.length > 0) {
      withoutTime(line);
      cues.push({ lines: pending });
    }
    pending = [];
  };

  lines.forEach((line, index) => {
    const blank = line.trim() === '';
    if (index === 0 && /^\s*WEBVTT(?:\s|$)/.test(line)) skipping = true;
    else if (blank) {
      if (!skipping && cue === null) keepPending(index);
      skipping = false;
      cue = null;
    } else {
      const times = line.includes('-->') ? timing.exec(line) : null;
      if (skipping && times === null) return;
      skipping = false;
      if (times !== null || brokenTiming.test(line)) {
        if (cue !== null && /^\d+$/.test(cue.lines.at(-1) ?? '')) cue.lines.pop();
        pending.pop();
        keepPending(index);
        cue =
          times === null
            ? { lines: [] }
            : {
                lines: [],
                startMs: milliseconds(times.slice(1, 5)),
                endMs: milliseconds(times.slice(5, 9)),
              };
        cues.push(cue);
        if (times === null) withoutTime(index + 1);
      } else if (cue !== null) cue.lines.push(line.trimEnd());
      else if (pending.length === 0 && /^NOTE(?:\s|$)/.test(line)) {
        comments++;
        skipping = true;
      } else if (pending.length === 0 && /^(?:STYLE|REGION)\s*$/.test(line)) skipping = true;
      else pending.push(line.trimEnd());
    }
  });
  if (cue === null && !skipping) keepPending(lines.length);
  if (untimed > 0) {
    warnings.push({
      code: 'cue-without-time',
      message: `${untimed} ${untimed === 1 ? 'subtitle has' : 'subtitles have'} no time that can be read. The words were kept.`,
      line: untimedLine,
    });
  }
  if (comments > 0) {
    warnings.push({
      code: 'cue-comments-left-out',
      message: `${comments} ${comments === 1 ? 'comment' : 'comments'} (NOTE) in the subtitle file are not speech and were left out.`,
    });
  }
  return { cues, warnings };
};

/** Only the marks of WebVTT and SubRip: anything else in angle brackets is the transcriber's. */
const mark =
  /<(\/?)(v|c|i|b|u|s|ruby|rt|lang|font)(?:\.[^\s<>]{0,100})?(?:[ \t\n]+([^<>]{0,300}))?>|<\d{1,3}:[\d:.]{2,12}>|\{\\an?\d\}/g;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};
const entity = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,4});/gi;

const decodeEntities = (text: string): string =>
  text.replace(entity, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const point = Number(name.replace(/^#(x?)/i, (_, hex: string) => (hex === '' ? '' : '0x')));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : whole;
  });

const segmentsOf = (payload: string, entitiesToo: boolean): Segment[] => {
  const segments: Segment[] = [];
  const plain = (text: string): string => (entitiesToo ? decodeEntities(text) : text);
  let voice: string | undefined;
  let text = '';
  let from = 0;
  const close = (): void => {
    const words = text.trim();
    if (words !== '') segments.push({ text: words, ...(voice ? { voice } : {}) });
    text = '';
  };
  for (const found of payload.matchAll(mark)) {
    text += plain(payload.slice(from, found.index));
    from = found.index + found[0].length;
    if (found[2] !== 'v') continue;
    close();
    voice =
      found[1] === '/'
        ? undefined
        : plain(found[3] ?? '')
            .replace(/\s+/g, ' ')
            .replace(/[\s:]+$/, '')
            .trim()
            .slice(0, 200);
  }
  text += plain(payload.slice(from));
  close();
  return segments;
};

/** A WebVTT or SubRip file: the words of its cues, one cue a line, with times and voices beside. */
export const readCues = (decoded: Decoded, format: 'vtt' | 'srt'): ReadDocument => {
  const { cues, warnings } = cuesOf(decoded.text);
  const blocks: Block[] = [];
  let text = '';
  for (const { lines, startMs, endMs } of cues) {
    for (const { text: words, voice } of segmentsOf(lines.join('\n'), format === 'vtt')) {
      if (text !== '') text += '\n';
      const start = text.length;
      text += words;
      blocks.push({
        kind: 'cue',
        start,
        end: text.length,
        ...(startMs === undefined ? {} : { startMs }),
        ...(endMs === undefined ? {} : { endMs }),
        ...(voice === undefined ? {} : { voice }),
      });
    }
  }
  if (!blocks.some((block) => block.startMs !== undefined)) {
    throw new Refused(
      'damaged',
      `No subtitles with times were found in the file. If it is plain text, rename it to end in .txt and import it again.`,
    );
  }
  return {
    format,
    text,
    blocks,
    encoding: decoded.encoding,
    warnings: [...decoded.warnings, ...warnings],
  };
};
