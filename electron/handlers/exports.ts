import { Failure } from '#shared/contract/errors.ts';
import type { Handlers } from './context.ts';

export const exportsHandlers: Handlers<'exports'> = {
  'exports.codebook': () => Promise.reject(new Failure('internal', 'not yet')),
};
