import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol } from 'electron';

/** The app's page has an origin of its own, so that nothing on the disk shares it, as file: would. */
const scheme = 'app';
const host = 'understory';
export const pageUrl = `${scheme}://${host}/`;

/** What the page may load and run: its own files, and pictures inside them. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Interface libraries set styles from code. Styles run nothing.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Whether an address is the app's own page, whatever place in it. */
export const isOwnPage = (address: string): boolean => {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${scheme}:` &&
    url.host === host &&
    (url.pathname === '/' || url.pathname === '/index.html')
  );
};

/** Makes the scheme a proper origin. Before the app is ready, once. */
export const declarePage = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

/** Pages that are offered to be printed, by their path. */
const offered = new Map<string, Uint8Array>();

/** A page that is there until it is withdrawn. */
export interface OfferedPage {
  readonly url: string;
  withdraw(): void;
}

/** Offers a page (HTML in UTF-8) under an address that nobody can guess; it may run and load nothing. */
export const offerPage = (html: Uint8Array): OfferedPage => {
  const path = `/print/${randomUUID()}`;
  offered.set(path, html);
  return { url: `${scheme}://${host}${path}`, withdraw: () => void offered.delete(path) };
};

const printed = (html: Uint8Array): Response =>
  new Response(new Uint8Array(html), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    },
  });

const missing = (): Response => new Response('Not found', { status: 404 });

const serve = async (folder: string, request: Request): Promise<Response> => {
  const url = new URL(request.url);
  if (url.host !== host || request.method !== 'GET') return missing();
  const page = offered.get(url.pathname);
  if (page !== undefined) return printed(page);
  try {
    const name = url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname);
    const path = join(folder, name);
    if (!path.startsWith(folder + sep)) return missing();
    return new Response(await readFile(path), {
      headers: {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      },
    });
  } catch {
    return missing();
  }
};

/** Serves the built page from its folder and nothing outside it. After the app is ready. */
export const servePage = (folder: string): void =>
  protocol.handle(scheme, (request) => serve(folder, request));
