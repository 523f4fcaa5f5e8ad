import { randomBytes } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { RemoteEngine } from '#electron/engine/start.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { PickedFile, RecentProject } from '#shared/contract/platform.ts';
import { type Exchange, queryWord, Refused } from './http.ts';
import { receive } from './temp-files.ts';

const extension = '.understory';
const mostBytes = 4_000_000_000;
const magic = 'SQLite format 3\0';

/** A file name that every system takes, without extension, made of what a person calls a project. */
const safeName = (name: string): string => {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/\.understory$/iu, '')
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, '-')
    .slice(0, 80)
    .toWellFormed()
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  if (plain === '') return 'Project';
  // Windows keeps these names for devices, with any extension.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(plain) ? `_${plain}` : plain;
};

const startsLikeProject = async (path: string): Promise<boolean> => {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(magic.length) });
    return buffer.toString('latin1') === magic;
  } finally {
    await handle.close();
  }
};

const shown = (folder: string): string =>
  folder.startsWith(homedir()) ? `~${folder.slice(homedir().length)}` : folder;

/** The folder that stands in for open and save dialogs: where projects are found and created. */
export class ProjectFolder {
  readonly #folder: string;
  readonly #engine: RemoteEngine;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(folder: string, engine: RemoteEngine) {
    this.#folder = folder;
    this.#engine = engine;
  }

  /** The token that stands for a path: one for each, however often it is asked for. */
  offer(path: string): Promise<string> {
    const known = this.#tokens.get(path) ?? this.#engine.offer(path);
    this.#tokens.set(path, known);
    return known;
  }

  /** A token for a project to be created under this name, or the next free one like it. */
  async add(name: string): Promise<PickedFile> {
    await mkdir(this.#folder, { recursive: true });
    return this.#picked(this.#freePath(name));
  }

  /** Takes in the copy of a project that was picked in the browser. Throws Refused. */
  async receive({ request, url }: Exchange): Promise<PickedFile> {
    await mkdir(this.#folder, { recursive: true });
    const unfinished = join(this.#folder, `.${randomBytes(12).toString('hex')}.part`);
    await receive(request, unfinished, mostBytes);
    try {
      if (!(await startsLikeProject(unfinished)))
        throw new Refused(400, new Failure('not-a-project'));
      const path = this.#freePath(queryWord(url, 'name'));
      // At once, so that no other copy takes the name in between.
      renameSync(unfinished, path);
      return await this.#picked(path);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** The projects in the folder and those opened from elsewhere, the last changed first. */
  async list(): Promise<readonly RecentProject[]> {
    const inside = await readdir(this.#folder).catch(() => []);
    const paths = new Set([
      ...inside.filter((name) => !name.startsWith('.')).map((name) => join(this.#folder, name)),
      ...this.#tokens.keys(),
    ]);
    const found = await Promise.all(
      [...paths]
        .filter((path) => path.endsWith(extension))
        .map(async (path): Promise<readonly RecentProject[]> => {
          const status = await stat(path).catch(() => undefined);
          if (status?.isFile() !== true) return [];
          return [
            {
              token: await this.offer(path),
              name: basename(path, extension),
              location: shown(dirname(path)),
              openedAt: status.mtime.toISOString(),
            },
          ];
        }),
    );
    return found.flat().sort((a, b) => b.openedAt.localeCompare(a.openedAt));
  }

  #freePath(name: string): string {
    const wanted = join(this.#folder, safeName(name));
    let path = `${wanted}${extension}`;
    for (let number = 2; existsSync(path); number += 1) path = `${wanted} ${number}${extension}`;
    return path;
  }

  async #picked(path: string): Promise<PickedFile> {
    return { token: await this.offer(path), name: basename(path), folder: '' };
  }
}
