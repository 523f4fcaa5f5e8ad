import { Failure } from '#shared/contract/errors.ts';
import type { JobContext } from './context.ts';

export const buildSample = (_context: JobContext, _file: string): Promise<void> =>
  Promise.reject(new Failure('internal', 'not yet'));
