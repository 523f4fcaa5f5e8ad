import { toFailure } from '#electron/handlers/failure.ts';
import type { Project } from '#electron/project/project.ts';
import type { Failure } from '#shared/contract/errors.ts';

/** When backups are made, in milliseconds. */
export interface BackupTimes {
  /** The first one after opening: when nothing was asked of the engine for so long. */
  readonly idle: number;
  /** However busy it is, the first one waits no longer than this. */
  readonly patience: number;
  /** From one to the next. */
  readonly every: number;
}

/** Soon after opening, then every half hour. */
export const usualTimes: BackupTimes = { idle: 10_000, patience: 120_000, every: 1_800_000 };

/** What the schedule needs of its engine. */
export interface BackupWork {
  /** Whether the project has changed since its last backup. */
  isDue(project: Project): boolean;
  make(project: Project, signal: AbortSignal): Promise<void>;
  /** Tells people that a backup failed. */
  report(failure: Failure): void;
}

/**
 * Backs up the open project by itself, while it changes. Its timers keep no process alive, so a
 * short-lived one ends without a backup. A failure is reported once, and again only after a backup
 * has succeeded or the failure is another.
 */
export class BackupSchedule {
  readonly #times: BackupTimes;
  readonly #work: BackupWork;
  #timer: NodeJS.Timeout | undefined;
  #abort = new AbortController();
  #running: Promise<void> | null = null;
  #lastCall = 0;
  #reported: string | null = null;

  constructor(times: BackupTimes, work: BackupWork) {
    this.#times = times;
    this.#work = work;
  }

  /** Looks after this project from now on, and no longer after the one before; null: after none. */
  watch(project: Project | null): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
    if (project === null) return;
    this.#abort = new AbortController();
    this.#reported = null;
    this.#wait(project, this.#times.idle, Date.now() + this.#times.patience);
  }

  /** Says that a call came in: what is not urgent waits until there is a pause. */
  touch(): void {
    this.#lastCall = Date.now();
  }

  /** Stops looking after any project, and waits until a backup under way has been given up. */
  async stop(): Promise<void> {
    this.watch(null);
    await this.#running;
  }

  #wait(project: Project, delay: number, latest: number): void {
    const { signal } = this.#abort;
    this.#timer = setTimeout(() => {
      const pause = Date.now() - this.#lastCall;
      if (pause < this.#times.idle && Date.now() < latest) {
        this.#wait(project, this.#times.idle - pause, latest);
        return;
      }
      this.#running = this.#run(project, signal);
    }, delay).unref();
  }

  async #run(project: Project, signal: AbortSignal): Promise<void> {
    try {
      if (this.#work.isDue(project)) await this.#work.make(project, signal);
      this.#reported = null;
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (!signal.aborted && failure.code !== this.#reported) {
        this.#reported = failure.code;
        this.#work.report(failure);
      }
    }
    if (!signal.aborted) this.#wait(project, this.#times.every, 0);
  }
}
