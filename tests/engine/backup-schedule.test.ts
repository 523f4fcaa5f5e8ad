import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BackupSchedule, type BackupWork } from '#electron/engine/backup-schedule.ts';
import { createEngine, type Engine } from '#electron/engine/engine.ts';
import type { Project } from '#electron/project/project.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';

describe('the schedule', () => {
  const minute = 60_000;
  const times = { idle: 10_000, patience: 2 * minute, every: 30 * minute };
  const project = {} as Project;
  let due: boolean;
  let failure: Failure | null;
  let made: number;
  let reported: string[];
  let schedule: BackupSchedule;

  const work: BackupWork = {
    isDue: () => due,
    make: () => {
      if (failure !== null) return Promise.reject(failure);
      made += 1;
      return Promise.resolve();
    },
    report: ({ code }) => reported.push(code),
  };

  beforeEach(() => {
    vi.useFakeTimers();
    due = true;
    failure = null;
    made = 0;
    reported = [];
    schedule = new BackupSchedule(times, work);
  });
  afterEach(async () => {
    await schedule.stop();
    vi.useRealTimers();
  });

  const pass = (milliseconds: number): Promise<unknown> =>
    vi.advanceTimersByTimeAsync(milliseconds);

  test('backs up after the first pause, then every half hour while the project changes', async () => {
    schedule.watch(project);
    await pass(9_000);
    expect(made).toBe(0);
    await pass(1_500);
    expect(made).toBe(1);
    await pass(30 * minute);
    expect(made).toBe(2);
    due = false;
    await pass(90 * minute);
    expect(made).toBe(2);
    due = true;
    await pass(30 * minute);
    expect(made).toBe(3);
  });

  test('waits for a pause, but not for ever', async () => {
    schedule.watch(project);
    for (let second = 0; second < 100; second += 1) {
      schedule.touch();
      await pass(1000);
    }
    expect(made).toBe(0);
    for (let second = 0; second < 40; second += 1) {
      schedule.touch();
      await pass(1000);
    }
    expect(made).toBe(1);
  });

  test('says once that it fails, and again when it fails after having worked', async () => {
    schedule.watch(project);
    failure = new Failure('disk-full');
    await pass(3 * 60 * minute);
    expect(reported).toEqual(['disk-full']);
    failure = new Failure('project-damaged');
    await pass(60 * minute);
    expect(reported).toEqual(['disk-full', 'project-damaged']);
    failure = null;
    await pass(60 * minute);
    expect(made).toBeGreaterThan(0);
    failure = new Failure('disk-full');
    await pass(60 * minute);
    expect(reported).toEqual(['disk-full', 'project-damaged', 'disk-full']);
  });

  test('leaves a project alone that was closed', async () => {
    schedule.watch(project);
    schedule.watch(null);
    await pass(60 * minute);
    expect(made).toBe(0);
  });
});

describe('an engine that backs up by itself', () => {
  let folder: TempFolder;
  let engine: Engine;
  let events: EngineEvent[];

  const start = (): Engine => {
    const started = createEngine({
      dataFolder: join(folder.path, 'data'),
      backups: { idle: 20, patience: 2000, every: 40 },
    });
    events = [];
    started.listen((event) => events.push(event));
    return started;
  };
  const worth = async (method: string, input: unknown): Promise<unknown> => {
    const reply = await engine.post(method, input);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  };
  const openStudy = async (method: 'project.create' | 'project.open'): Promise<void> => {
    const file = await engine.offer(join(folder.path, 'Study.understory'));
    await worth(method, method === 'project.create' ? { file, name: 'Study' } : { file });
  };
  const backups = async () =>
    (await worth('project.backups', {})) as readonly { readonly name: string }[];

  beforeEach(async () => {
    folder = await tempFolder();
    engine = start();
  });
  afterEach(async () => {
    await engine.close();
    await folder.remove();
  });

  test('makes one after opening, and none until the project has changed since', async () => {
    await openStudy('project.create');
    await expect.poll(async () => (await backups()).length, { timeout: 10_000 }).toBe(1);
    await engine.close();
    engine = start();
    await openStudy('project.open');
    const [first] = await backups();
    await worth('codes.create', { name: 'Change' });
    await expect.poll(async () => (await backups()).length, { timeout: 10_000 }).toBe(2);
    expect((await backups())[1]).toEqual(first);
  });

  test('a backup is a whole project: it opens beside the other, and never over a file', async () => {
    await openStudy('project.create');
    await worth('codes.create', { name: 'In the backup' });
    await expect.poll(async () => (await backups()).length, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect
      .poll(
        async () => {
          const [newest] = await backups();
          const path = join(folder.path, `Restored ${newest?.name}`);
          const input = { name: newest?.name, file: await engine.offer(path) };
          const state = (await worth('project.restoreBackup', input)) as { fileName: string };
          const codes = (await worth('codes.list', {})) as readonly { name: string }[];
          expect(state.fileName).toBe(`Restored ${newest?.name}`);
          expect(await engine.post('project.restoreBackup', input)).toMatchObject({
            ok: false,
            error: { code: 'file-exists' },
          });
          expect(await worth('project.check', {})).toMatchObject({ problems: [] });
          return codes.map(({ name }) => name);
        },
        { timeout: 10_000 },
      )
      .toEqual(['In the backup']);
    const missing = { name: '2020', file: await engine.offer(join(folder.path, 'No.understory')) };
    expect(await engine.post('project.restoreBackup', missing)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(readdirSync(folder.path)).not.toContain('No.understory');
  });

  test('tells everybody once that it cannot', async () => {
    // A file where the folder should be: nothing can be written there.
    writeFileSync(join(folder.path, 'data'), '');
    await openStudy('project.create');
    const failed = () =>
      events.filter((event) => event.type === 'job' && event.job.state === 'failed');
    await expect.poll(() => failed().length, { timeout: 10_000 }).toBe(1);
    expect(failed()[0]).toMatchObject({ job: { method: 'project.backUp' } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(failed()).toHaveLength(1);
    rmSync(join(folder.path, 'data'));
    mkdirSync(join(folder.path, 'data'));
    await expect.poll(async () => (await backups()).length, { timeout: 10_000 }).toBe(1);
  });

  test('gives up a backup when the engine closes, and leaves no half of one', async () => {
    await openStudy('project.create');
    for (let index = 0; index < 20; index += 1)
      await worth('codes.create', { name: `${index}`, definition: 'x'.repeat(500_000) });
    await engine.close();
    const files = readdirSync(folder.path, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.includes('.part'))).toEqual([]);
  });
});
