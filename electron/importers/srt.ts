import type { ReadDocument } from '#shared/model/document.ts';
import { readCues } from './cues.ts';
import type { Decoded } from './encoding.ts';

/** Whether a text starts as SubRip does: a number, then a line of times. */
export const isSrt = (text: string): boolean =>
  /^\s*\d{1,6}[ \t]*\n\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(text.slice(0, 400));

/** A SubRip file. Throws `Refused` when it has no cue with a time. */
export const readSrt = (decoded: Decoded): ReadDocument => readCues(decoded, 'srt');
