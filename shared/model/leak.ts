import { z } from 'zod';
import { idSchema } from './id.ts';

/** What may tell a reader who somebody is. */
const leakKinds = [
  'name',
  'label',
  'e-mail address',
  'web address',
  'handle',
  'phone number',
  'postcode',
  'NHS number',
  'date of birth',
  'date',
  'small group',
  'only one',
] as const;
const leakKindSchema = z.enum(leakKinds);
export type LeakKind = z.infer<typeof leakKindSchema>;

/** Where in a pack: in the texts at its front (no theme), in a theme, or in one of its quotes. */
const leakPlaceSchema = z.object({
  field: z.enum(['pack name', 'title', 'welcome', 'return to', 'name', 'summary', 'quote', 'who']),
  themeId: idSchema.nullable(),
  codingId: idSchema.nullable(),
});
export type LeakPlace = Readonly<z.infer<typeof leakPlaceSchema>>;

/**
 * Words that may identify somebody. `id` stays the same while kind, place and words do, so an answer
 * to it holds until the text is edited. `times` is how often the words stand in that place.
 */
export const leakSchema = leakPlaceSchema.extend({
  id: z.string().max(2000),
  kind: leakKindSchema,
  words: z.string(),
  times: z.int().min(1),
  why: z.string(),
});
export type Leak = Readonly<z.infer<typeof leakSchema>>;
