import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { quoteSchema } from '#shared/model/passage.ts';
import { call } from './call.ts';

/** Words of sources that memos quote. */
export const passagesCalls = {
  'passages.get': call({
    effect: 'read',
    summary:
      'The words of a coding, of a quoted passage, or of the place a memo is on; null when there are none',
    input: z.strictObject({ kind: z.enum(['coding', 'passage', 'memo']), id: idSchema }),
    output: quoteSchema.nullable(),
  }),
} as const;
