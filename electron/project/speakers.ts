import type { Speaker } from '#shared/model/speaker.ts';
import type { Turn } from '#shared/model/turn.ts';
import { inJson, type Store } from './store.ts';

/** The speakers of a source by label. */
export const listSpeakers = (store: Store, sourceId: string): Speaker[] =>
  store.all<Speaker>('SELECT * FROM speaker WHERE sourceId = ? ORDER BY label', sourceId);

/** The turns of a source in order. */
export const listTurns = (store: Store, sourceId: string): Turn[] =>
  store.all<Turn>('SELECT * FROM turn WHERE sourceId = ? ORDER BY position', sourceId);

/** Gives all turns of the speakers named to one speaker, and removes the others. */
export const mergeSpeakers = (store: Store, ids: readonly string[], into: string): void => {
  const list = JSON.stringify(ids.filter((id) => id !== into));
  store.run(`UPDATE turn SET speakerId = ? WHERE speakerId IN ${inJson}`, into, list);
  store.run(`DELETE FROM speaker WHERE id IN ${inJson}`, list);
};
