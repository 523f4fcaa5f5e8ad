import { expect, test } from 'vitest';
import { fakeHost, idOf } from './fake-host.ts';

const host = fakeHost();
const { call } = await import('#renderer/client/call.ts');
const { useSaving } = await import('#renderer/client/saving.ts');

test('an edit is under way until it is answered, and a failed one says so until another is kept', async () => {
  let answer = (): void => undefined;
  host.reply('project.rename', async () => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return { ok: true, value: null };
  });
  const renaming = call('project.rename', { name: 'Pain and company' });
  expect(useSaving.getState()).toEqual({ underWay: 1, failed: null });
  await Promise.resolve();
  answer();
  await renaming;
  expect(useSaving.getState()).toEqual({ underWay: 0, failed: null });

  const error = { code: 'disk-full' as const, message: 'The disk is full.' };
  host.reply('codes.delete', () => ({ ok: false, error }));
  await call('codes.delete', { ids: [idOf(1)] });
  expect(useSaving.getState()).toEqual({ underWay: 0, failed: error });

  host.answer('codes.list', () => []);
  await call('codes.list', {});
  expect(useSaving.getState().failed).toEqual(error);

  host.answer('history.undo', () => null);
  await call('history.undo', {});
  expect(useSaving.getState()).toEqual({ underWay: 0, failed: null });
});
