import type { ServerResponse } from 'node:http';
import type { RemoteEngine } from '#electron/engine/start.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Exchange } from './http.ts';

/** A page that is this many bytes behind is let go; it comes back and asks anew. */
const mostBehind = 8_000_000;

const frame = (number: number, event: EngineEvent): string =>
  `id: ${number}\ndata: ${JSON.stringify(event)}\n\n`;

/** Sends the engine's events to every open page as server-sent events. */
export class EventStream {
  readonly #pages = new Set<ServerResponse>();
  readonly #stop: () => void;
  #sent = 0;

  constructor(engine: RemoteEngine) {
    this.#stop = engine.listen((event) => {
      this.#sent += 1;
      const text = frame(this.#sent, event);
      for (const page of this.#pages) {
        if (page.writableLength > mostBehind) page.destroy();
        else page.write(text);
      }
    });
  }

  /** Keeps the answer open. A page that lost its connection and events with it is told to ask anew. */
  attach({ request, response }: Exchange): void {
    const heard = request.headers['last-event-id'];
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('retry: 500\n\n');
    if (heard !== undefined && heard !== String(this.#sent))
      response.write(frame(this.#sent, { type: 'session' }));
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  close(): void {
    this.#stop();
    for (const page of this.#pages) page.end();
  }
}
