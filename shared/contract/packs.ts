import { z } from 'zod';
import { idSchema, nameSchema } from '#shared/model/id.ts';
import { packCheckSchema } from '#shared/model/pack-check.ts';
import {
  packContentsSchema,
  packQuoteSchema,
  packThemeSchema,
  reviewPackSchema,
} from '#shared/model/review-pack.ts';
import { call } from './call.ts';

/** More quotes than this tire a reader. */
export const mostQuotes = 6;

/** Contents on their way to a pack; `checked` says that the researcher has read the quote for it. */
const packDraftSchema = packContentsSchema.extend({
  themes: z
    .array(
      packThemeSchema.extend({
        quotes: z
          .array(packQuoteSchema.extend({ checked: z.boolean() }))
          .max(mostQuotes)
          .readonly(),
      }),
    )
    .max(100)
    .readonly(),
});
export type PackDraft = Readonly<z.infer<typeof packDraftSchema>>;

/** Real names to look for. They are used for the check alone and are never stored. */
const namesSchema = z.array(z.string().trim().min(2).max(200)).max(5000).readonly();

const packRowSchema = reviewPackSchema.omit({ contents: true }).extend({
  themes: z.int(),
  quotes: z.int(),
  replies: z.int(),
});
export type PackRow = Readonly<z.infer<typeof packRowSchema>>;

/** What people outside the team are given to read, answer and send back. */
export const packsCalls = {
  'packs.list': call({
    effect: 'read',
    summary: 'Every review pack that was made, newest first, with how much is in it',
    input: z.strictObject({}),
    output: z.array(packRowSchema).readonly(),
  }),
  'packs.get': call({
    effect: 'read',
    summary: 'A review pack with its contents (JSON), as they were given',
    input: z.strictObject({ id: idSchema }),
    output: reviewPackSchema,
  }),
  'packs.check': call({
    effect: 'read',
    summary:
      'Look through a draft for what may identify somebody, for its reading age and for jargon',
    input: z.strictObject({
      name: nameSchema.default('Review pack'),
      contents: packDraftSchema,
      names: namesSchema.default([]),
    }),
    output: packCheckSchema,
  }),
  'packs.create': call({
    effect: 'edit',
    summary: 'Keep a review pack; every quote is checked and every leak edited away or answered',
    input: z.strictObject({
      name: nameSchema,
      contents: packDraftSchema,
      names: namesSchema.default([]),
      /** The ids of what packs.check found, and somebody says does not identify anybody. */
      notIdentifying: z.array(z.string().max(2000)).max(10_000).readonly().default([]),
    }),
    output: reviewPackSchema,
  }),
  'packs.delete': call({
    effect: 'edit',
    summary: 'Delete a review pack that nobody has replied to',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
} as const;
