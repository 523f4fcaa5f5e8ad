import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, positionSchema, proseSchema } from './id.ts';

export const answers = ['this fits', 'not quite', 'something is missing'] as const;
export const answerSchema = z.enum(answers);
export type Answer = z.infer<typeof answerSchema>;

export const outcomes = ['open', 'changed', 'not changed'] as const;
export const outcomeSchema = z.enum(outcomes);
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

/** An answer with whose it is and what it was on. `comment` and `reviewer` are text, never markup. */
export const repliedSchema = replyItemSchema.extend({
  ...replySchema.pick({
    packId: true,
    reviewer: true,
    role: true,
    answeredAt: true,
    receivedAt: true,
  }).shape,
  packName: nameSchema,
});
export type Replied = Readonly<z.infer<typeof repliedSchema>>;
