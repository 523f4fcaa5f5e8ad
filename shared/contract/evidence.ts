import { z } from 'zod';
import { evidenceSchema, linkSchema } from '#shared/model/evidence.ts';
import { idSchema } from '#shared/model/id.ts';
import { orphanSchema } from '#shared/model/orphan.ts';
import { call } from './call.ts';

/** The chain of evidence: what rests on what, and where it breaks. */
export const evidenceCalls = {
  'evidence.below': call({
    effect: 'read',
    summary:
      'What a claim, theme, code or quote rests on directly, a page at a time: claims, themes, codes, quotes by source and place, the source',
    input: z.strictObject({
      ...linkSchema.shape,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(100),
    }),
    output: z.object({ total: z.int().min(0), evidence: z.array(evidenceSchema).readonly() }),
  }),
  'evidence.above': call({
    effect: 'read',
    summary:
      'Everything that rests on a record, nearest first, with the shortest way to each (the record itself first) and every step there is',
    input: z.strictObject(linkSchema.shape),
    output: z.object({
      of: evidenceSchema,
      above: z.array(evidenceSchema.extend({ path: z.array(linkSchema).readonly() })).readonly(),
      rests: z.array(z.object({ id: idSchema, onId: idSchema })).readonly(),
    }),
  }),
  'evidence.orphans': call({
    effect: 'read',
    summary:
      'Where the chain is broken or thin: claims without a quote, themes without extracts or carried by one person only, codes without a theme',
    input: z.strictObject({}),
    output: z.array(orphanSchema).readonly(),
  }),
} as const;
