import type { ReplyRefusal } from '#shared/contract/replies.ts';
import { type ReplyFile, replyChecksum, replyFileSchema } from '#shared/model/reply-file.ts';

/** A reply is small JSON; anything larger than this, in bytes, is not looked into. */
export const largestReply = 1_000_000;

/** What a file says, or why it is not taken as a reply. `message` follows the name of the file. */
export type ReadReply =
  | { readonly ok: true; readonly reply: ReplyFile }
  | { readonly ok: false; readonly reason: ReplyRefusal; readonly message: string };

const refused = (reason: ReplyRefusal, message: string): ReadReply => ({
  ok: false,
  reason,
  message,
});

const damaged = (): ReadReply =>
  refused(
    'damaged',
    'was damaged or altered after it was saved: its checksum does not fit what it says. Ask for the file again, or type the reply in.',
  );

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the bytes of a file as a reply to a review pack. Answers why not as a value: the file may be
 * anything. The schema bounds how deep and how long it can be before the checksum is worked out.
 */
export const readReply = (bytes: Uint8Array): ReadReply => {
  if (bytes.length > largestReply)
    return refused(
      'too-large',
      'is larger than 1 MB, which no reply is. Check that it is the right file.',
    );
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(
      'not-text',
      'is not text in UTF-8, as replies are saved. Ask for the file as the review pack saved it.',
    );
  }
  const value = parsed(text);
  if (!isRecord(value) || value['format'] !== 'understory-reply')
    return text.includes('"understory-reply"')
      ? damaged()
      : refused('not-reply', 'is not a reply to a review pack. Check that it is the right file.');
  const version = value['version'];
  if (typeof version === 'number' && Number.isInteger(version) && version > 1)
    return refused(
      'newer',
      'was saved by a review pack of a newer version of Understory. Update Understory to read it.',
    );
  const reply = replyFileSchema.safeParse(value);
  if (!reply.success || replyChecksum(value) !== value['checksum']) return damaged();
  return { ok: true, reply: reply.data };
};
