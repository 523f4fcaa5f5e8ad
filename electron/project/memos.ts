import type { Memo, MemoTarget } from '#shared/model/memo.ts';
import { inJson, type Store } from './store.ts';

/** Memos, newest first; `null` for a filter takes all. */
export const listMemos = (
  store: Store,
  targetKind: MemoTarget | null,
  targetId: string | null,
): Memo[] =>
  store.all<Memo>(
    `SELECT * FROM memo WHERE (? IS NULL OR targetKind = ?) AND (? IS NULL OR targetId = ?)
     ORDER BY createdAt DESC, id DESC`,
    targetKind,
    targetKind,
    targetId,
    targetId,
  );

/** The memos on codings of one source and the notes at its places, in the order of the text. */
export const memosInSource = (store: Store, sourceId: string): Memo[] =>
  store.all<Memo>(
    `SELECT memo.* FROM memo LEFT JOIN coding
       ON memo.targetKind = 'coding' AND coding.id = memo.targetId
     WHERE coding.sourceId = ?
       OR (memo.targetKind = 'source' AND memo.targetId = ? AND memo.start IS NOT NULL)
     ORDER BY coalesce(coding.start, memo.start), memo.createdAt`,
    sourceId,
    sourceId,
  );

/** Deletes the memos on these records of one kind. */
export const deleteMemosOn = (store: Store, kind: MemoTarget, ids: readonly string[]): void => {
  store.run(
    `DELETE FROM memo WHERE targetKind = ? AND targetId IN ${inJson}`,
    kind,
    JSON.stringify(ids),
  );
};
