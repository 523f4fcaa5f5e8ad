import { z } from 'zod';
import { extractedSchema, extractSchema, fitSchema } from '#shared/model/extract.ts';
import { idSchema, proseSchema } from '#shared/model/id.ts';
import { hitsSchema } from '#shared/model/retrieval.ts';
import { call } from './call.ts';

/** The quotes behind themes, with who said them and how they fit. */
export const extractsCalls = {
  'extracts.list': call({
    effect: 'read',
    summary:
      'The extracts of a theme and its subthemes by source and place, a page at a time, with how they fit',
    input: z.strictObject({
      themeId: idSchema,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ total: z.int(), extracts: z.array(extractedSchema).readonly() }),
  }),
  'extracts.find': call({
    effect: 'read',
    summary:
      'Which extracts a theme and its subthemes have, by source and place, with what they are grouped by; only those that hold some words, where asked for',
    input: z.strictObject({ themeId: idSchema, text: z.string().max(1000).default('') }),
    output: hitsSchema,
  }),
  'extracts.marked': call({
    effect: 'read',
    summary: 'How the extracts of a theme fit that somebody has said something of',
    input: z.strictObject({ themeId: idSchema }),
    output: z.array(extractSchema).readonly(),
  }),
  'extracts.get': call({
    effect: 'read',
    summary: 'These codings as quotes, in the order asked; those that are gone are left out',
    input: z.strictObject({ codingIds: z.array(idSchema).max(1000).readonly() }),
    output: z.array(extractedSchema).readonly(),
  }),
  'extracts.mark': call({
    effect: 'edit',
    summary: 'Say how an extract fits a theme (null: nothing to say), with a note',
    input: z.strictObject({
      themeId: idSchema,
      codingId: idSchema,
      fit: fitSchema.nullable(),
      note: proseSchema.default(''),
    }),
    output: extractSchema.nullable(),
  }),
} as const;
