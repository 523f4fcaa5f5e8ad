import type { Coder } from '#shared/model/coder.ts';
import type { Store } from './store.ts';

/** All coders by name. */
export const listCoders = (store: Store): Coder[] =>
  store.all<Coder>('SELECT * FROM coder ORDER BY name');

/** Who made the last change set and is still a coder, else the first coder; null where there is none. */
export const lastCoder = (store: Store): string | null =>
  (
    store.get<{ id: string }>(
      `SELECT coder.id FROM change_set JOIN coder ON coder.id = change_set.coderId
       ORDER BY change_set.seq DESC LIMIT 1`,
    ) ?? store.get<{ id: string }>('SELECT id FROM coder ORDER BY createdAt, id LIMIT 1')
  )?.id ?? null;
