import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, type EngineOptions } from './engine.ts';
import { createHostPrinter, type Printed } from './host-printing.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

/** What the thread is started with. */
export interface WorkerOptions extends EngineOptions {
  readonly isHostPrinting: boolean;
}

const port = parentPort;
if (port === null) throw new Error('The engine runs in a worker thread');

const { isHostPrinting, ...options } = workerData as WorkerOptions;
const engine = createEngine(options, isHostPrinting ? { printer: createHostPrinter(port) } : {});
const send = (message: FromEngine): void => port.postMessage(message);

const parse = (body: string): unknown => {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    return undefined;
  }
};

const answer = async (message: ToEngine): Promise<unknown> => {
  switch (message.type) {
    case 'call':
      return engine.post(message.method, parse(message.body));
    case 'offer':
      return engine.offer(message.path, message.name);
    case 'close':
      await engine.close();
      return null;
  }
};

engine.listen((event) => send({ type: 'event', event }));
port.on('message', (message: ToEngine | Printed) => {
  if (message.type === 'printed') return;
  void answer(message).then((value) => {
    send({ type: 'reply', id: message.id, body: JSON.stringify(value) });
    if (message.type === 'close') port.close();
  });
});
