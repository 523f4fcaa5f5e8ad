import type { CallError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import type { Answer, Input, Method, MethodOf, Output } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/reply.ts';
import { platform } from './platform.ts';
import { countEdit } from './saving.ts';

/** A failed call on its way through code that expects exceptions, such as the query cache. */
export class CallFailure extends Error {
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.message);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** Makes a call; a failure is a value. An edit counts as under way until it is answered. */
export const call = async <M extends Method>(
  method: M,
  input: Input<M>,
): Promise<Reply<Answer<M>>> =>
  (await countEdit(method, () => platform.call(method, input))) as Reply<Answer<M>>;

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

/** Waits for a job's end, also when events about it were missed. */
const follow = (jobId: string, onProgress?: (job: Job) => void): Following => {
  let finish: (job: Ending) => void = () => undefined;
  let done = -1;
  const ended = new Promise<Ending>((resolve) => {
    finish = resolve;
  });
  const hear = (job: Job): void => {
    if (job.id !== jobId || job.done < done) return;
    done = job.state === 'running' ? job.done : Number.POSITIVE_INFINITY;
    onProgress?.(job);
    if (job.state !== 'running') finish(job);
  };
  const ask = async (): Promise<void> => {
    const now = await call('jobs.get', { id: jobId });
    if (now.ok) hear(now.value);
    else finish({ state: 'failed', error: now.error });
  };
  return { ended, hear, ask };
};

type Ending = Pick<Job, 'state' | 'value' | 'error'>;
interface Following {
  readonly ended: Promise<Ending>;
  readonly hear: (job: Job) => void;
  /** Asks the engine how the job stands: at the start, and after a connection was lost. */
  readonly ask: () => Promise<void>;
}

/** Starts a job and waits for its worth; a failure or a stop is a value. */
export const runJob = async <M extends MethodOf<'job'>>(
  method: M,
  input: Input<M>,
  options: JobOptions = {},
): Promise<Reply<Output<M>>> => {
  const early: Job[] = [];
  let following: Following | undefined;
  const stop = platform.listen((event) => {
    if (event.type === 'session') void following?.ask();
    if (event.type !== 'job') return;
    if (following === undefined) early.push(event.job);
    else following.hear(event.job);
  });
  try {
    const reply = (await platform.call(method, input)) as Reply<{ readonly jobId: string }>;
    if (!reply.ok) return reply;
    const { jobId } = reply.value;
    following = follow(jobId, options.onProgress);
    for (const job of early) following.hear(job);
    const cancel = (): void => void call('jobs.cancel', { id: jobId });
    if (options.signal?.aborted === true) cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
    void following.ask();
    const ended = await following.ended;
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
