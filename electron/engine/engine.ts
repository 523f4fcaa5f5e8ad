import type { z } from 'zod';
import type {
  EditContext,
  Handler,
  JobContext,
  Printer,
  SessionContext,
} from '#electron/handlers/context.ts';
import { toFailure } from '#electron/handlers/failure.ts';
import { handlers } from '#electron/handlers/index.ts';
import { backupFolder } from '#electron/handlers/project.ts';
import { isBackedUp, makeBackup } from '#electron/project/backup.ts';
import type { Project } from '#electron/project/project.ts';
import { getProjectRecord } from '#electron/project/study.ts';
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
import { BackupSchedule, type BackupTimes, usualTimes } from './backup-schedule.ts';
import { FileTable } from './files.ts';
import { IndexSchedule } from './index-schedule.ts';
import { type JobHandle, JobTable } from './job-table.ts';
import { createLayouter } from './laying-out.ts';
import { createMatcher } from './matching.ts';
import { createParser } from './parsing.ts';
import { createPrinter } from './printing.ts';
import { verifyInThread } from './verify-copy.ts';

export interface EngineOptions {
  /** Where the engine keeps its own files, such as backups. */
  readonly dataFolder: string;
  /** When it makes backups by itself, where not as usual. */
  readonly backups?: BackupTimes;
}

/** What the engine is lent by its host. */
interface Lent {
  /** Prints pages, where the host does it; an installed Chromium does otherwise. */
  readonly printer?: Printer;
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
  readonly #matcher = createMatcher();
  readonly #layouter = createLayouter();
  readonly #printer: Printer;
  readonly #index = new IndexSchedule();
  readonly #backups: BackupSchedule;
  #project: Project | null = null;
  /** The opening or closing that is under way; those asked for meanwhile wait their turn. */
  #pending: Promise<unknown> | null = null;
  #isClosing = false;

  constructor(options: EngineOptions, lent: Lent) {
    this.#options = options;
    this.#printer = lent.printer ?? createPrinter();
    this.#backups = new BackupSchedule(options.backups ?? usualTimes, {
      isDue: (project) => !isBackedUp(project.store.database, this.#folderOf(project)),
      make: async (project, signal) => {
        const folder = this.#folderOf(project);
        await makeBackup(project.store.database, { folder, verify: verifyInThread, signal });
      },
      // A job that failed is what every host knows how to show.
      report: (failure) => this.#jobs.start('project.backUp', () => Promise.reject(failure)),
    });
  }

  async post(method: string, input: unknown): Promise<AnyReply> {
    try {
      if (this.#isClosing) throw new Failure('cancelled');
      if (!isMethod(method)) throw new Failure('unknown-call', undefined, { method });
      this.#backups.touch();
      this.#index.touch();
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
    this.#isClosing = true;
    // What is being opened is let in first, so that it is let go of like any other.
    await this.#pending;
    await Promise.all([
      this.#jobs.stop(),
      this.#parser.close(),
      this.#matcher.close(),
      this.#layouter.close(),
      this.#backups.stop(),
    ]);
    // A job may have asked for another file before it noticed.
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
        return run(this.#sessionContext(), input);
      case 'session':
        return this.#inTurn(() => run(this.#sessionContext(), input));
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

  // Opening may wait for a backup; what would open, close or undo meanwhile comes after it.
  #inTurn(work: () => unknown): unknown {
    const result = this.#pending === null ? work() : this.#pending.then(work);
    if (!(result instanceof Promise)) return result;
    const settled: Promise<unknown> = result
      .catch(() => undefined)
      .then(() => {
        if (this.#pending === settled) this.#pending = null;
      });
    this.#pending = settled;
    return result;
  }

  // What was done is done, whatever becomes of those who hear of it.
  #emit(event: EngineEvent): void {
    if (event.type === 'changed') this.#index.expect();
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (thrown) {
        process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
      }
    }
  }

  #use(project: Project | null): void {
    if (this.#project === project) return;
    const before = this.#project;
    this.#project = project;
    this.#backups.watch(project);
    this.#index.watch(project);
    try {
      before?.close();
    } finally {
      this.#emit({ type: 'session' });
    }
  }

  #folderOf(project: Project): string {
    return backupFolder(this.#options.dataFolder, getProjectRecord(project.store));
  }

  #readContext(project: Project): Omit<EditContext, 'label'> {
    const { dataFolder } = this.#options;
    return {
      project,
      isOpen: true,
      dataFolder,
      jobs: this.#jobs,
      matcher: this.#matcher,
      layouter: this.#layouter,
    };
  }

  #sessionContext(current = (): Project | null => this.#project): SessionContext {
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
      matcher: this.#matcher,
      layouter: this.#layouter,
      files: this.#files,
      verifyCopy: verifyInThread,
      use: (project) => this.#use(project),
      announce: (changed) => {
        if (changed !== null) this.#emit(changed);
      },
      announceSession: () => this.#emit({ type: 'session' }),
    };
  }

  #jobContext(job: JobHandle): JobContext {
    // A job works on the project it was started for, or has opened itself, and on no other.
    let own = this.#project;
    const current = (): Project | null => {
      if (this.#project !== own)
        throw new Failure(
          'cancelled',
          'The project was closed meanwhile. What was finished before is kept.',
        );
      return own;
    };
    const session = this.#sessionContext(current);
    const extra = {
      signal: job.signal,
      parser: this.#parser,
      printer: this.#printer,
      progress: (done: number, total: number, doing: string) => job.progress(done, total, doing),
      edit: <T>(work: Parameters<Project['edit']>[0]): T => {
        const edited = session.project.edit(work);
        job.edits();
        session.announce(edited.changed);
        return edited.value as T;
      },
      call: async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
        current();
        if (contract[method].effect === 'edit') job.edits();
        const value = (await this.#finish(method, input)) as Output<M>;
        if (contract[method].effect === 'session') own = this.#project;
        return value;
      },
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
export const createEngine = (options: EngineOptions, lent: Lent = {}): Engine =>
  new LocalEngine(options, lent);
