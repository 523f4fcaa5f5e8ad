import { findQuote } from '#electron/project/passages.ts';
import type { Handlers } from './context.ts';

export const passagesHandlers: Handlers<'passages'> = {
  'passages.get': ({ project }, link) => findQuote(project.store, link) ?? null,
};
