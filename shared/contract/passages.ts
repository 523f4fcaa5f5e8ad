import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { quoteSchema } from '#shared/model/passage.ts';
import { call } from './call.ts';

/** Words of sources that memos quote. */
export const passagesCalls = {
  'passages.get': call({
    effect: 'read',
    summary: 'What a quote in a memo links to, as it is now; null when it is no longer there',
    input: z.strictObject({ kind: z.enum(['coding', 'passage']), id: idSchema }),
    output: quoteSchema.nullable(),
  }),
} as const;
