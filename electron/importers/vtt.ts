import type { ReadDocument } from '#shared/model/document.ts';
import { readCues } from './cues.ts';
import type { Decoded } from './encoding.ts';

/** Whether a text says that it is WebVTT. Spaces before the signature are forgiven. */
export const isVtt = (text: string): boolean => /^\s*WEBVTT(?:\s|$)/.test(text.slice(0, 200));

/** A WebVTT file. Throws `Refused` when it has no cue with a time. */
export const readVtt = (decoded: Decoded): ReadDocument =>
  readCues({ ...decoded, text: decoded.text.trimStart() }, 'vtt');
