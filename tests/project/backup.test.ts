import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyInThread } from '#electron/engine/verify-copy.ts';
import {
  type Backup,
  copyBackup,
  isBackedUp,
  listBackups,
  makeBackup,
  outdated,
} from '#electron/project/backup.ts';
import { createProject, openProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { Failure } from '#shared/contract/errors.ts';
import { startTestEngine, type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { addCode } from './study.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = new Date('2026-11-24T12:00:00.000Z');

const backupAt = (time: number): Backup => ({
  name: `${time}`,
  at: new Date(time).toISOString(),
  bytes: 1,
});

describe('what is kept of the backups', () => {
  /** The backups left when one is made every half hour of the working days of these many days. */
  const keptAfter = (days: number): readonly Backup[] => {
    let kept: readonly Backup[] = [];
    for (let time = now.getTime() - days * day; time <= now.getTime(); time += hour / 2) {
      if (new Date(time).getUTCHours() < 9 || new Date(time).getUTCHours() > 17) continue;
      const all = [backupAt(time), ...kept];
      const gone = new Set(outdated(all, new Date(time)));
      kept = all.filter((backup) => !gone.has(backup));
    }
    return kept;
  };
  const kept = keptAfter(200);
  const ages = kept.map(({ at }) => now.getTime() - Date.parse(at));

  test('the last ten, whatever their age', () => {
    const sinceThisMorning = [0, 0.5, 1, 1.5, 2, 2.5, 3];
    const sinceYesterday = [18.5, 19, 19.5];
    expect(ages.slice(0, 10)).toEqual(
      [...sinceThisMorning, ...sinceYesterday].map((hours) => hours * hour),
    );
    const old = Array.from({ length: 12 }, (_, index) => backupAt(index * 1000)).toReversed();
    expect(outdated(old, now)).toEqual(old.slice(10));
  });

  test('then one a day for thirty days, the last of each', () => {
    const days = kept
      .slice(10)
      .map(({ at }) => at)
      .filter((at) => now.getTime() - Date.parse(at) < 30 * day);
    expect(days).toHaveLength(29);
    expect(new Set(days.map((at) => at.slice(0, 10))).size).toBe(29);
    expect(days.every((at) => at.includes('T17:30'))).toBe(true);
  });

  test('then one a week, for as long as there are any', () => {
    const older = kept.filter(({ at }) => now.getTime() - Date.parse(at) > 31 * day);
    const weeks = older.map(({ at }) => Math.floor(Date.parse(at) / day / 7));
    expect(new Set(weeks).size).toBe(weeks.length);
    expect(weeks.length).toBeGreaterThanOrEqual(23);
    expect(weeks.length).toBeLessThanOrEqual(26);
  });
});

describe('a backup', () => {
  let temp: TempFolder;
  let folder: string;
  let project: Project;

  beforeEach(async () => {
    temp = await tempFolder();
    folder = join(temp.path, 'backups');
    project = createProject(join(temp.path, 'Study.understory'), 'Study', 'Ruth');
    addCode(project, { name: 'Pain', position: 0 });
  });
  afterEach(async () => {
    project.close();
    await temp.remove();
  });

  const make = (): Promise<Backup> =>
    makeBackup(project.store.database, { folder, verify: verifyInThread });

  test('is one complete file without a log, which opens as a project', async () => {
    const { name } = await make();
    expect(readdirSync(folder)).toEqual([name, 'places.json']);
    const copy = join(temp.path, 'Copy.understory');
    copyBackup(join(folder, name), copy);
    const opened = await openProject(copy, () => Promise.reject(new Error('No migration is due')));
    expect(opened.store.all('SELECT name FROM code')).toEqual([{ name: 'Pain' }]);
    opened.close();
    expect(() => copyBackup(join(folder, name), copy)).toThrow(new Failure('file-exists'));
  });

  test('is due when there is none, and when the project has changed since', async () => {
    const { database } = project.store;
    expect(isBackedUp(database, folder)).toBe(false);
    await make();
    expect(isBackedUp(database, folder)).toBe(true);
    addCode(project, { name: 'Sleep', position: 1 });
    expect(isBackedUp(database, folder)).toBe(false);
    await make();
    project.undo();
    expect(isBackedUp(database, folder)).toBe(false);
  });

  test('has what was edited while it was made', async () => {
    for (let index = 0; index < 60; index += 1)
      addCode(project, { name: `${index} ${'x'.repeat(100_000)}`, position: index });
    let during = false;
    const { name } = await makeBackup(project.store.database, {
      folder,
      verify: verifyInThread,
      progress: () => {
        if (during) return;
        during = true;
        addCode(project, { name: 'Meanwhile', position: 99 });
      },
    });
    const copy = new Database(join(folder, name), { readonly: true });
    expect(copy.prepare(`SELECT name FROM code WHERE position = 99`).all()).toEqual([
      { name: 'Meanwhile' },
    ]);
    copy.close();
  });

  test('that does not stand the check is no backup, and the last one is kept', async () => {
    const good = await make();
    const spoil: typeof verifyInThread = async (path, expected) => {
      const bytes = readFileSync(path);
      bytes.fill(0xa5, 20_480, 40_960);
      writeFileSync(path, bytes);
      await verifyInThread(path, expected);
    };
    await expect(
      makeBackup(project.store.database, { folder, verify: spoil }),
    ).rejects.toMatchObject({ code: 'project-damaged' });
    const fewer: typeof verifyInThread = (path, { sets, version }) =>
      verifyInThread(path, { sets: sets + 1, version });
    await expect(
      makeBackup(project.store.database, { folder, verify: fewer }),
    ).rejects.toMatchObject({ code: 'internal' });
    expect(listBackups(folder)).toEqual([good]);
    expect(readdirSync(folder)).toEqual([good.name, 'places.json']);
  });

  test('that was asked to stop leaves nothing', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(
      makeBackup(project.store.database, { folder, verify: verifyInThread, signal: abort.signal }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('clears away what a killed one left, but not what another is making', async () => {
    await mkdir(folder);
    const [old, young] = ['2020.part', '2021.part'].map((name) => join(folder, name));
    for (const path of [old, young]) writeFileSync(path ?? '', '');
    utimesSync(old ?? '', 0, 0);
    await make();
    expect(existsSync(old ?? '')).toBe(false);
    expect(existsSync(young ?? '')).toBe(true);
  });
});

test('a project that is damaged beyond opening comes back from its last backup, into a file of its own', async () => {
  const app = await startTestEngine();
  try {
    const path = await app.newProject();
    await app.worth('codes.create', { name: 'Saved' });
    const backup = await app.worth('project.backUp', {});
    await app.worth('project.close', {});
    writeFileSync(path, readFileSync(path).fill(0xa5, 8192));
    const file = await app.engine.offer(path);
    expect(await app.engine.post('project.open', { file })).toMatchObject({
      ok: false,
      error: { code: 'project-damaged' },
    });
    expect(await app.worth('project.backupsOf', { file })).toEqual([backup]);
    const target = await app.engine.offer(join(app.folder, 'Restored.understory'));
    await app.worth('project.restoreBackup', { name: backup.name, file: target, of: file });
    expect((await app.worth('codes.list', {})).map(({ name }) => name)).toEqual(['Saved']);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
    const elsewhere = await app.engine.offer(join(app.folder, 'Other.understory'));
    expect(await app.worth('project.backupsOf', { file: elsewhere })).toEqual([]);
  } finally {
    await app.close();
  }
});
