import type { Matcher } from '#electron/handlers/context.ts';
import { Failure } from '#shared/contract/errors.ts';
import { createThreadPool, type Ending } from './thread-pool.ts';
import { workerUrl } from './worker-url.ts';

/** A regular expression and the texts it is run over. */
export interface MatchInput {
  readonly pattern: string;
  readonly texts: readonly string[];
}

/** For each text where the expression matches, in UTF-16 code units; or that it was stopped. */
export type MatchResult =
  | { readonly ok: true; readonly places: readonly (readonly [start: number, end: number][])[] }
  | { readonly ok: false; readonly how: Ending };

/** An expression is given so long for the texts of one source. */
const timeLimitMs = 1000;
const memoryLimitMb = 256;

/** A matcher that also stops its thread. */
export interface ClosableMatcher extends Matcher {
  close(): Promise<void>;
}

/** Runs regular expressions in a thread of their own, so that one without end does no harm. */
export const createMatcher = (): ClosableMatcher => {
  const pool = createThreadPool<MatchInput, MatchResult>({
    worker: workerUrl('matching-worker'),
    size: 1,
    timeLimitMs,
    memoryLimitMb,
    ended: (how) => ({ ok: false, how }),
  });
  return {
    match: async (pattern, texts) => {
      const result = await pool.run({ pattern, texts });
      if (result.ok) return result.places;
      throw new Failure(result.how === 'stopped' ? 'cancelled' : 'too-slow');
    },
    close: () => pool.close(),
  };
};
