import { z } from 'zod';
import { type CallError, callErrorSchema } from './errors.ts';

/** What every call answers, on every host. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CallError };
export type AnyReply = Reply<unknown>;

export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: callErrorSchema }),
]);
