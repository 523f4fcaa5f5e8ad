import { moveSupports } from './claims.ts';
import type { Store } from './store.ts';

interface Joined {
  /** The id of the coding that goes. */
  readonly gone: string;
  /** The id of the coding that stays in its place. */
  readonly into: string;
}

/**
 * Has what quotes or mentions the coding that goes quote the one that stays. Ids are unique, so the
 * link as it stands in rich text is found as text.
 */
const relink = (store: Store, { gone, into }: Joined): void => {
  const links = [`understory:coding/${gone}"`, `understory:coding/${into}"`];
  store.run(
    'UPDATE memo SET body = replace(body, ?, ?) WHERE id IN (SELECT memoId FROM memo_link WHERE targetId = ?)',
    ...links,
    gone,
  );
  store.run(
    'UPDATE theme SET narrative = replace(narrative, ?, ?) WHERE instr(narrative, ?) > 0',
    ...links,
    gone,
  );
  store.run(
    'UPDATE report SET parts = replace(parts, ?, ?) WHERE instr(parts, ?) > 0',
    gone,
    into,
    gone,
  );
};

/**
 * Deletes a coding that has become the same as another one, which takes over its memos, what links
 * to it, and its place in themes and evidence, as far as it has none there itself.
 */
export const joinCoding = (store: Store, joined: Joined): void => {
  const { gone, into } = joined;
  store.run(
    `UPDATE memo SET targetId = ? WHERE targetKind = 'coding' AND targetId = ?`,
    into,
    gone,
  );
  relink(store, joined);
  store.run('UPDATE OR IGNORE extract SET codingId = ? WHERE codingId = ?', into, gone);
  moveSupports(store, [gone], into);
  store.run('DELETE FROM coding WHERE id = ?', gone);
};
