import type { Project } from '#electron/project/project.ts';
import { bringIndexUpToDate } from '#electron/project/search-index.ts';

/** A step takes about so long, in milliseconds, and leaves the engine to others until the next. */
const stepMs = 15;
const pauseMs = 15;

/** Opening and editing come first: the index follows when so long nothing was asked, in milliseconds. */
const idleMs = 400;

/**
 * Keeps the full-text index of the open project up to date in idle time, in short steps. Its timers
 * keep no process alive: what is left is done when the project is next open, or before a search.
 */
export class IndexSchedule {
  #timer: NodeJS.Timeout | undefined;
  #project: Project | null = null;
  #lastCall = 0;

  /** Looks after this project from now on, and no longer after the one before; null: after none. */
  watch(project: Project | null): void {
    this.#project = project;
    this.#wait(idleMs);
  }

  /** Says that a call came in: what is not urgent waits until there is a pause. */
  touch(): void {
    this.#lastCall = Date.now();
  }

  /** Says that something was edited, so that there may be something to index. */
  expect(): void {
    if (this.#timer === undefined) this.#wait(idleMs);
  }

  #wait(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const project = this.#project;
    if (project === null) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const pause = Date.now() - this.#lastCall;
      if (pause < idleMs) this.#wait(idleMs - pause);
      else if (!this.#step(project)) this.#wait(pauseMs);
    }, delay).unref();
  }

  /** Answers whether there is nothing left to do. */
  #step(project: Project): boolean {
    try {
      return bringIndexUpToDate(project.store, stepMs);
    } catch {
      // A full disk, for example: the next search says so, to somebody who is there to hear it.
      return true;
    }
  }
}
