import { parentPort } from 'node:worker_threads';

// Stands in for the app's worker: does what a file's name says, as a hostile file would make it.
parentPort?.on('message', ({ fileName }: { readonly fileName: string }) => {
  if (fileName === 'hang') for (;;);
  if (fileName === 'crash') throw new Error('broken');
  if (fileName === 'exit') process.exit(3);
  if (fileName === 'memory') {
    const hoard: number[][] = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, () => Math.random()));
  }
  parentPort?.postMessage({ ok: false, error: { code: 'not-text', message: fileName } });
});
parentPort?.postMessage('ready');
