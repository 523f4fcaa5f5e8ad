import { Failure } from '#shared/contract/errors.ts';
import type { Handlers } from './context.ts';

export const importsHandlers: Handlers<'imports'> = {
  'imports.preview': () => Promise.reject(new Failure('internal', 'not yet')),
  'imports.run': () => Promise.reject(new Failure('internal', 'not yet')),
};
