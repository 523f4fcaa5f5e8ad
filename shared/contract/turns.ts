import { z } from 'zod';
import { idSchema, nameSchema } from '#shared/model/id.ts';
import { sourceSchema } from '#shared/model/source.ts';
import { turnSchema } from '#shared/model/turn.ts';
import { followings } from '#shared/text/follow.ts';
import { call } from './call.ts';

/** What a turn says now and shall say. `before` is checked, so that nobody's words are overwritten. */
const speechSchema = z.strictObject({ turnId: idSchema, before: z.string(), after: z.string() });
const speechesSchema = z.array(speechSchema).min(1).max(100_000).readonly();
export type Speech = Readonly<z.infer<typeof speechSchema>>;

/** Codings of which an edit may take all words. Without being named here, none is lost. */
const loseSchema = z.array(idSchema).max(100_000).readonly().default([]);

/** Words of one turn (counted from 1) that others take the place of. */
const wordChangeSchema = z.object({ turn: z.int().min(1), before: z.string(), after: z.string() });

/** A coding that does more than move, with its words before and after, long ones cut. */
const codingEffectSchema = z.object({
  codingId: idSchema,
  codeId: idSchema,
  coderId: idSchema,
  turn: z.int().min(1),
  change: z.enum(followings).exclude(['moved']),
  before: z.string(),
  after: z.string(),
  memos: z.int().min(0),
});
export type CodingEffect = Readonly<z.infer<typeof codingEffectSchema>>;

/**
 * What an edit of a text does, or would do. Lists are whole up to their first 1,000 entries, except
 * for what would be lost, which is always whole; counts are of everything.
 */
const textEffectSchema = z.object({
  words: z.object({ count: z.int(), list: z.array(wordChangeSchema).readonly() }),
  codings: z.object({
    /** How many only move, or have some of their words put right, or more: by kind. */
    count: z.record(z.enum(followings), z.int()),
    list: z.array(codingEffectSchema).readonly(),
  }),
  /** Notes at places: how many move, and which lose their words and become notes on the source. */
  notes: z.object({
    moved: z.int(),
    loosened: z.array(z.object({ memoId: idSchema, title: z.string() })).readonly(),
  }),
  /** Words that memos quote: how many move, and how many are taken out of the text. */
  quotes: z.object({ moved: z.int(), emptied: z.int() }),
});
export type TextEffect = Readonly<z.infer<typeof textEffectSchema>>;

const edited = z.object({ source: sourceSchema, effect: textEffectSchema });

/** Turns of transcripts, corrected after coding: codings, notes and turns move with the words. */
export const turnsCalls = {
  'turns.preview': call({
    effect: 'read',
    summary: 'What correcting the speech of turns would do to words, codings and notes',
    input: z.strictObject({ sourceId: idSchema, speeches: speechesSchema }),
    output: textEffectSchema,
  }),
  'turns.correct': call({
    effect: 'edit',
    summary:
      'Correct the speech of one or many turns; fails where a coding would lose all its words and is not named in `lose`',
    input: z.strictObject({
      sourceId: idSchema,
      speeches: speechesSchema,
      lose: loseSchema,
      /** What was replaced by what throughout, for the name of the step. */
      replacing: z.strictObject({ before: z.string(), after: z.string() }).optional(),
    }),
    output: edited,
  }),
  'turns.split': call({
    effect: 'edit',
    summary:
      'Make two turns of one at a place of the text (UTF-16 code units); the words stay as they are',
    input: z.strictObject({ turnId: idSchema, at: z.int().min(1) }),
    output: z.object({ first: turnSchema, second: turnSchema }),
  }),
  'turns.previewMerge': call({
    effect: 'read',
    summary: 'What merging a turn with the next would do to words, codings and notes',
    input: z.strictObject({ turnId: idSchema }),
    output: textEffectSchema,
  }),
  'turns.merge': call({
    effect: 'edit',
    summary:
      'Make one turn of this and the next; the label of the second, as typed, goes from the text',
    input: z.strictObject({ turnId: idSchema, lose: loseSchema }),
    output: z.object({ turn: turnSchema, effect: textEffectSchema }),
  }),
  'turns.setSpeaker': call({
    effect: 'edit',
    summary: 'Say who speaks in turns: a speaker of the source, a new one by label, or nobody',
    input: z.strictObject({
      turnIds: z.array(idSchema).min(1).max(100_000),
      speaker: z
        .union([z.strictObject({ id: idSchema }), z.strictObject({ label: nameSchema })])
        .nullable(),
    }),
    output: z.array(turnSchema).readonly(),
  }),
} as const;
