import type { EngineEvent, Job } from '#shared/contract/events.ts';
import { contract, type Input, type Method, type Output } from '#shared/contract/index.ts';
import type { AnyReply, Reply } from '#shared/contract/reply.ts';

/** A place to write a file to. */
export interface Target {
  readonly token: string;
  /** The bytes as the person finds them afterwards: in the folder, or downloaded. */
  read(): Promise<Uint8Array>;
}

/** One host as it runs, seen from the outside: by a person at a window or by a script. */
export interface Session {
  /** Makes a call by name with input of any shape, the way the host's own callers do. */
  post(method: string, input: unknown): Promise<AnyReply>;
  /** Hears the engine's events until the returned function is called; null where a host has none. */
  readonly listen: ((listener: (event: EngineEvent) => void) => () => void) | null;
  /** A token for a new project, to be the file `NAME.understory` in the session's folder. */
  newProject(name: string): Promise<string>;
  /** A token for the project file `NAME.understory` that lies in the session's folder. */
  knownProject(name: string): Promise<string>;
  /** A token for a file from anywhere on the disk that the person picks. */
  pickFile(path: string): Promise<string>;
  /** A token for a file to be written. */
  pickTarget(name: string): Promise<Target>;
  /** Ends the host as a person would. The project is then closed and nothing of it is left running. */
  close(): Promise<void>;
}

/** How the suite starts a host. One of these per host is all that a host adds to the suite. */
export interface HostAdapter {
  readonly name: 'direct' | 'browser' | 'command line' | 'desktop';
  /** True where a call on a job answers with what the job is worth, not with its id. */
  readonly waitsForJobs: boolean;
  /** Starts the host with no project open. Projects lie in `folder`, which is there and writable. */
  start(folder: string): Promise<Session>;
}

const waitFor = async (
  session: Session,
  jobId: string,
  onProgress: (job: Job) => void,
): Promise<Job> => {
  for (;;) {
    const reply = (await session.post('jobs.get', { id: jobId })) as Reply<Job>;
    if (!reply.ok) throw new Error(reply.error.message);
    if (reply.value.state !== 'running') return reply.value;
    onProgress(reply.value);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/**
 * Makes a call and, where it is a job, waits for it to end; the reply then holds what the job is
 * worth, on every host.
 */
export const finish = async <M extends Method>(
  [adapter, session]: readonly [HostAdapter, Session],
  [method, input]: readonly [M, Input<M>],
  onProgress: (job: Job) => void = () => undefined,
): Promise<Reply<Output<M>>> => {
  const reply = await session.post(method, input);
  if (contract[method].effect !== 'job' || adapter.waitsForJobs || !reply.ok)
    return reply as Reply<Output<M>>;
  const job = await waitFor(session, (reply.value as { readonly jobId: string }).jobId, onProgress);
  if (job.state === 'finished') return { ok: true, value: job.value as Output<M> };
  return { ok: false, error: job.error ?? { code: 'internal', message: `The job ${job.state}` } };
};
