import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

/*
 * A disk of its own in memory, small and soon full, or read-only. Mounting one takes root on Linux;
 * elsewhere the tests say that they are skipped.
 */

let app: TestEngine;
let disk: string;
const mount = (...options: readonly string[]): void => {
  execFileSync('mount', [...options, disk], { stdio: 'ignore' });
};
const unmount = (): void => {
  execFileSync('umount', [disk], { stdio: 'ignore' });
};

const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = '/tmp/understory-mount-probe';
  try {
    mkdirSync(probe, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
})();

const open = async () =>
  app.engine.post('project.open', {
    file: await app.engine.offer(join(disk, 'Study.understory')),
  });

/** Fills the disk to the last byte; answers what makes room again. */
const fill = (): (() => void) => {
  const path = join(disk, 'ballast');
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(path, Buffer.alloc((bavail + 64) * bsize));
  } catch {
    // Full: what was wanted.
  }
  return () => rmSync(path);
};

const bytesOnDisk = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(disk)
      .filter((name) => name !== 'ballast')
      .map((name) => [name, readFileSync(join(disk, name)).toString('base64')]),
  );

const codes = async (): Promise<readonly string[]> =>
  (await app.worth('codes.list', {})).map(({ name }) => name);

const suffix = canMount ? '' : ' (skipped: mounting a small disk takes root on Linux)';

describe.skipIf(!canMount)(`a disk without room or leave to write${suffix}`, () => {
  beforeEach(async () => {
    app = await startTestEngine();
    disk = join(app.folder, 'disk');
    mkdirSync(disk);
    mount('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs');
    const path = await app.newProject();
    await app.worth('codes.create', { name: 'Before' });
    await app.worth('project.close', {});
    cpSync(path, join(disk, 'Study.understory'));
  });
  afterEach(async () => {
    await app.engine.post('project.close', {});
    unmount();
    await app.close();
  });

  test('a project on a read-only disk is refused, and nothing is written', async () => {
    mount('-o', 'remount,ro');
    const before = bytesOnDisk();
    const reply = await open();
    expect(reply).toMatchObject({ ok: false, error: { code: 'project-read-only' } });
    expect(JSON.stringify(reply)).toContain('left untouched');
    expect(bytesOnDisk()).toEqual(before);
  });

  test('a project on a full disk is refused, nothing is written, and it opens when there is room', async () => {
    const makeRoom = fill();
    const before = bytesOnDisk();
    expect(await open()).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(bytesOnDisk()).toEqual(before);
    makeRoom();
    expect(await open()).toMatchObject({ ok: true });
    expect(await codes()).toEqual(['Before']);
  });

  test('no project is created on a full disk, and nothing is left of the attempt', async () => {
    const makeRoom = fill();
    const file = await app.engine.offer(join(disk, 'New.understory'));
    expect(await app.engine.post('project.create', { file, name: 'New' })).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    expect(readdirSync(disk).toSorted()).toEqual(['Study.understory', 'ballast']);
    makeRoom();
  });

  test('a disk that fills up while one works: the call fails, nothing acknowledged is lost, work goes on', async () => {
    await open();
    const acknowledged: string[] = ['Before'];
    const makeRoom = fill();
    const definition = 'x'.repeat(200_000);
    let refused = 0;
    for (let index = 0; index < 30; index += 1) {
      const name = `While full ${index}`;
      const reply = await app.engine.post('codes.create', { name, definition });
      if (reply.ok) acknowledged.push(name);
      else {
        expect(reply.error.code).toBe('disk-full');
        refused += 1;
      }
      expect(await codes()).toEqual(acknowledged);
    }
    expect(refused).toBeGreaterThan(0);
    makeRoom();
    await app.worth('codes.create', { name: 'After' });
    expect(await codes()).toEqual([...acknowledged, 'After']);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
    await app.worth('project.close', {});
    expect(readdirSync(disk)).toEqual(['Study.understory']);
    await open();
    expect(await codes()).toEqual([...acknowledged, 'After']);
  });

  test('a project that is closed on a full disk loses nothing', async () => {
    await open();
    await app.worth('codes.create', { name: 'Acknowledged', definition: 'x'.repeat(500_000) });
    const makeRoom = fill();
    await app.worth('project.close', {});
    makeRoom();
    await open();
    expect(await codes()).toEqual(['Before', 'Acknowledged']);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });

  test('an export to a full disk leaves what was there', async () => {
    await app.newProject('Elsewhere');
    await app.worth('codes.create', { name: 'Code', definition: 'x'.repeat(100_000) });
    const target = join(disk, 'codebook.md');
    writeFileSync(target, 'as it was');
    const makeRoom = fill();
    const file = await app.engine.offer(target);
    const failed = await app.worth('exports.codebook', { file, format: 'md' }).catch(String);
    expect(failed).toContain('disk-full');
    expect(readFileSync(target, 'utf8')).toBe('as it was');
    expect(readdirSync(disk).filter((name) => name.endsWith('.part'))).toEqual([]);
    makeRoom();
  });

  test('a backup that has no room fails as such, and leaves no half of one', async () => {
    mkdirSync(join(app.folder, 'data'), { recursive: true });
    await app.newProject('Elsewhere');
    const makeRoom = fill();
    rmSync(join(app.folder, 'data'), { recursive: true, force: true });
    execFileSync('ln', ['-s', disk, join(app.folder, 'data')]);
    const failed = await app.worth('project.backUp', {}).catch((error: unknown) => error);
    expect(String(failed)).toContain('disk-full');
    makeRoom();
    expect(await app.worth('project.backups', {})).toEqual([]);
    expect((await app.worth('project.backUp', {})).bytes).toBeGreaterThan(100_000);
  });
});
