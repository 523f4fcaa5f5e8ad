import type { CallError } from '#shared/contract/errors.ts';
import type { EngineEvent, Job } from '#shared/contract/events.ts';
import { contract, type Input, type Method, type Output } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/reply.ts';
import type { Engine } from './engine.ts';

const stopped: CallError = { code: 'cancelled', message: 'Stopped as you asked.' };

const replyOf = <M extends Method>(job: Job): Reply<Output<M>> =>
  job.state === 'finished'
    ? { ok: true, value: job.value as Output<M> }
    : { ok: false, error: job.error ?? stopped };

/**
 * Makes a call and, where it is a job, waits for it to end: the answer is then the job's worth.
 * `onProgress` hears how the job stands.
 */
export const run = async <M extends Method>(
  engine: Engine,
  [method, input]: readonly [M, Input<M>],
  onProgress: (job: Job) => void = () => undefined,
): Promise<Reply<Output<M>>> => {
  if (contract[method].effect !== 'job')
    return (await engine.post(method, input)) as Reply<Output<M>>;
  const early: Job[] = [];
  let hear: (job: Job) => void = (job) => early.push(job);
  const stop = engine.listen((event: EngineEvent) => {
    if (event.type === 'job') hear(event.job);
  });
  try {
    const reply = await engine.post(method, input);
    if (!reply.ok) return reply;
    const { jobId } = reply.value as { readonly jobId: string };
    const job = await new Promise<Job>((resolve) => {
      hear = (heard) => {
        if (heard.id !== jobId) return;
        onProgress(heard);
        if (heard.state !== 'running') resolve(heard);
      };
      for (const heard of early) hear(heard);
    });
    return replyOf<M>(job);
  } finally {
    stop();
  }
};
