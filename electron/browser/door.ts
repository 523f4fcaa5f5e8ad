import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '#shared/contract/errors.ts';
import { Refused } from './http.ts';

const secret = (): string => randomBytes(32).toString('base64url');

// Digests are of one length, which the constant-time comparison asks for.
const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
const same = (given: string, known: string): boolean =>
  timingSafeEqual(digest(given), digest(known));

const refuse = (status: number, message: string): never => {
  throw new Refused(status, new Failure('internal', message));
};

/*
 * Libraries of the renderer put style elements into the page, hence 'unsafe-inline' for styles.
 * Scripts come from this server only.
 */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with every answer. Nothing is kept in the browser's cache: transcripts pass here. */
export const headers: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': contentPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Decides who is let in: the bearer of the first address, and then of the cookie it gave. */
export class Door {
  readonly #port: number;
  readonly #session = secret();
  readonly #invitations: { readonly token: string; readonly once: boolean }[] = [];

  constructor(port: number) {
    this.#port = port;
  }

  /**
   * An address that lets its bearer in. One for a window is good `once`, since other people at the
   * same computer may see it in the list of processes.
   */
  invite(once: boolean): string {
    const token = secret();
    this.#invitations.push({ token, once });
    return `http://127.0.0.1:${this.#port}/?token=${token}`;
  }

  /** Throws Refused unless the request names this server and comes from its own pages. */
  checkOrigin({ headers: { host = '', origin, 'sec-fetch-site': site } }: IncomingMessage): void {
    if (host !== `127.0.0.1:${this.#port}` && host !== `localhost:${this.#port}`)
      refuse(403, 'This server answers to 127.0.0.1 only.');
    if (origin !== undefined && origin !== `http://${host}`)
      refuse(403, 'This server answers to its own pages only.');
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      refuse(403, 'This server answers to its own pages only.');
  }

  /** Trades the token of a first address for the cookie, and sends on to the clean address. */
  enter(given: string, response: ServerResponse): void {
    const found = this.#invitations.findIndex(({ token }) => same(given, token));
    const invitation = this.#invitations[found];
    if (invitation === undefined)
      return refuse(403, 'This address is not valid any more. Open the one Understory gave last.');
    if (invitation.once) this.#invitations.splice(found, 1);
    const cookie = `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
    response.writeHead(303, { Location: '/', 'Set-Cookie': cookie }).end();
  }

  /** Throws Refused unless the request carries the cookie. */
  checkCookie({ headers: { cookie = '' } }: IncomingMessage): void {
    const prefix = `${this.#cookieName}=`;
    const own = cookie.split('; ').find((pair) => pair.startsWith(prefix)) ?? '';
    if (!same(own.slice(prefix.length), this.#session))
      refuse(401, 'Open the address that Understory gave when it started: it lets you in.');
  }

  // Cookies are shared between the ports of a computer, so the port is part of the name.
  get #cookieName(): string {
    return `understory-${this.#port}`;
  }
}
