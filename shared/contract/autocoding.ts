import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { call } from './call.ts';
import { searchQuestionSchema, searchScopeSchema } from './search.ts';

export const extents = ['hit', 'sentence', 'turn'] as const;
const extentSchema = z.enum(extents);
export type Extent = z.infer<typeof extentSchema>;

/** An interviewer's words count as a question of the guide from this likeness on, unless told otherwise. */
export const usualLikeness = 0.6;

const promptSchema = z.string().trim().min(1).max(500);

/** What finds the passages to be coded. */
const wayOfCodingSchema = z.discriminatedUnion('by', [
  /** Hits of a search in transcripts, their sentences or their turns. */
  z.strictObject({
    by: z.literal('search'),
    extent: extentSchema,
    ...searchQuestionSchema.omit({ scope: true, kinds: true }).shape,
  }),
  /** Every turn of the speakers with these labels, in the scope. Tables have a label for each column. */
  z.strictObject({
    by: z.literal('speaker'),
    labels: z.array(z.string().min(1).max(200)).min(1).max(1000).readonly(),
  }),
  /** The answers to questions of the interview guide: all that is said until the next question. */
  z.strictObject({
    by: z.literal('question'),
    prompts: z.array(promptSchema).min(1).max(200).readonly(),
    likeness: z.number().min(0.1).max(1).default(usualLikeness),
  }),
]);
export type WayOfCoding = Readonly<z.output<typeof wayOfCodingSchema>>;

const proposalSchema = z.object({
  sourceId: idSchema,
  sourceName: z.string(),
  /** A range of the source's text, in UTF-16 code units. */
  start: z.int().min(0),
  end: z.int().min(1),
  left: z.string(),
  words: z.string(),
  right: z.string(),
  turn: z.int().min(1),
  speaker: z.string().nullable(),
  /** Which label or prompt found it, counted from 0; 0 for a search. */
  of: z.int().min(0),
  /** For a question: what the interviewer said, and how like the prompt it is, 0 to 1. */
  question: z.object({ words: z.string(), likeness: z.number() }).nullable(),
  /** Codes that the current coder has given this very range already. */
  codeIds: z.array(idSchema).readonly(),
});
export type Proposal = Readonly<z.infer<typeof proposalSchema>>;

/** Coding much at once, always looked through before: `codings.createMany` applies what was kept. */
export const autocodingCalls = {
  'autocoding.propose': call({
    effect: 'read',
    summary: 'The passages that a search, speakers or questions would code, a page at a time',
    input: z.strictObject({
      way: wayOfCodingSchema,
      scope: searchScopeSchema.prefault({}),
      /** `next` of the page before. */
      after: z.int().min(0).default(0),
      /** About how many; a page ends with a whole text or source. */
      limit: z.int().min(1).max(1000).default(500),
    }),
    output: z.object({
      proposals: z.array(proposalSchema).readonly(),
      next: z.int().nullable(),
    }),
  }),
  'autocoding.speakers': call({
    effect: 'read',
    summary: 'The labels of speakers in all sources, with how much they say',
    input: z.strictObject({ scope: searchScopeSchema.prefault({}) }),
    output: z
      .array(
        z.object({
          label: z.string(),
          roles: z.array(z.string()).readonly(),
          sources: z.int(),
          turns: z.int(),
        }),
      )
      .readonly(),
  }),
  'autocoding.questions': call({
    effect: 'read',
    summary: 'Questions that interviewers ask in several sources, the most asked first',
    input: z.strictObject({ scope: searchScopeSchema.prefault({}) }),
    output: z.array(z.object({ words: z.string(), sources: z.int() })).readonly(),
  }),
} as const;
