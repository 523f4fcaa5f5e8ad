import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type RemoteEngine, startEngine } from '#electron/engine/start.ts';
import { tempFolder } from '#tests/helpers/engine.ts';

const cli = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

test('two windows of one process cannot have one project, and neither loses its lock over trying', async () => {
  const folder = await tempFolder();
  const path = join(folder.path, 'Study.understory');
  const dataFolder = join(folder.path, 'data');
  const windows = [startEngine({ dataFolder }), startEngine({ dataFolder })] as const;
  const open = async (window: RemoteEngine) =>
    window.post('project.open', { file: await window.offer(path) });
  try {
    const [first, second] = windows;
    const created = { file: await first.offer(path), name: 'Study' };
    expect(await first.post('project.create', created)).toMatchObject({ ok: true });
    expect(await open(second)).toMatchObject({ ok: false, error: { code: 'project-locked' } });
    const outside = await promisify(execFile)(process.execPath, [cli, 'check', path, '--json'], {
      env: { ...process.env, UNDERSTORY_DATA: dataFolder },
    }).catch((failed: { stdout: string }) => failed);
    expect(JSON.parse(outside.stdout)).toMatchObject({ error: { code: 'project-locked' } });
    expect(await first.post('codes.create', { name: 'Kept' })).toMatchObject({ ok: true });
    const backup = await first.post('project.backUp', {});
    expect(backup).toMatchObject({ ok: true });
    await expect
      .poll(() => first.post('project.backups', {}), { timeout: 20_000 })
      .toMatchObject({ ok: true, value: [{}] });
    await first.close();
    expect(await open(second)).toMatchObject({ ok: true });
    expect(await second.post('codes.list', {})).toMatchObject({ value: [{ name: 'Kept' }] });
  } finally {
    await Promise.all(windows.map((window) => window.close()));
    await folder.remove();
  }
});
