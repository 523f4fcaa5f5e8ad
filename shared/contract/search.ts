import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { memoTargetSchema } from '#shared/model/memo.ts';
import { speakerRoleSchema } from '#shared/model/speaker.ts';
import { call } from './call.ts';

export const searchKinds = ['transcript', 'memo', 'code', 'theme'] as const;
const searchKindSchema = z.enum(searchKinds);
export type SearchKind = z.infer<typeof searchKindSchema>;

const ids = z.array(idSchema).max(10_000).readonly().default([]);

/** Which speech counts; an empty list lets all pass. A turn's case is its speaker's, else its source's. */
export const searchScopeSchema = z.strictObject({
  groupIds: ids,
  timePointIds: ids,
  caseIds: ids,
  sourceIds: ids,
  speakerLabels: z.array(z.string().max(200)).max(1000).readonly().default([]),
  speakerRoles: z.array(speakerRoleSchema).max(3).readonly().default([]),
});
export type SearchScope = Readonly<z.output<typeof searchScopeSchema>>;

/** The longest query or expression, in UTF-16 code units. */
export const longestQuery = 1000;

/** What is looked for. With any scope set only transcripts are searched: nothing else has a speaker. */
export const searchQuestionSchema = z.strictObject({
  query: z.string().max(longestQuery),
  /** Words as `parseQuery` reads them, or a regular expression of JavaScript, capitals or not. */
  how: z.enum(['words', 'regex']).default('words'),
  /** Finds other forms of a word too: worry, worries, worried. */
  stems: z.boolean().default(true),
  /** False while typing: the last word finds what begins so. */
  whole: z.boolean().default(false),
  kinds: z.array(searchKindSchema).max(4).readonly().default(searchKinds),
  scope: searchScopeSchema.prefault({}),
});
export type SearchQuestion = Readonly<z.output<typeof searchQuestionSchema>>;

/** A hit in its context, in one line: `left`, `words` and `right` follow each other in the text. */
const hitSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  left: z.string(),
  words: z.string(),
  right: z.string(),
});
export type SearchHit = Readonly<z.infer<typeof hitSchema>>;

const turnFoundSchema = z.object({
  kind: z.literal('transcript'),
  entry: z.int(),
  sourceId: idSchema,
  sourceName: z.string(),
  turn: z.int().min(1),
  speaker: z.string().nullable(),
  /** Ranges are of the source's text, in UTF-16 code units. */
  hits: z.array(hitSchema).readonly(),
});
export type TurnFound = Readonly<z.infer<typeof turnFoundSchema>>;

const recordFoundSchema = z.object({
  kind: z.enum(['memo', 'code', 'theme']),
  entry: z.int(),
  id: idSchema,
  name: z.string(),
  /** What a memo is on; null for codes and themes. */
  target: z.object({ kind: memoTargetSchema, id: idSchema.nullable() }).nullable(),
  /** Ranges are of the record's words, one field after another. */
  hits: z.array(hitSchema).readonly(),
});
export type RecordFound = Readonly<z.infer<typeof recordFoundSchema>>;
export type Found = TurnFound | RecordFound;

/** How many texts of each kind and turns of each source have it; counting stops at a limit. */
const countSchema = z.object({
  kinds: z.record(searchKindSchema, z.int().min(0)),
  sources: z.array(z.object({ sourceId: idSchema, turns: z.int().min(1) })).readonly(),
  /** Whether there are more than were counted. */
  more: z.boolean(),
});
export type SearchCount = Readonly<z.infer<typeof countSchema>>;

const wait = {
  /** Waits until all that was written is in the index, however much; else answers from what is. */
  complete: z.boolean().default(false),
};

/** Finding words in everything that was said and written. */
export const searchCalls = {
  'search.find': call({
    effect: 'read',
    summary:
      'Words or a regular expression in transcripts, memos, codes and themes: hits in context, a page at a time',
    input: z.strictObject({
      ...searchQuestionSchema.shape,
      ...wait,
      /** `next` of the page before. */
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(50),
    }),
    output: z.object({
      found: z.array(z.discriminatedUnion('kind', [turnFoundSchema, recordFoundSchema])).readonly(),
      /** Where the next page begins; null at the end. A page can be short of its limit, even empty. */
      next: z.int().nullable(),
      /** How many records are not indexed as they are now. */
      pending: z.int().min(0),
    }),
  }),
  'search.count': call({
    effect: 'read',
    summary: 'How many texts have the words, by kind and by source',
    input: z.strictObject({ ...searchQuestionSchema.omit({ how: true }).shape, ...wait }),
    output: countSchema,
  }),
  'search.nearest': call({
    effect: 'read',
    summary: 'Words of the project that are spelt much like a word, the likeliest first',
    input: z.strictObject({ word: z.string().min(1).max(100) }),
    output: z.array(z.string()).readonly(),
  }),
} as const;
