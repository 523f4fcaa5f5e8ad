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

/** The memos on codings of one source. */
export const memosInSource = (store: Store, sourceId: string): Memo[] =>
  store.all<Memo>(
    `SELECT memo.* FROM memo JOIN coding ON coding.id = memo.targetId
     WHERE coding.sourceId = ? ORDER BY coding.start, memo.createdAt`,
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
