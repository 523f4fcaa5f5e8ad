import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, positionSchema, proseSchema } from './id.ts';

export const answers = ['this fits', 'not quite', 'something is missing'] as const;
const answerSchema = z.enum(answers);
export type Answer = z.infer<typeof answerSchema>;

const outcomes = ['open', 'changed', 'not changed'] as const;
const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What one reviewer, by role or pseudonym, sent back on a review pack. */
export const replySchema = z.object({
  id: idSchema,
  packId: idSchema,
  reviewer: nameSchema,
  role: z.string().max(200),
  sha256: z.string().length(64),
  answeredAt: instantSchema,
  receivedAt: instantSchema,
});
export type Reply = Readonly<z.infer<typeof replySchema>>;

/**
 * One answer of a reply, on a theme or (`themeName` null) on the whole. A theme that was deleted
 * leaves its name. `outcomeNote` says what was changed, or why nothing was.
 */
export const replyItemSchema = z.object({
  id: idSchema,
  replyId: idSchema,
  position: positionSchema,
  themeId: idSchema.nullable(),
  themeName: z.string().nullable(),
  answer: answerSchema.nullable(),
  comment: proseSchema,
  outcome: outcomeSchema,
  outcomeNote: proseSchema,
  outcomeAt: instantSchema.nullable(),
});
export type ReplyItem = Readonly<z.infer<typeof replyItemSchema>>;
