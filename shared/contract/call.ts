import type { z } from 'zod';

/**
 * What a call does to the project:
 * - `read` looks and changes nothing;
 * - `edit` runs in one transaction and is one recorded, undoable change set;
 * - `session` opens, closes or sets up, outside the change record;
 * - `job` takes long: the call answers at once with `{jobId}`, its `output` arrives by event.
 */
export type Effect = 'read' | 'edit' | 'session' | 'job';

export interface Call<
  E extends Effect = Effect,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly effect: E;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
}

/** Declares one call of the contract; only here so that its types are inferred. */
export const call = <E extends Effect, I extends z.ZodType, O extends z.ZodType>(
  definition: Call<E, I, O>,
): Call<E, I, O> => definition;
