import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RemoteEngine } from '#electron/engine/start.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { PickedFile } from '#shared/contract/platform.ts';
import { checkLength, type Exchange, limited, queryWord, Refused } from './http.ts';

const mostBytes = 500_000_000;

const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
};

// A process that was killed leaves interviews behind; the next one takes them away.
const removeLeftovers = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(/^understory-(\d+)-/u.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(owner) || isRunning(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      continue;
    }
  }
};

/** Streams a body into a new file; leaves none behind when it fails. Throws Refused. */
export const receive = async (
  request: IncomingMessage,
  path: string,
  limit: number,
): Promise<void> => {
  checkLength(request, limit);
  try {
    await pipeline(request, limited(limit), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (thrown) {
    await rm(path, { force: true });
    throw thrown;
  }
};

/** Files on their way in and out, in a folder that only this person can read. */
export class TempFiles {
  readonly #folder: string;
  readonly #engine: RemoteEngine;
  readonly #targets = new Map<string, { readonly path: string; readonly name: string }>();

  private constructor(folder: string, engine: RemoteEngine) {
    this.#folder = folder;
    this.#engine = engine;
  }

  static async make(engine: RemoteEngine): Promise<TempFiles> {
    removeLeftovers();
    return new TempFiles(await mkdtemp(join(tmpdir(), `understory-${process.pid}-`)), engine);
  }

  /** Takes in a file that was picked. Throws Refused where it is too large. */
  async takeIn({ request, url }: Exchange): Promise<PickedFile> {
    const path = this.#freshPath();
    await receive(request, path, mostBytes);
    const name = queryWord(url, 'name') || 'Untitled';
    return { token: await this.#engine.offer(path, name), name, folder: queryWord(url, 'folder') };
  }

  /** A token for the engine to write a file under, to be downloaded as `name`. */
  async addTarget(name: string): Promise<Pick<PickedFile, 'token' | 'name'>> {
    const path = this.#freshPath();
    const token = await this.#engine.offer(path, name);
    this.#targets.set(token, { path, name });
    return { token, name };
  }

  /** Downloads what was written under `token`, once. Throws Refused 404 where nothing was. */
  async send({ response, tail: token }: Exchange): Promise<void> {
    const target = this.#targets.get(token);
    const size = target && (await stat(target.path).catch(() => undefined))?.size;
    if (target === undefined || size === undefined)
      throw new Refused(404, new Failure('file-missing'));
    this.#targets.delete(token);
    // RFC 6266 with RFC 8187: the name in any script, percent-encoded.
    const name = encodeURIComponent(target.name.toWellFormed()).replaceAll(
      /['()*]/gu,
      (mark) => `%${mark.charCodeAt(0).toString(16)}`,
    );
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': size,
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    });
    try {
      await pipeline(createReadStream(target.path), response);
    } finally {
      await rm(target.path, { force: true });
    }
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  // No name given by anyone becomes part of a path.
  #freshPath(): string {
    return join(this.#folder, randomBytes(12).toString('hex'));
  }
}
