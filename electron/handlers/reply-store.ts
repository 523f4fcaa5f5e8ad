import { v7 as uuidv7 } from 'uuid';
import { findRecord, insertRecord } from '#electron/project/records.ts';
import { countRepliesOf, findReplyBySha256 } from '#electron/project/replies.ts';
import type { Store } from '#electron/project/store.ts';
import type { ReplyRefusal } from '#shared/contract/replies.ts';
import type { Reply } from '#shared/model/reply.ts';
import type { ReplyFileAnswer } from '#shared/model/reply-file.ts';
import type { PackContents, ReviewPack } from '#shared/model/review-pack.ts';
import { canonicalJson } from '#shared/text/canonical-json.ts';
import { sha256 } from '#shared/text/sha256.ts';

type Given = Pick<ReplyFileAnswer, 'themeId' | 'answer' | 'comment'>;

/** A reply as it was sent or typed. */
export interface Sent extends Pick<Reply, 'packId' | 'reviewer' | 'role' | 'answeredAt'> {
  readonly answers: readonly Given[];
}

/** A reply with its pack, ready to be stored: only what says something, in the order of the pack. */
export interface ReadyReply extends Omit<Sent, 'answers'> {
  readonly pack: ReviewPack;
  readonly sha256: string;
  readonly answers: readonly (Given & {
    readonly themeName: string | null;
    readonly position: number;
  })[];
}

/** Why a reply cannot be stored; `twin` is the reply that says the same. `message` follows its name. */
export interface NotReady {
  readonly reason: ReplyRefusal;
  readonly message: string;
  readonly twin?: Reply;
}

const oneLine = (text: string): string => text.toWellFormed().replaceAll(/\s+/gu, ' ').trim();

/**
 * SHA-256 of who answered what, so that the same reply twice is noticed, also where it was saved
 * twice. Two people may well tick the same boxes, so without a comment it counts when they did.
 */
const fingerprint = (
  { packId, reviewer, role, answeredAt }: Omit<Sent, 'answers'>,
  answers: readonly Given[],
): string =>
  sha256(
    canonicalJson({
      packId,
      reviewer,
      role,
      answers: answers.map(({ themeId, answer, comment }) => [themeId, answer, comment]),
      answeredAt: answers.some(({ comment }) => comment !== '') ? null : answeredAt,
    }),
  );

/** Sees whether a reply fits a pack of this project and is new. Changes nothing. */
export const readyReply = (store: Store, sent: Sent): ReadyReply | NotReady => {
  const pack = findRecord(store, 'review_pack', sent.packId);
  if (pack === undefined)
    return {
      reason: 'unknown-pack',
      message:
        'answers a review pack that is not in this project. Open the project that the pack was made in.',
    };
  const { themes } = JSON.parse(pack.contents) as PackContents;
  const places = new Map<string | null, number>(themes.map(({ themeId }, at) => [themeId, at]));
  places.set(null, themes.length);
  const named = new Set(sent.answers.map(({ themeId }) => themeId));
  if (named.size < sent.answers.length || [...named].some((id) => !places.has(id)))
    return {
      reason: 'not-of-pack',
      message: `does not fit the pack it names: it answers on a theme that is not in “${pack.name}”, or twice on one. It was not made by that pack.`,
    };
  const answers = sent.answers
    .map(({ themeId, answer, comment }) => {
      const position = places.get(themeId) ?? themes.length;
      const themeName = themes[position]?.name ?? null;
      return { themeId, themeName, answer, comment: comment.toWellFormed().trim(), position };
    })
    .filter(({ answer, comment }) => answer !== null || comment !== '')
    .toSorted((a, b) => a.position - b.position);
  if (answers.length === 0)
    return { reason: 'empty', message: 'says nothing: it has no answer and no comment.' };
  const who = {
    packId: pack.id,
    reviewer: oneLine(sent.reviewer) || 'No name given',
    role: oneLine(sent.role),
    answeredAt: sent.answeredAt,
  };
  const sha256 = fingerprint(who, answers);
  const twin = findReplyBySha256(store, sha256);
  if (twin !== undefined)
    return {
      reason: 'duplicate',
      message: `says the same as the reply of ${twin.reviewer} that is here already. It was not added again.`,
      twin,
    };
  return { ...who, pack, sha256, answers };
};

/** What is worth knowing before or after a reply is stored: its reviewer replied before. */
export const repliedBefore = (store: Store, { packId, reviewer, pack }: ReadyReply): string[] =>
  countRepliesOf(store, packId, reviewer) === 0
    ? []
    : [
        `${reviewer} had replied to “${pack.name}” before. Both replies are kept. Delete the one that no longer counts.`,
      ];

/** Stores a reply with its answers, all open; to be called inside an edit. */
export const storeReply = (store: Store, ready: ReadyReply): Reply => {
  const { packId, reviewer, role, answeredAt, sha256 } = ready;
  const receivedAt = new Date().toISOString();
  const reply = { id: uuidv7(), packId, reviewer, role, sha256, answeredAt, receivedAt };
  insertRecord(store, 'reply', reply);
  for (const { themeId, ...answer } of ready.answers)
    insertRecord(store, 'reply_item', {
      ...answer,
      id: uuidv7(),
      replyId: reply.id,
      // A theme that was deleted meanwhile leaves its name.
      themeId:
        themeId !== null && findRecord(store, 'theme', themeId) !== undefined ? themeId : null,
      outcome: 'open',
      outcomeNote: '',
      outcomeAt: null,
    });
  return reply;
};
