import type { CallError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import type { Answer, Input, Method, MethodOf, Output } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/reply.ts';
import { platform } from './platform.ts';

/** A failed call on its way through code that expects exceptions, such as the query cache. */
export class CallFailure extends Error {
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.message);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** Makes a call; a failure is a value. */
export const call = async <M extends Method>(
  method: M,
  input: Input<M>,
): Promise<Reply<Answer<M>>> => (await platform.call(method, input)) as Reply<Answer<M>>;

/** Makes a call; throws a CallFailure. */
export const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> => {
  const reply = await call(method, input);
  if (!reply.ok) throw new CallFailure(reply.error);
  return reply.value;
};

/** How a job is followed and stopped. */
export interface JobOptions {
  readonly onProgress?: (job: Job) => void;
  /** Aborting asks the engine to stop; the job then ends as cancelled. */
  readonly signal?: AbortSignal;
}

/** Starts a job and waits for its worth; a failure or a stop is a value. */
export const runJob = async <M extends MethodOf<'job'>>(
  method: M,
  input: Input<M>,
  options: JobOptions = {},
): Promise<Reply<Output<M>>> => {
  const early: Job[] = [];
  let hear = (job: Job): void => {
    early.push(job);
  };
  const stop = platform.listen((event) => {
    if (event.type === 'job') hear(event.job);
  });
  try {
    const reply = (await platform.call(method, input)) as Reply<{ readonly jobId: string }>;
    if (!reply.ok) return reply;
    const { jobId } = reply.value;
    const cancel = (): void => void call('jobs.cancel', { id: jobId });
    options.signal?.addEventListener('abort', cancel, { once: true });
    const ended = await new Promise<Job>((resolve) => {
      hear = (job) => {
        if (job.id !== jobId) return;
        options.onProgress?.(job);
        if (job.state !== 'running') resolve(job);
      };
      for (const job of early) hear(job);
      // Events can have been missed while a connection came up, so the state is asked for once.
      void call('jobs.get', { id: jobId }).then((now) => {
        if (now.ok) hear(now.value);
      });
    });
    options.signal?.removeEventListener('abort', cancel);
    if (ended.state === 'finished') return { ok: true, value: ended.value as Output<M> };
    return {
      ok: false,
      error: ended.error ?? { code: 'cancelled', message: 'Stopped as you asked.' },
    };
  } finally {
    stop();
  }
};
