import type { z } from 'zod';
import type {
  EditContext,
  Handler,
  JobContext,
  SessionContext,
} from '#electron/handlers/context.ts';
import { toFailure } from '#electron/handlers/failure.ts';
import { handlers } from '#electron/handlers/index.ts';
import type { Project } from '#electron/project/project.ts';
import { type ErrorCode, Failure } from '#shared/contract/errors.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import {
  type Answer,
  type CheckedInput,
  contract,
  type Input,
  isMethod,
  type Method,
  type Output,
} from '#shared/contract/index.ts';
import type { AnyReply, Reply } from '#shared/contract/reply.ts';
import { FileTable } from './files.ts';
import { type JobHandle, JobTable } from './job-table.ts';
import { createParser } from './parsing.ts';

export interface EngineOptions {
  /** Where the engine keeps its own files, such as backups. */
  readonly dataFolder: string;
}

/** One open project behind the contract: what every host speaks to. */
export interface Engine {
  /** Makes a call by name, with input of any shape; every failure is in the reply. */
  post(method: string, input: unknown): Promise<AnyReply>;
  /** Makes a call whose types are known. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Reply<Answer<M>>>;
  /** Hears events until the returned function is called. */
  listen(listener: (event: EngineEvent) => void): () => void;
  /** Takes a path in; the token stands for it in calls. */
  offer(path: string, name?: string): Promise<string>;
  /** Closes the project and lets go of everything. */
  close(): Promise<void>;
}

const describeIssues = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}`)
    .join('; ');

const checked = <M extends Method>(method: M, input: unknown): CheckedInput<M> => {
  const result = contract[method].input.safeParse(input);
  if (result.success) return result.data as CheckedInput<M>;
  throw new Failure('bad-input', `${method}: ${describeIssues(result.error)}`, {
    issues: result.error.issues.map((issue) => ({
      path: issue.path.map(String),
      message: issue.message,
    })),
  });
};

class LocalEngine implements Engine {
  readonly #options: EngineOptions;
  readonly #files = new FileTable();
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #jobs = new JobTable((job) => this.#emit({ type: 'job', job }));
  readonly #parser = createParser();
  #project: Project | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  async post(method: string, input: unknown): Promise<AnyReply> {
    try {
      if (!isMethod(method)) throw new Failure('unknown-call', undefined, { method });
      return { ok: true, value: await this.#dispatch(method, checked(method, input)) };
    } catch (thrown) {
      return { ok: false, error: toFailure(thrown).toError() };
    }
  }

  async call<M extends Method>(method: M, input: Input<M>): Promise<Reply<Answer<M>>> {
    return (await this.post(method, input)) as Reply<Answer<M>>;
  }

  listen(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  offer(path: string, name?: string): Promise<string> {
    return Promise.resolve(this.#files.offer(path, name));
  }

  async close(): Promise<void> {
    const running = this.#jobs.list().filter((job) => job.state === 'running');
    for (const job of running) this.#jobs.cancel(job.id);
    await Promise.all(running.map((job) => this.#jobs.ended(job.id)));
    await this.#parser.close();
    this.#use(null);
  }

  #dispatch<M extends Method>(method: M, input: CheckedInput<M>): unknown {
    const { effect } = contract[method];
    const handler: Handler<M> = handlers[method];
    // The map pairs each method with a handler of its own effect and input; TypeScript cannot
    // follow that through an index, so the pairing is restated here, once.
    type Loose = (context: unknown, value: unknown) => unknown;
    const run = handler as Loose;
    switch (effect) {
      case 'read':
      case 'session':
        return run(this.#sessionContext(), input);
      case 'edit': {
        const { project } = this.#sessionContext();
        const edited = project.edit((label) => {
          const context: EditContext = { ...this.#readContext(project), label };
          return run(context, input);
        });
        if (edited.changed !== null) this.#emit(edited.changed);
        return edited.value;
      }
      case 'job': {
        const jobId = this.#jobs.start(
          method,
          (job) => run(this.#jobContext(job), input) as Promise<unknown>,
        );
        return { jobId };
      }
      default: {
        const never: never = effect;
        return never;
      }
    }
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #use(project: Project | null): void {
    if (this.#project === project) return;
    const before = this.#project;
    this.#project = null;
    before?.close();
    this.#project = project;
    this.#emit({ type: 'session' });
  }

  #readContext(project: Project): Omit<EditContext, 'label'> {
    return { project, isOpen: true, dataFolder: this.#options.dataFolder, jobs: this.#jobs };
  }

  #sessionContext(): SessionContext {
    const current = (): Project | null => this.#project;
    return {
      get project(): Project {
        const project = current();
        if (project === null) throw new Failure('no-project');
        return project;
      },
      get isOpen(): boolean {
        return current() !== null;
      },
      dataFolder: this.#options.dataFolder,
      jobs: this.#jobs,
      files: this.#files,
      use: (project) => this.#use(project),
      announce: (changed) => {
        if (changed !== null) this.#emit(changed);
      },
      announceSession: () => this.#emit({ type: 'session' }),
    };
  }

  #jobContext(job: JobHandle): JobContext {
    const session = this.#sessionContext();
    const extra = {
      signal: job.signal,
      parser: this.#parser,
      progress: (done: number, total: number, doing: string) => job.progress(done, total, doing),
      edit: <T>(work: Parameters<Project['edit']>[0]): T => {
        const edited = session.project.edit(work);
        session.announce(edited.changed);
        return edited.value as T;
      },
      call: async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> =>
        (await this.#finish(method, input)) as Output<M>,
    };
    // Keeps the getters, which a spread would freeze at their value of now.
    return Object.defineProperties(
      extra,
      Object.getOwnPropertyDescriptors(session),
    ) as unknown as JobContext;
  }

  async #finish<M extends Method>(method: M, input: Input<M>): Promise<unknown> {
    const value = await this.#dispatch(method, checked(method, input));
    if (contract[method].effect !== 'job') return value;
    const job = await this.#jobs.ended((value as { readonly jobId: string }).jobId);
    if (job.state === 'finished') return job.value;
    const code: ErrorCode = job.error?.code ?? 'internal';
    throw new Failure(code, job.error?.message, job.error?.details);
  }
}

/** The engine in this thread: for the worker, for tests and for short-lived processes. */
export const createEngine = (options: EngineOptions): Engine => new LocalEngine(options);
