import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { Failure } from '#shared/contract/errors.ts';
import { type Exchange, Refused } from './http.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The files below a folder by their addresses; none where there is no such folder. */
const list = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]));
};

/**
 * Serves the files of one folder. Only files that were found in it can be named, so an address
 * never becomes a path. Throws Refused 404, or 503 where the folder holds no `index.html`.
 */
export const staticFiles = (folder: string) => {
  let files = list(folder);
  return async ({ response, url }: Pick<Exchange, 'response' | 'url'>): Promise<void> => {
    const isStart = url.pathname === '/';
    // The start page lists anew, so that a fresh build is found without a restart.
    if (isStart) files = list(folder);
    const path = (await files).get(isStart ? '/index.html' : url.pathname);
    if (path === undefined)
      throw isStart
        ? new Refused(
            503,
            new Failure('internal', 'The screens are not built yet. Run "npm run build" first.'),
          )
        : new Refused(404, new Failure('file-missing', 'There is nothing at this address.'));
    const bytes = await readFile(path);
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes);
  };
};
