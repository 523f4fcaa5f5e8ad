import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startTestEngine } from '#tests/helpers/engine.ts';

const cli = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));
const kills = 100;
const words = Array.from({ length: 4000 }, (_, index) => `word${index}`).join(' ');

/** Streams codings into `batch` and kills it; answers the ids of those that were acknowledged. */
const streamAndKill = async (
  path: string,
  calls: readonly object[],
  killAfter: number,
): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [cli, 'batch', path, '-'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  const acknowledged: string[] = [];
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let began = false;
  for (const call of calls) child.stdin.write(`${JSON.stringify(call)}\n`);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!began) setTimeout(() => child.kill('SIGKILL'), killAfter);
    began = true;
    let reply: { ok: boolean; value: { id: string } };
    try {
      reply = JSON.parse(line) as typeof reply;
    } catch {
      break; // The line that was being written when the process died.
    }
    expect(reply.ok).toBe(true);
    acknowledged.push(reply.value.id);
  }
  await exited;
  return acknowledged;
};

test(`killed ${kills} times at random moments, no acknowledged coding is lost and every check passes`, {
  timeout: 600_000,
}, async () => {
  const { engine, folder, worth, newProject, close } = await startTestEngine();
  const path = await newProject('Killed');
  const file = join(folder, 'P01.txt');
  writeFileSync(file, words);
  const { files } = await worth('imports.run', { files: [{ token: await engine.offer(file) }] });
  const sourceId = files[0]?.sourceId ?? '';
  const code = await worth('codes.create', { name: 'Fear of movement' });
  await worth('project.close', {});
  const token = await engine.offer(path);
  let next = 0;
  let lost = 0;
  let acknowledgedInAll = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const calls = Array.from({ length: 300 }, (_, index) => ({
      method: 'codings.create',
      input: {
        sourceId,
        codeId: code.id,
        start: (next + index) % 20_000,
        end: ((next + index) % 20_000) + 1 + Math.floor((next + index) / 20_000),
      },
    }));
    next += calls.length;
    const acknowledged = await streamAndKill(path, calls, Math.random() * 120);
    acknowledgedInAll += acknowledged.length;
    await worth('project.open', { file: token });
    const there = new Set((await worth('codings.list', { sourceId })).map((coding) => coding.id));
    lost += acknowledged.filter((id) => !there.has(id)).length;
    expect(await worth('project.check', {})).toMatchObject({ sound: true, problems: [] });
    await worth('project.close', {});
  }
  expect(lost).toBe(0);
  expect(acknowledgedInAll).toBeGreaterThan(kills);
  await close();
});
