#!/usr/bin/env node
// Plain JavaScript, so that any Node can start it. The rest needs a Node that reads TypeScript:
// this one where it does, else the one that the package pins.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

if (process.features.typescript) {
  await import('./main.ts');
} else {
  const pinned = dirname(createRequire(import.meta.url).resolve('node/package.json'));
  const node = join(pinned, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  // The signals of a terminal reach the other process too: it decides when to stop.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  const ended = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (ended.error) process.stderr.write(`understory: ${ended.error.message}\n`);
  process.exitCode = ended.status ?? 1;
}
