import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '#shared/contract/errors.ts';

/** One request on its way to its answer. `tail` is what follows a route that ends with `*`. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly tail: string;
}

/** A request that is not served: the HTTP status, and the failure that says why. */
export class Refused extends Error {
  readonly status: number;
  readonly failure: Failure;

  constructor(status: number, failure: Failure) {
    super(failure.message);
    this.status = status;
    this.failure = failure;
  }
}

const tooLarge = (limit: number): Refused =>
  new Refused(
    413,
    new Failure('bad-input', `This is larger than ${limit / 1_000_000} MB. Nothing was changed.`),
  );

/** Refuses a body that says it is larger than `limit` bytes, before any of it is read. */
export const checkLength = (request: IncomingMessage, limit: number): void => {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
};

/** Hands the chunks on and refuses once they are more than `limit` bytes together. */
export const limited = (limit: number) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limit) throw tooLarge(limit);
      yield chunk;
    }
  };

/** The body as text. Throws Refused where it is larger than `limit` bytes. */
export const readText = async (request: IncomingMessage, limit: number): Promise<string> => {
  checkLength(request, limit);
  const chunks: Buffer[] = [];
  for await (const chunk of limited(limit)(request)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** The `name` of a JSON body `{"name": "..."}`; throws Refused where there is none. */
export const readName = async (request: IncomingMessage): Promise<string> => {
  const refused = new Refused(400, new Failure('bad-input', 'The body must be {"name": "..."}.'));
  try {
    const body: unknown = JSON.parse(await readText(request, 10_000));
    if (typeof body === 'object' && body !== null && 'name' in body)
      if (typeof body.name === 'string' && body.name.trim() !== '') return body.name;
    throw refused;
  } catch (thrown) {
    throw thrown instanceof SyntaxError ? refused : thrown;
  }
};

/** A word of the query, at most 2,000 characters long; '' where it is absent. */
export const queryWord = (url: URL, name: string): string =>
  (url.searchParams.get(name) ?? '').slice(0, 2000);

/** Answers with JSON text. */
export const sendJson = (response: ServerResponse, text: string, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(text);
};

const refusalOf = (thrown: unknown): Refused => {
  if (thrown instanceof Refused) return thrown;
  const full = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC';
  if (full) return new Refused(507, new Failure('disk-full'));
  process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  return new Refused(500, new Failure('internal'));
};

/** Answers what was thrown: in words to a reader, as a reply to a program. */
export const sendFailure = (
  { request, response }: Pick<Exchange, 'request' | 'response'>,
  thrown: unknown,
): void => {
  // Whoever asked has gone, which is their own affair, or has half of an answer already.
  if (response.destroyed || response.headersSent) {
    response.destroy();
    return;
  }
  const { status, failure, message } = refusalOf(thrown);
  if (request.method === 'POST') {
    sendJson(response, JSON.stringify({ ok: false, error: failure.toError() }), status);
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
};
