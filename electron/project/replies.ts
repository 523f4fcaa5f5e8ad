import type { CheckedInput } from '#shared/contract/index.ts';
import type { Replied, Reply } from '#shared/model/reply.ts';
import type { Store } from './store.ts';

const whole = `SELECT item.*, reply.packId, reply.reviewer, reply.role, reply.answeredAt,
  reply.receivedAt, pack.name AS packName
 FROM reply_item item JOIN reply ON reply.id = item.replyId
 JOIN review_pack pack ON pack.id = reply.packId`;

const orders: Readonly<Record<CheckedInput<'replies.list'>['order'], string>> = {
  theme: 'pack.createdAt DESC, pack.id, item.position, reply.answeredAt, item.id',
  decided: 'item.outcomeAt DESC, item.id',
};

const states: Readonly<Record<CheckedInput<'replies.list'>['state'], string>> = {
  all: '1',
  open: `item.outcome = 'open'`,
  decided: `item.outcome <> 'open'`,
};

// Only what is asked for is named, so that the index of a pack or theme is used.
const asked = ({ packId, themeId }: CheckedInput<'replies.list'>): string =>
  [packId === null ? '@packId IS NULL' : 'reply.packId = @packId']
    .concat(themeId === null ? '@themeId IS NULL' : 'item.themeId = @themeId')
    .join(' AND ');

/** A page of answers, how many there are in all, and how many of those in any state are open. */
export const listReplied = (
  store: Store,
  input: CheckedInput<'replies.list'>,
): { readonly total: number; readonly open: number; readonly items: readonly Replied[] } => {
  const { packId, themeId, state, order, offset, limit } = input;
  const counted = store.get<{ total: number; open: number }>(
    `SELECT count(*) FILTER (WHERE ${states[state]}) AS total,
      count(*) FILTER (WHERE ${states.open}) AS open
     FROM reply_item item JOIN reply ON reply.id = item.replyId WHERE ${asked(input)}`,
    { packId, themeId },
  );
  const items = store.all<Replied>(
    `${whole} WHERE ${asked(input)} AND ${states[state]} ORDER BY ${orders[order]}
     LIMIT @limit OFFSET @offset`,
    { packId, themeId, limit, offset },
  );
  return { total: counted?.total ?? 0, open: counted?.open ?? 0, items };
};

/** One answer with whose it is. */
export const findReplied = (store: Store, itemId: string): Replied | undefined =>
  store.get<Replied>(`${whole} WHERE item.id = ?`, itemId);

/** The reply in which this was answered; see `fingerprint` of replies. */
export const findReplyBySha256 = (store: Store, sha256: string): Reply | undefined =>
  store.get<Reply>('SELECT * FROM reply WHERE sha256 = ?', sha256);

/** How many replies somebody of this name has on a pack. */
export const countRepliesOf = (store: Store, packId: string, reviewer: string): number =>
  store.get<{ n: number }>(
    'SELECT count(*) AS n FROM reply WHERE packId = ? AND reviewer = ?',
    packId,
    reviewer,
  )?.n ?? 0;

/** Every answer with an outcome, the oldest outcome first. */
export const decidedReplies = (store: Store): readonly Replied[] =>
  store.all<Replied>(`${whole} WHERE item.outcome <> 'open' ORDER BY item.outcomeAt, item.id`);
