import { z } from 'zod';
import { idSchema, instantSchema } from '#shared/model/id.ts';
import { answerSchema, outcomeSchema, repliedSchema, replySchema } from '#shared/model/reply.ts';
import { call } from './call.ts';
import { callErrorSchema } from './errors.ts';
import { fileTokenSchema } from './project.ts';

const who = replySchema.pick({ reviewer: true, role: true }).shape;

/** Why a file is not taken as a reply; in `details.reason` of its error. */
export type ReplyRefusal =
  | 'too-large'
  | 'not-text'
  | 'not-reply'
  | 'newer'
  | 'damaged'
  | 'unknown-pack'
  | 'not-of-pack'
  | 'empty'
  | 'duplicate';

const replyImportSchema = z.object({
  token: fileTokenSchema,
  file: z.string(),
  status: z.enum(['imported', 'duplicate', 'refused']),
  /** The reply, also where it was there already. */
  replyId: idSchema.nullable(),
  reviewer: z.string().nullable(),
  items: z.int(),
  /** Something to know of a reply that was taken, for example that its reviewer replied before. */
  warnings: z.array(z.string()).readonly(),
  error: callErrorSchema.nullable(),
});
export type ReplyImport = Readonly<z.infer<typeof replyImportSchema>>;

/** What reviewers sent back on review packs, and what came of it. */
export const repliesCalls = {
  'replies.list': call({
    effect: 'read',
    summary: 'A page of answers, by pack and theme or by when they were decided, and how many',
    input: z.strictObject({
      packId: idSchema.nullable().default(null),
      themeId: idSchema.nullable().default(null),
      state: z.enum(['all', 'open', 'decided']).default('all'),
      order: z.enum(['theme', 'decided']).default('theme'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({
      total: z.int(),
      /** How many are open of those asked for, whatever their state. */
      open: z.int(),
      items: z.array(repliedSchema).readonly(),
    }),
  }),
  'replies.get': call({
    effect: 'read',
    summary: 'One answer with whose it is; null when it is no longer there',
    input: z.strictObject({ itemId: idSchema }),
    output: repliedSchema.nullable(),
  }),
  'replies.import': call({
    effect: 'job',
    summary: 'Import reply files, each as one change set; one bad file never stops the rest',
    input: z.strictObject({
      files: z
        .array(z.strictObject({ token: fileTokenSchema, name: z.string().max(500).optional() }))
        .min(1)
        .max(5000),
    }),
    output: z.object({ files: z.array(replyImportSchema).readonly() }),
  }),
  'replies.add': call({
    effect: 'edit',
    summary: 'Type in a reply that came on paper or was told',
    input: z.strictObject({
      packId: idSchema,
      ...who,
      role: who.role.default(''),
      /** When the reviewer answered; now when absent. */
      answeredAt: instantSchema.optional(),
      answers: z
        .array(
          z.strictObject({
            /** A theme of the pack; null for the whole. */
            themeId: idSchema.nullable(),
            answer: answerSchema.nullable().default(null),
            comment: z.string().max(100_000).default(''),
          }),
        )
        .min(1)
        .max(200)
        .readonly(),
    }),
    output: replySchema,
  }),
  'replies.update': call({
    effect: 'edit',
    summary: 'Say by which role or pseudonym a reply goes',
    input: z.strictObject({
      id: idSchema,
      reviewer: who.reviewer.optional(),
      role: who.role.optional(),
    }),
    output: replySchema,
  }),
  'replies.delete': call({
    effect: 'edit',
    summary: 'Delete a reply with its answers and their outcomes',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
  'replies.decide': call({
    effect: 'edit',
    summary: 'Say what came of an answer: what was changed, or why nothing was; or open it again',
    input: z.strictObject({
      itemId: idSchema,
      outcome: outcomeSchema,
      outcomeNote: z.string().max(100_000).default(''),
    }),
    output: repliedSchema,
  }),
} as const;
