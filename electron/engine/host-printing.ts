import type { MessagePort } from 'node:worker_threads';
import type { Printer } from '#electron/handlers/context.ts';
import { type CallError, Failure } from '#shared/contract/errors.ts';

/*
 * Printing by the host: the engine's thread hands it the page, and it hands back the PDF. Only a
 * host that has a Chromium of its own offers this.
 */

/** The host is asked to print a page (HTML in UTF-8). */
export interface PrintRequest {
  readonly type: 'print';
  readonly id: number;
  readonly page: Uint8Array;
}

/** What the host made of it. */
export interface Printed {
  readonly type: 'printed';
  readonly id: number;
  readonly result:
    | { readonly ok: true; readonly bytes: Uint8Array }
    | { readonly ok: false; readonly error: CallError };
}

/** Prints a page to PDF; throws a Failure. */
export type Print = (page: Uint8Array) => Promise<Uint8Array>;

/** Prints for the engine with what the host has; never throws. */
export const printed = async (print: Print, { id, page }: PrintRequest): Promise<Printed> => {
  try {
    return { type: 'printed', id, result: { ok: true, bytes: await print(page) } };
  } catch (thrown) {
    const failure =
      thrown instanceof Failure
        ? thrown
        : new Failure(
            'export-refused',
            'The PDF could not be made. No file was written. Export the report as a web page, open that and print it to PDF instead.',
            String(thrown),
          );
    return { type: 'printed', id, result: { ok: false, error: failure.toError() } };
  }
};

/** A printer that asks the host at the other end of a port. A cancelled page is no longer waited for. */
export const createHostPrinter = (port: MessagePort): Printer => {
  const waiting = new Map<number, (printed: Printed['result']) => void>();
  let next = 0;
  port.on('message', (message: Printed | { readonly type: 'call' | 'offer' | 'close' }) => {
    if (message.type !== 'printed') return;
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  });
  return {
    print: (page, signal) =>
      new Promise((resolve, reject) => {
        const id = next++;
        const cancel = (): void => {
          waiting.delete(id);
          reject(new Failure('cancelled'));
        };
        signal.addEventListener('abort', cancel, { once: true });
        waiting.set(id, (result) => {
          signal.removeEventListener('abort', cancel);
          if (result.ok) resolve(result.bytes);
          else reject(new Failure(result.error.code, result.error.message, result.error.details));
        });
        port.postMessage({ type: 'print', id, page } satisfies PrintRequest);
      }),
  };
};
