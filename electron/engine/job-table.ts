import { v7 as uuidv7 } from 'uuid';
import type { Jobs } from '#electron/handlers/context.ts';
import { toFailure } from '#electron/handlers/failure.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';

/** How many ended jobs are remembered, for callers that ask late. */
const remembered = 200;
/** Progress is announced at most this often, in milliseconds; the end always is. */
const announceEvery = 100;

export interface JobHandle {
  readonly signal: AbortSignal;
  progress(done: number, total: number, doing: string): void;
  /** Says that the job makes edits. */
  edits(): void;
}

interface Entry {
  job: Job;
  editing: boolean;
  readonly abort: AbortController;
  readonly ended: Promise<Job>;
}

/** Runs long work beside the calls, and tells how it stands. */
export class JobTable implements Jobs {
  readonly #entries = new Map<string, Entry>();
  readonly #announce: (job: Job) => void;

  constructor(announce: (job: Job) => void) {
    this.#announce = announce;
  }

  list(): readonly Job[] {
    return [...this.#entries.values()].map((entry) => entry.job);
  }

  get(id: string): Job {
    return this.#entry(id).job;
  }

  cancel(id: string): void {
    this.#entry(id).abort.abort();
  }

  /** Waits until a job has ended, in whatever way. */
  ended(id: string): Promise<Job> {
    return this.#entry(id).ended;
  }

  get isEditing(): boolean {
    return [...this.#entries.values()].some(
      ({ job, editing }) => editing && job.state === 'running',
    );
  }

  /** Asks every job that runs to stop, and waits until all have ended. */
  async stop(): Promise<void> {
    const running = [...this.#entries.values()].filter(({ job }) => job.state === 'running');
    for (const { abort } of running) abort.abort();
    await Promise.all(running.map(({ ended }) => ended));
  }

  /** Starts work and answers its id at once. */
  start(method: string, work: (handle: JobHandle) => Promise<unknown>): string {
    const id = uuidv7();
    const abort = new AbortController();
    let announced = 0;
    const update = (change: Partial<Job>): Job => {
      const entry = this.#entry(id);
      entry.job = { ...entry.job, ...change };
      const now = Date.now();
      if (entry.job.state !== 'running' || now - announced >= announceEvery) {
        announced = now;
        this.#announce(entry.job);
      }
      return entry.job;
    };
    const run = async (): Promise<Job> => {
      await Promise.resolve();
      try {
        if (abort.signal.aborted) throw new Failure('cancelled');
        const value = await work({
          signal: abort.signal,
          progress: (done, total, doing) => {
            if (abort.signal.aborted) throw new Failure('cancelled');
            update({ done, total, doing });
          },
          edits: () => {
            this.#entry(id).editing = true;
          },
        });
        return update({ state: 'finished', value: value as NonNullable<Job['value']> });
      } catch (thrown) {
        const error = toFailure(thrown).toError();
        return update({ state: error.code === 'cancelled' ? 'cancelled' : 'failed', error });
      } finally {
        this.#forget();
      }
    };
    const job: Job = { id, method, done: 0, total: 0, doing: '', state: 'running' };
    this.#entries.set(id, { job, editing: false, abort, ended: run() });
    return id;
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new Failure('not-found', 'There is no such job.', { id });
    return entry;
  }

  #forget(): void {
    const ended = [...this.#entries].filter(([, entry]) => entry.job.state !== 'running');
    for (const [id] of ended.slice(0, -remembered)) this.#entries.delete(id);
  }
}
