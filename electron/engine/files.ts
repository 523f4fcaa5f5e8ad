import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Files, OfferedFile } from '#electron/handlers/context.ts';
import { isOpenHere } from '#electron/project/lock.ts';
import { Failure } from '#shared/contract/errors.ts';

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/** The files that a host offered to the engine, by token. The same file keeps its token. */
export class FileTable implements Files {
  readonly #files = new Map<string, OfferedFile>();
  readonly #tokens = new Map<string, string>();

  /** Takes a path in; the token is all that callers ever see of it. */
  offer(path: string, name = basename(path)): string {
    const key = JSON.stringify([path, name]);
    const token = this.#tokens.get(key) ?? randomBytes(16).toString('hex');
    this.#tokens.set(key, token);
    this.#files.set(token, { path, name });
    return token;
  }

  find(token: string): OfferedFile {
    const file = this.#files.get(token);
    if (file === undefined) throw new Failure('file-missing');
    return file;
  }

  async read(token: string): Promise<Uint8Array> {
    const { path } = this.find(token);
    return this.#look(token, () => readFile(path));
  }

  async size(token: string): Promise<number> {
    const { path } = this.find(token);
    return (await this.#look(token, () => stat(path))).size;
  }

  async #look<T>(token: string, work: () => Promise<T>): Promise<T> {
    const { path, name } = this.find(token);
    // Reading it would take its lock away; see lock.ts.
    if (isOpenHere(path))
      throw new Failure('file-unreadable', `${name} is a project that is open, not a document.`);
    try {
      return await work();
    } catch (thrown) {
      if (codeOf(thrown) === 'ENOENT') throw new Failure('file-missing');
      throw new Failure('file-unreadable', `${name} could not be read.`, String(codeOf(thrown)));
    }
  }

  async write(token: string, bytes: Uint8Array): Promise<void> {
    const { path, name } = this.find(token);
    if (isOpenHere(path))
      throw new Failure(
        'export-refused',
        `${name} is a project that is open. It was left untouched. Choose another name.`,
      );
    const unfinished = join(dirname(path), `.${randomBytes(6).toString('hex')}.part`);
    try {
      const handle = await open(unfinished, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, path);
    } catch (thrown) {
      await rm(unfinished, { force: true });
      if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(codeOf(thrown))))
        throw new Failure('disk-full');
      throw new Failure(
        'export-refused',
        `${name} could not be written. What was there before is untouched. Choose another folder.`,
        String(codeOf(thrown)),
      );
    }
  }
}
