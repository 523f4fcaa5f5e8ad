import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEngine } from '#electron/engine/engine.ts';
import { JobTable } from '#electron/engine/job-table.ts';
import type { EngineEvent, Job } from '#shared/contract/events.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
});
afterEach(() => app.close());

const files = async (count: number): Promise<readonly { readonly token: string }[]> => {
  const tokens: { token: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const path = join(app.folder, `P${index}.txt`);
    writeFileSync(path, `I: How are you, ${index}?\nP${index}: In pain, mostly. And tired.\n`);
    tokens.push({ token: await app.engine.offer(path) });
  }
  return tokens;
};

/** Starts an import and waits until `count` files are in; answers the job's id. */
const importUntil = async (count: number): Promise<string> => {
  const reply = await app.engine.post('imports.run', { files: await files(80) });
  if (!reply.ok) throw new Error(reply.error.message);
  await expect
    .poll(async () => (await app.worth('sources.list', {})).length, {
      interval: 2,
      timeout: 20_000,
    })
    .toBeGreaterThanOrEqual(count);
  return (reply.value as { readonly jobId: string }).jobId;
};

const ended = async (id: string): Promise<Job> => {
  await expect
    .poll(async () => (await app.worth('jobs.get', { id })).state, { timeout: 20_000 })
    .not.toBe('running');
  return app.worth('jobs.get', { id });
};

describe('a job whose project goes away', () => {
  test('puts nothing into the project that is opened meanwhile', async () => {
    await app.newProject('First');
    const id = await importUntil(2);
    await app.newProject('Second');
    expect(await ended(id)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
    expect(await app.worth('sources.list', {})).toEqual([]);
    const file = await app.engine.offer(join(app.folder, 'First.understory'));
    await app.worth('project.open', { file });
    expect((await app.worth('sources.list', {})).length).toBeGreaterThanOrEqual(2);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });

  test('stops when the project is closed', async () => {
    await app.newProject();
    const id = await importUntil(2);
    await app.worth('project.close', {});
    expect(await ended(id)).toMatchObject({ state: 'cancelled' });
  });

  test('stops making a backup, of which nothing is left', async () => {
    await app.newProject();
    for (let index = 0; index < 30; index += 1)
      await app.worth('codes.create', { name: `${index}`, definition: 'x'.repeat(300_000) });
    const reply = await app.engine.post('project.backUp', {});
    if (!reply.ok) throw new Error(reply.error.message);
    const { jobId } = reply.value as { readonly jobId: string };
    await new Promise((resolve) => setImmediate(resolve));
    await app.worth('project.close', {});
    expect(await ended(jobId)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
    const left = readdirSync(join(app.folder, 'data'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('.part'))).toEqual([]);
  });
});

test('undo waits for a job that edits, since it would take back a part of it', async () => {
  await app.newProject();
  const id = await importUntil(2);
  expect(await app.engine.post('history.undo', {})).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
  await app.worth('jobs.cancel', { id });
  await ended(id);
  const before = (await app.worth('sources.list', {})).length;
  await app.worth('history.undo', {});
  expect(await app.worth('sources.list', {})).toHaveLength(before - 1);
});

test('a job that is stopped before it began does nothing', async () => {
  let worked = false;
  const announced: Job[] = [];
  const jobs = new JobTable((job) => announced.push(job));
  const id = jobs.start('imports.run', () => {
    worked = true;
    return Promise.resolve(null);
  });
  jobs.cancel(id);
  expect((await jobs.ended(id)).state).toBe('cancelled');
  expect(worked).toBe(false);
  expect(announced.map((job) => job.state)).toEqual(['cancelled']);
});

describe('closing the engine', () => {
  test('waits for the project that is being opened, and lets go of it', async () => {
    const path = await app.newProject();
    await app.worth('project.close', {});
    const other = createEngine({ dataFolder: join(app.folder, 'data') });
    const opening = other.post('project.open', { file: await other.offer(path) });
    await other.close();
    await opening;
    expect(await other.post('project.open', { file: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(readdirSync(app.folder).filter((name) => name.startsWith('.'))).toEqual([]);
    await app.worth('project.open', { file: await app.engine.offer(path) });
  });

  test('stops an import in the middle and leaves one complete file', async () => {
    const other = createEngine({ dataFolder: join(app.folder, 'data') });
    const file = await other.offer(join(app.folder, 'Study.understory'));
    await other.post('project.create', { file, name: 'Study' });
    const offered = await Promise.all(
      (await files(40)).map(async (_, index) => ({
        token: await other.offer(join(app.folder, `P${index}.txt`)),
      })),
    );
    await other.post('imports.run', { files: offered });
    await other.close();
    const beside = readdirSync(app.folder).filter((name) => name.includes('Study'));
    expect(beside).toEqual(['Study.understory']);
  });
});

describe('opening and closing', () => {
  test('asked for at the same time are done one after the other', async () => {
    const first = await app.newProject('First');
    const second = await app.newProject('Second');
    await app.worth('project.close', {});
    const calls = [first, second, first, second].map(async (path) =>
      app.engine.post('project.open', { file: await app.engine.offer(path) }),
    );
    const replies = await Promise.all(calls);
    expect(
      replies.map((reply) => reply.ok && (reply.value as { fileName: string }).fileName),
    ).toEqual(['First', 'Second', 'First', 'Second'].map((name) => `${name}.understory`));
    expect((await app.worth('project.state', {})).fileName).toBe('Second.understory');
    expect(readdirSync(app.folder).filter((name) => name.endsWith('-wal'))).toHaveLength(1);
  });
});

describe('events', () => {
  test('come before the answer, in the order of the edits', async () => {
    await app.newProject();
    const heard: string[] = [];
    const stop = app.engine.listen((event: EngineEvent) => {
      if (event.type === 'changed') heard.push(event.label);
    });
    const edits = ['One', 'Two', 'Three'].map(async (name) => {
      await app.worth('codes.create', { name });
      heard.push(`answered ${name}`);
    });
    await Promise.all(edits);
    stop();
    for (const name of ['One', 'Two', 'Three'])
      expect(heard.indexOf(`Create code '${name}'`)).toBeLessThan(
        heard.indexOf(`answered ${name}`),
      );
    expect(heard.filter((line) => line.startsWith('Create'))).toEqual(
      ['One', 'Two', 'Three'].map((name) => `Create code '${name}'`),
    );
  });

  test('that somebody cannot bear do not make a saved edit look failed', async () => {
    await app.newProject();
    const heard: string[] = [];
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    app.engine.listen(() => {
      throw new Error('A window that is gone');
    });
    app.engine.listen((event) => heard.push(event.type));
    expect((await app.worth('codes.create', { name: 'Saved' })).name).toBe('Saved');
    expect(heard).toEqual(['changed']);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('A window that is gone'));
    await app.worth('project.close', {});
    said.mockRestore();
  });
});

test('undoing "Add coder" hands the work to a coder who is still there', async () => {
  await app.newProject();
  const { coder: first } = await app.worth('project.state', {});
  const second = await app.worth('coders.create', { name: 'Second' });
  await app.worth('coders.use', { id: second.id });
  const heard: string[] = [];
  app.engine.listen((event) => heard.push(event.type));
  await app.worth('history.undo', {});
  expect(heard).toEqual(['changed', 'session']);
  expect((await app.worth('project.state', {})).coder).toEqual(first);
  await app.worth('memos.create', { targetKind: 'project', title: 'Mine' });
  expect((await app.worth('memos.list', {}))[0]?.coderId).toBe(first?.id);
  await app.worth('history.undo', {});
  await app.worth('history.redo', {});
  expect((await app.worth('project.check', {})).problems).toEqual([]);
});

test('the same file keeps its token, and another name gives another', async () => {
  const path = join(app.folder, 'P01.txt');
  const token = await app.engine.offer(path);
  expect(await app.engine.offer(path)).toBe(token);
  expect(await app.engine.offer(path, 'Other name.txt')).not.toBe(token);
});
