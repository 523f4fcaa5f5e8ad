import type { Group } from '#shared/model/group.ts';
import type { Store } from './store.ts';

/** All groups in their order. */
export const listGroups = (store: Store): Group[] =>
  store.all<Group>('SELECT * FROM "group" ORDER BY position, name');

/** Takes a group away from the sources and cases that have it. */
export const clearGroup = (store: Store, id: string): void => {
  store.run('UPDATE source SET groupId = NULL WHERE groupId = ?', id);
  store.run('UPDATE "case" SET groupId = NULL WHERE groupId = ?', id);
};
