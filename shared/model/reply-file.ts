import { z } from 'zod';
import { canonicalJson } from '#shared/text/canonical-json.ts';
import { sha256 } from '#shared/text/sha256.ts';
import { idSchema, instantSchema } from './id.ts';
import { answers } from './reply.ts';

/** One answer as a reviewer saved it: on a theme, or (`themeId` and `themeName` null) on the whole. */
const replyFileAnswerSchema = z.strictObject({
  themeId: idSchema.nullable(),
  themeName: z.string().max(200).nullable(),
  answer: z.enum(answers).nullable(),
  comment: z.string().max(100_000),
});
export type ReplyFileAnswer = Readonly<z.infer<typeof replyFileAnswerSchema>>;

/**
 * What a review pack saves for its reviewer to send back: one small JSON file. `checksum` is
 * `replyChecksum` of all the rest, so that a file that was cut short or changed is noticed. It is no
 * signature: whoever changes a file on purpose can work it out again.
 */
export const replyFileSchema = z.strictObject({
  format: z.literal('understory-reply'),
  version: z.literal(1),
  packId: idSchema,
  packName: z.string().max(200),
  /** A made-up name or initials; `No name given` where the reviewer left it empty. */
  reviewer: z.string().min(1).max(200),
  role: z.string().max(200),
  answeredAt: instantSchema,
  answers: z.array(replyFileAnswerSchema).max(200).readonly(),
  checksum: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type ReplyFile = Readonly<z.infer<typeof replyFileSchema>>;

/**
 * The checksum of a reply: SHA-256 of its canonical JSON, without the field `checksum` if it is
 * there. Taken of the JSON as it was read, before anything is trimmed or put in lower case.
 */
export const replyChecksum = (reply: Readonly<Record<string, unknown>>): string => {
  const { checksum: _, ...rest } = reply;
  return sha256(canonicalJson(rest));
};
