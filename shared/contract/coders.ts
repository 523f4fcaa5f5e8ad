import { z } from 'zod';
import { coderSchema } from '#shared/model/coder.ts';
import { idSchema, nameSchema } from '#shared/model/id.ts';
import { call } from './call.ts';

/** The people who code, and which of them is coding now. */
export const codersCalls = {
  'coders.list': call({
    effect: 'read',
    summary: 'All coders',
    input: z.strictObject({}),
    output: z.array(coderSchema).readonly(),
  }),
  'coders.create': call({
    effect: 'edit',
    summary: 'Add a coder',
    input: z.strictObject({ name: nameSchema }),
    output: coderSchema,
  }),
  'coders.rename': call({
    effect: 'edit',
    summary: 'Rename a coder',
    input: z.strictObject({ id: idSchema, name: nameSchema }),
    output: coderSchema,
  }),
  'coders.use': call({
    effect: 'session',
    summary: 'Code as this coder from now on',
    input: z.strictObject({ id: idSchema }),
    output: coderSchema,
  }),
} as const;
