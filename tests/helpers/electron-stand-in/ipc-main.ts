import type { SenderFrame, WebContents } from './web-contents.ts';

type Handler = (event: object, ...input: readonly unknown[]) => unknown;

/** Stands in for `ipcMain`: who asks gets what the handler answers, copied as between processes. */
class IpcMain {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`${channel} is handled already`);
    this.#handlers.set(channel, handler);
  }

  /** Carries a message from a frame to the handler. */
  async carry(
    [sender, senderFrame]: readonly [WebContents, SenderFrame | null],
    channel: string,
    input: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const event = { type: 'frame', sender, senderFrame, processId: 1, frameId: 1 };
    return structuredClone(await handler(event, ...structuredClone(input)));
  }
}

export const ipcMain = new IpcMain();
