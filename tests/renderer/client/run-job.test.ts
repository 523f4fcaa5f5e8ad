import { describe, expect, test, vi } from 'vitest';
import type { Job } from '#shared/contract/events.ts';
import { fakeHost, idOf } from './fake-host.ts';

const host = fakeHost();
const { runJob } = await import('#renderer/client/call.ts');

const job = (change: Partial<Job>): Job => ({
  id: idOf(1),
  method: 'project.backUp',
  done: 0,
  total: 10,
  doing: 'Copying',
  state: 'running',
  ...change,
});
const backup = { name: 'one', at: '2026-01-01T00:00:00.000Z', bytes: 5 };
const start = (): void => host.answer('project.backUp', () => ({ jobId: idOf(1) }));

describe('waiting for a job', () => {
  test('takes the end from the engine’s state when every event about it was missed', async () => {
    start();
    host.answer('jobs.get', () => job({ state: 'finished', value: backup }));
    expect(await runJob('project.backUp', {})).toEqual({ ok: true, value: backup });
  });

  test('asks again after the connection was lost on the way', async () => {
    start();
    host.answer('jobs.get', () => job({}));
    const ended = runJob('project.backUp', {});
    await vi.waitFor(() => expect(host.made.at(-1)?.[0]).toBe('jobs.get'));
    host.answer('jobs.get', () => job({ state: 'finished', value: backup }));
    host.tell({ type: 'session' });
    expect(await ended).toEqual({ ok: true, value: backup });
  });

  test('ends with words when the engine no longer knows the job', async () => {
    start();
    host.answer('jobs.get', () => job({}));
    const ended = runJob('project.backUp', {});
    await vi.waitFor(() => expect(host.made.at(-1)?.[0]).toBe('jobs.get'));
    const error = { code: 'not-found' as const, message: 'gone' };
    host.reply('jobs.get', () => ({ ok: false, error }));
    host.tell({ type: 'session' });
    expect(await ended).toEqual({ ok: false, error });
  });

  test('stops a job that was given up while it was being asked for', async () => {
    const abort = new AbortController();
    host.answer('project.backUp', () => {
      abort.abort();
      return { jobId: idOf(1) };
    });
    host.answer('jobs.cancel', () => {
      host.tell({ type: 'job', job: job({ state: 'cancelled' }) });
      return null;
    });
    host.answer('jobs.get', () => job({}));
    const ended = await runJob('project.backUp', {}, { signal: abort.signal });
    expect(ended).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  test('never shows progress going back', async () => {
    start();
    const seen: number[] = [];
    host.answer('jobs.get', () => {
      host.tell({ type: 'job', job: job({ done: 7 }) });
      return job({ done: 3 });
    });
    const ended = runJob('project.backUp', {}, { onProgress: ({ done }) => seen.push(done) });
    await vi.waitFor(() => expect(seen).toContain(7));
    host.tell({ type: 'job', job: job({ done: 10, state: 'finished', value: backup }) });
    await ended;
    expect(seen).toEqual([7, 10]);
  });
});
