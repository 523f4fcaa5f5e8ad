import { z } from 'zod';
import { speakerRoleSchema } from './speaker.ts';

/** The formats that are read. */
export const documentFormats = ['txt', 'md', 'docx', 'vtt', 'srt', 'csv'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What a reader or the search for speakers has to say about a file that was taken. */
const importWarningCodes = [
  'encoding-uncertain',
  'mojibake',
  'damaged-characters',
  'control-characters',
  'wrong-extension',
  'hidden-text',
  'tracked-changes',
  'comments-left-out',
  'notes-at-end',
  'headers-left-out',
  'pictures-left-out',
  'text-left-out',
  'cue-without-time',
  'cue-comments-left-out',
  'table-uneven',
  'columns-left-out',
  'no-speakers',
  'pattern-not-found',
  'guessed-speaker',
  'similar-speakers',
  'times-go-back',
] as const;
const importWarningSchema = z.object({
  code: z.enum(importWarningCodes),
  message: z.string(),
  /** The line of the text, counted from 1. */
  line: z.int().min(1).optional(),
});
export type ImportWarning = Readonly<z.infer<typeof importWarningSchema>>;

/** Why a file was not taken. */
export const importRefusalCodes = [
  'empty-file',
  'unsupported-format',
  'encrypted',
  'damaged',
  'too-large',
  'unsafe-archive',
  'unsafe-xml',
  'not-text',
  'unknown-encoding',
  'time-limit',
  'memory-limit',
  'stopped',
] as const;
const importRefusalSchema = z.object({
  code: z.enum(importRefusalCodes),
  message: z.string(),
});
export type ImportRefusalCode = (typeof importRefusalCodes)[number];
export type ImportRefusal = Readonly<z.infer<typeof importRefusalSchema>>;

/** A half-open stretch `[start, end)` of a document's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A part of a document's text as its format divides it: a paragraph (a line, in plain text), a row
 * of a table, a cell of a table of values, a cue of a subtitle file, or a footnote that was moved to
 * the end. Blocks are in order and do not overlap; blank lines belong to none. Times in milliseconds.
 */
export interface Block extends Span {
  readonly kind: 'paragraph' | 'row' | 'cell' | 'cue' | 'note';
  /** 1 to 6 for a heading. */
  readonly heading?: number;
  /** What Word shows in bold; in Markdown the asterisks are in the text and tell. */
  readonly bold?: readonly Span[];
  /** The cells of a row. */
  readonly cells?: readonly Span[];
  readonly startMs?: number;
  readonly endMs?: number;
  /** The speaker that a subtitle file or a table names beside the words. */
  readonly voice?: string;
  /** The column of answers that a cell is in, by the name in the table's head. */
  readonly column?: string;
}

/** A file as read: its words with LF line ends and no byte order mark, and how it was divided. */
export interface ReadDocument {
  readonly format: DocumentFormat;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly encoding?: string;
  readonly warnings: readonly ImportWarning[];
}

/** The ways transcripts tell speakers apart, with the words and the example the screen shows. */
export const patterns = {
  voice: { name: 'Speakers named by the file', example: '<v Anna>Yes.' },
  columns: { name: 'Each column of answers as a speaker', example: 'What helped?' },
  table: { name: 'Table with a column of speakers', example: 'Anna | Yes.' },
  chat: { name: 'Chat: time, name and message', example: '00:12:03  Anna:  Yes.' },
  'label-time': { name: 'Name and time', example: 'Anna  0:12' },
  'time-label': { name: 'Time and name', example: '[00:00:12] Anna: Yes.' },
  'label-end-time': { name: 'Name first, time at the end', example: 'A: Yes. #00:00:12-5#' },
  'bold-colon': { name: 'Name in bold, with a colon', example: '**Anna:** Yes.' },
  'label-colon': { name: 'Name and colon', example: 'Anna: Yes.' },
  'bold-line': { name: 'Name in bold on a line of its own', example: '**Anna**' },
  'heading-label': { name: 'Name as a heading', example: '### Anna' },
  'bracket-tag': { name: 'Name in brackets', example: '[anna] Yes.' },
  'label-tab': { name: 'Name and tab', example: 'Anna →  Yes.' },
  'bold-label': { name: 'Name in bold, without a colon', example: '**Anna** Yes.' },
  'label-line': { name: 'Name on a line of its own', example: 'Anna' },
  'one-label': { name: 'Only one speaker is labelled', example: 'I: And then?' },
  'numbered-question': { name: 'Numbered questions', example: 'Question 1: And then?' },
  'bold-question': { name: 'Questions in bold', example: '**And then?**' },
  alternating: { name: 'Two speakers take turns, paragraph by paragraph', example: '' },
  none: { name: 'No speakers: one turn for each paragraph', example: '' },
} as const;
export type PatternId = keyof typeof patterns;
export const patternIdSchema = z.enum(Object.keys(patterns) as [PatternId, ...PatternId[]]);

/**
 * A stretch of speech. `[start, end)` covers the turn with its label and time as typed,
 * `[speechStart, end)` is what was said; offsets in UTF-16 code units, times in milliseconds.
 * `speaker` is null for what nobody said: the title, a heading between turns, a footnote.
 */
const detectedTurnSchema = z.object({
  start: z.int().min(0),
  speechStart: z.int().min(0),
  end: z.int().min(0),
  speaker: z.string().nullable(),
  words: z.int().min(0),
  startMs: z.int().min(0).optional(),
  endMs: z.int().min(0).optional(),
});
export type DetectedTurn = Readonly<z.infer<typeof detectedTurnSchema>>;

/** A label with what is counted under it; `meaning` is what a legend in the text says of it. */
const detectedSpeakerSchema = z.object({
  label: z.string(),
  turns: z.int().min(0),
  words: z.int().min(0),
  suggestedRole: speakerRoleSchema,
  meaning: z.string().optional(),
});
export type DetectedSpeaker = Readonly<z.infer<typeof detectedSpeakerSchema>>;

/** What was found in a document under one pattern. */
const detectionSchema = z.object({
  pattern: patternIdSchema,
  turns: z.array(detectedTurnSchema).readonly(),
  speakers: z.array(detectedSpeakerSchema).readonly(),
  warnings: z.array(importWarningSchema).readonly(),
});
export type Detection = Readonly<z.infer<typeof detectionSchema>>;

/** One way to read a document, for the researcher to choose from; confidence from 0 to 1. */
const alternativeSchema = z.object({
  pattern: patternIdSchema,
  turns: z.int(),
  speakers: z.int(),
  confidence: z.number().min(0).max(1),
});
export type Alternative = Readonly<z.infer<typeof alternativeSchema>>;

/**
 * What the researcher corrects of a detection, by label as found: `as` renames, and merges the
 * labels that end up alike; `remove` says that the label is no speaker, so that its words go to
 * the turn before.
 */
export const speakerCorrectionSchema = z.object({
  label: z.string(),
  as: z.string().min(1).max(200).optional(),
  role: speakerRoleSchema.optional(),
  remove: z.boolean().optional(),
});
export type SpeakerCorrection = Readonly<z.infer<typeof speakerCorrectionSchema>>;
