import type { Coder } from '#shared/model/coder.ts';
import type { Store } from './store.ts';

/** All coders by name. */
export const listCoders = (store: Store): Coder[] =>
  store.all<Coder>('SELECT * FROM coder ORDER BY name');
