import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, proseSchema } from './id.ts';
import { jsonTextSchema } from './json-text.ts';

/** A quote as reviewers are shown it: the words, and who said them by pseudonym and group. */
export const packQuoteSchema = z.strictObject({
  codingId: idSchema,
  text: z.string().max(20_000),
  who: z.string().max(400),
});
export type PackQuote = Readonly<z.infer<typeof packQuoteSchema>>;

/** A theme as reviewers are shown it. */
export const packThemeSchema = z.strictObject({
  themeId: idSchema,
  name: z.string().max(200),
  summary: proseSchema,
  quotes: z.array(packQuoteSchema).max(12).readonly(),
});
export type PackTheme = Readonly<z.infer<typeof packThemeSchema>>;

/** What reviewers are given to read, as it was given. */
export const packContentsSchema = z.strictObject({
  title: nameSchema,
  welcome: proseSchema,
  /** Where a reply is sent: an address or a person, in the researcher's words. */
  returnTo: z.string().max(1000),
  themes: z.array(packThemeSchema).max(100).readonly(),
});
export type PackContents = Readonly<z.infer<typeof packContentsSchema>>;

/** A review pack that was made. `contents` is the JSON of PackContents. */
export const reviewPackSchema = z.object({
  id: idSchema,
  name: nameSchema,
  contents: jsonTextSchema(packContentsSchema, 'A pack is the JSON of its contents'),
  coderId: idSchema,
  createdAt: instantSchema,
});
export type ReviewPack = Readonly<z.infer<typeof reviewPackSchema>>;

/**
 * The code by which a paper reply is told to belong to a pack, for example `9F2C-41AB`. It is the end
 * of the id, since ids made within a minute begin alike.
 */
export const packCode = (packId: string): string =>
  `${packId.slice(-8, -4)}-${packId.slice(-4)}`.toUpperCase();
