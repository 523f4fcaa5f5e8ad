import { resolve } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '#electron/browser/folders.ts';
import { onStop } from '#electron/browser/stop.ts';
import { createEngine, type Engine } from '#electron/engine/engine.ts';
import { run } from '#electron/engine/run.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import {
  contract,
  type Input,
  isMethod,
  type Method,
  type Output,
} from '#shared/contract/index.ts';
import { fileTokenSchema } from '#shared/contract/project.ts';
import type { AnyReply } from '#shared/contract/reply.ts';
import { failureOf, showProgress } from './output.ts';

/** Given as FILE, it stands for no project. */
const none = '-';

const show = (job: Job): void =>
  showProgress(
    job.state === 'running' && job.total > 0 ? `${job.done}/${job.total} ${job.doing}` : null,
  );

/** The engine in this process, with what the command line adds to it: paths and patience. */
export class Session {
  readonly #engine: Engine = createEngine({ dataFolder: dataFolder() });
  readonly #tokens = new Map<string, string>();
  readonly #given = new Set<string>();
  #closed: Promise<void> | null = null;

  /** A token for a path; the same one when asked again. A token that was given stays what it is. */
  async offer(path: string): Promise<string> {
    if (this.#given.has(path)) return path;
    const absolute = resolve(path);
    const token = this.#tokens.get(absolute) ?? (await this.#engine.offer(absolute));
    this.#tokens.set(absolute, token);
    this.#given.add(token);
    return token;
  }

  /** Makes a call whose input has paths where the contract wants tokens; a job is waited for. */
  async post(method: string, input: unknown): Promise<AnyReply> {
    if (this.isClosing) return { ok: false, error: new Failure('cancelled').toError() };
    if (!isMethod(method)) return this.#engine.post(method, input);
    const withTokens = await this.#withTokens(contract[method].input, input);
    return run(this.#engine, [method, withTokens as Input<typeof method>], show);
  }

  /** Makes a call and answers what it is worth. Throws its failure. */
  async worth<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    const reply = await this.post(method, input);
    if (!reply.ok) throw failureOf(reply.error);
    return reply.value as Output<M>;
  }

  /** Stops jobs and closes the project. */
  close(): Promise<void> {
    this.#closed ??= this.#engine.close();
    return this.#closed;
  }

  get isClosing(): boolean {
    return this.#closed !== null;
  }

  async #withTokens(schema: unknown, value: unknown): Promise<unknown> {
    if (schema === fileTokenSchema)
      return typeof value === 'string' && value !== '' ? this.offer(value) : value;
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
      return this.#withTokens(schema.unwrap(), value);
    if (schema instanceof z.ZodArray && Array.isArray(value))
      return Promise.all(value.map((item) => this.#withTokens(schema.element, item)));
    if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null) {
      const shape = schema.shape as Readonly<Record<string, unknown>>;
      const pairs: readonly [string, unknown][] = Object.entries(value);
      const offered = pairs.map(async ([name, item]) => {
        const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
        return [name, await this.#withTokens(known, item)] as const;
      });
      return Object.fromEntries(await Promise.all(offered));
    }
    return value;
  }
}

/**
 * Opens a project (`-`: none), lets `work` use it, and closes it whatever happens; Ctrl+C stops the
 * job under way and closes it too. Throws the Failure of opening.
 */
export const withProject = async <T>(
  file: string,
  work: (session: Session) => Promise<T>,
): Promise<T> => {
  const session = new Session();
  onStop(() => void session.close().then(() => process.stdin.destroy()));
  try {
    if (file !== none) await session.worth('project.open', { file });
    return await work(session);
  } finally {
    await session.close();
  }
};

/** The reply to something that is not even a call. */
export const badInput = (message: string): AnyReply => ({
  ok: false,
  error: new Failure('bad-input', message).toError(),
});
