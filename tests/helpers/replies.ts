import { type ReplyFile, replyChecksum } from '#shared/model/reply-file.ts';
import type { PackContents, ReviewPack } from '#shared/model/review-pack.ts';

/** A reply as a review pack saves it. */
export type SavedReply = Omit<ReplyFile, 'format' | 'version' | 'checksum'>;

/** What a review pack saves for this reply. */
export const savedReply = (reply: SavedReply): ReplyFile => {
  const rest = { format: 'understory-reply', version: 1, ...reply } as const;
  return { ...rest, checksum: replyChecksum(rest) };
};

/** A reply of somebody to a pack: an answer and a comment for each of its themes, in order; then the whole. */
export const replyTo = (
  pack: Pick<ReviewPack, 'id' | 'name' | 'contents'>,
  who: { readonly reviewer: string; readonly role?: string; readonly answeredAt?: string },
  given: readonly (readonly [answer: SavedReply['answers'][number]['answer'], comment: string])[],
): ReplyFile => {
  const { themes } = JSON.parse(pack.contents) as PackContents;
  return savedReply({
    packId: pack.id,
    packName: pack.name,
    reviewer: who.reviewer,
    role: who.role ?? 'PPI contributor',
    answeredAt: who.answeredAt ?? '2026-11-03T10:00:00.000Z',
    answers: given.map(([answer, comment], at) => ({
      themeId: themes[at]?.themeId ?? null,
      themeName: themes[at]?.name ?? null,
      answer,
      comment,
    })),
  });
};
