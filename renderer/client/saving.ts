import { create } from 'zustand';
import type { CallError } from '#shared/contract/errors.ts';
import type { Method } from '#shared/contract/index.ts';
import { contract } from '#shared/contract/index.ts';
import type { AnyReply } from '#shared/contract/reply.ts';

interface Saving {
  /** How many edits were asked for and not answered yet. */
  readonly underWay: number;
  /** Why the last edit that was answered is not on disk; null when it is. */
  readonly failed: CallError | null;
}

/** Whether what this window asked to be kept is on disk. */
export const useSaving = create<Saving>(() => ({ underWay: 0, failed: null }));

const keeps = (method: Method): boolean =>
  contract[method].effect === 'edit' || method === 'history.undo' || method === 'history.redo';

/** Makes a call and counts it as an edit under way until it is answered, if it is one. */
export const countEdit = async (
  method: Method,
  answer: () => Promise<AnyReply>,
): Promise<AnyReply> => {
  if (!keeps(method)) return answer();
  useSaving.setState(({ underWay }) => ({ underWay: underWay + 1 }));
  let reply: AnyReply | undefined;
  try {
    reply = await answer();
    return reply;
  } finally {
    useSaving.setState(({ underWay, failed }) => ({
      underWay: underWay - 1,
      failed: reply === undefined ? failed : reply.ok ? null : reply.error,
    }));
  }
};
