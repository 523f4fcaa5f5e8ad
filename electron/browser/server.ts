import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RemoteEngine } from '#electron/engine/start.ts';
import { Failure } from '#shared/contract/errors.ts';
import { Door, headers } from './door.ts';
import { EventStream } from './event-stream.ts';
import { type Exchange, Refused, readName, readText, sendFailure, sendJson } from './http.ts';
import type { ProjectFolder } from './project-folder.ts';
import { staticFiles } from './static-files.ts';
import { TempFiles } from './temp-files.ts';

/*
 * Host 2: the app on 127.0.0.1. What the page asks for, by the same names as Platform:
 *
 * | request                            | body              | answer                                     |
 * |------------------------------------|-------------------|--------------------------------------------|
 * | GET  /?token=TOKEN                 |                   | 303 to /, with the cookie that lets in     |
 * | GET  / and /assets/...             |                   | the built renderer                         |
 * | POST /call/METHOD                  | input as JSON     | 200, the engine's reply as JSON            |
 * | GET  /events                       |                   | server-sent events; `data` is an event     |
 * | POST /files?name=NAME&folder=PATH  | one file's bytes  | {token, name, folder}: takes in a file     |
 * | POST /targets                      | {"name": "a.csv"} | {token, name}: a file for the engine to write |
 * | GET  /targets/TOKEN                |                   | the file written there, once, as a download |
 * | GET  /projects                     |                   | RecentProject[]: the projects known here   |
 * | POST /projects                     | {"name": "Study"} | {token, name, folder}: a new project's file |
 * | POST /projects/upload?name=NAME    | a project's bytes | {token, name, folder}: a copy was taken in |
 *
 * `folder` is '' where a project is meant: it never says where on the disk something is.
 * A POST that is refused answers {ok: false, error} with status 400, 401, 403, 404, 413 or 507;
 * a GET answers the status and a sentence. After events were missed, the first event on the new
 * connection is `session`.
 */

const callBytes = 60_000_000;

export interface ServerOptions {
  readonly engine: RemoteEngine;
  readonly projects: ProjectFolder;
  /** The folder of the built renderer. */
  readonly rendererFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface Server {
  /** An address that lets its bearer in: any number of times, or once. */
  invite(once: boolean): string;
  close(): Promise<void>;
}

type Answer = (exchange: Exchange) => Promise<void> | void;

/** Starts serving on 127.0.0.1. The engine stays its caller's. Throws where the port is taken. */
export const serve = async (options: ServerOptions): Promise<Server> => {
  const { engine, projects } = options;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const door = new Door((server.address() as AddressInfo).port);
  const files = await TempFiles.make(engine);
  const events = new EventStream(engine);
  const json = async (response: ServerResponse, value: unknown): Promise<void> =>
    sendJson(response, JSON.stringify(await value));

  const routes: Readonly<Record<string, Answer>> = {
    'POST /call/*': async ({ request, response, tail }) =>
      sendJson(response, await engine.postText(tail, await readText(request, callBytes))),
    'GET /events': (exchange) => events.attach(exchange),
    'POST /files': (exchange) => json(exchange.response, files.takeIn(exchange)),
    'POST /targets': async ({ request, response }) =>
      json(response, files.addTarget(await readName(request))),
    'GET /targets/*': (exchange) => files.send(exchange),
    'GET /projects': ({ response }) => json(response, projects.list()),
    'POST /projects': async ({ request, response }) =>
      json(response, projects.add(await readName(request))),
    'POST /projects/upload': (exchange) => json(exchange.response, projects.receive(exchange)),
  };
  const serveStatic = staticFiles(options.rendererFolder);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    door.checkOrigin(request);
    const address = request.url ?? '';
    const url = address.startsWith('/') ? URL.parse(`http://127.0.0.1${address}`) : null;
    if (url === null) throw new Refused(400, new Failure('bad-input'));
    const token = url.searchParams.get('token');
    if (request.method === 'GET' && url.pathname === '/' && token !== null)
      return door.enter(token, response);
    door.checkCookie(request);
    const [, first = '', tail = ''] = /^\/([^/]*)\/([^/]+)$/u.exec(url.pathname) ?? [];
    const exchange = { request, response, url, tail };
    const route =
      routes[`${request.method} ${url.pathname}`] ?? routes[`${request.method} /${first}/*`];
    if (route !== undefined) return route(exchange);
    if (request.method === 'GET') return serveStatic(exchange);
    throw new Refused(404, new Failure('unknown-call', 'There is nothing at this address.'));
  };

  server.on('request', (request, response) => {
    answer(request, response).catch((thrown: unknown) =>
      sendFailure({ request, response }, thrown),
    );
  });
  return {
    invite: (once) => door.invite(once),
    close: async () => {
      events.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await files.remove();
    },
  };
};
