import { notifyManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Input, MethodOf } from '#shared/contract/index.ts';
import type { RecordKind } from '#shared/model/change.ts';
import type { Coding } from '#shared/model/coding.ts';
import { fakeHost, idOf } from './fake-host.ts';

const host = fakeHost();
const { followChanges } = await import('#renderer/client/changed.ts');
const { ask } = await import('#renderer/client/call.ts');
const { keyOf, queryClient } = await import('#renderer/client/queries.ts');

const onOtherProject = vi.fn();
followChanges(onOtherProject);

const [source, otherSource] = [idOf(1), idOf(2)];
const [codeA, codeB] = [idOf(11), idOf(12)];
const at = '2026-01-01T00:00:00.000Z';

const coding = (number: number, change: Partial<Coding> = {}): Coding => ({
  id: idOf(100 + number),
  sourceId: source,
  codeId: codeA,
  coderId: idOf(50),
  start: number * 10,
  end: number * 10 + 5,
  createdAt: at,
  important: 0,
  level: null,
  ...change,
});

/** What the engine has now. */
let saved: Coding[] = [];
let stops: (() => void)[] = [];

const watch = async <M extends MethodOf<'read'>>(method: M, input: Input<M>): Promise<void> => {
  const observer = new QueryObserver<Answer<M>>(queryClient, {
    queryKey: keyOf(method, input),
    queryFn: () => ask(method, input),
  });
  stops.push(observer.subscribe(() => undefined));
  await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true));
};

const shown = (sourceId = source): readonly Coding[] | undefined =>
  queryClient.getQueryData(keyOf('codings.list', { sourceId }));

const changed = (records: { readonly [kind in RecordKind]?: readonly string[] | 'all' }): void =>
  host.tell({ type: 'changed', changeSetId: idOf(999), label: '', records });

const calls = (method: string): number => host.made.filter(([made]) => made === method).length;

const settled = async (): Promise<void> => {
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  await new Promise((resolve) => setTimeout(resolve, 5));
};

const use = (codeId: string) => ({
  codeId,
  codings: saved.filter((one) => one.codeId === codeId).length,
  sources: 1,
});

const stateOf = (id: string) => ({
  project: { id, name: id, createdAt: at },
  fileName: 'study.understory',
  coder: null,
  undo: null,
  redo: null,
});

beforeEach(() => {
  saved = [coding(1), coding(2), coding(3)];
  host.answer('codings.list', ({ sourceId }: { sourceId: string }) =>
    saved.filter((one) => one.sourceId === sourceId).sort((a, b) => a.start - b.start),
  );
  host.answer('codings.get', ({ ids }: { ids: readonly string[] }) =>
    saved.filter((one) => ids.includes(one.id)),
  );
  host.answer('codes.use', ({ ids }: { ids?: readonly string[] }) =>
    (ids ?? [codeA, codeB]).map(use),
  );
  host.answer('project.state', () => stateOf(idOf(7)));
});

afterEach(async () => {
  await settled();
  for (const stop of stops) stop();
  stops = [];
  queryClient.clear();
  host.made.length = 0;
  onOtherProject.mockClear();
});

test('edited words and the codings over them are shown at the same moment', async () => {
  let text = 'Teh pain';
  host.answer('sources.get', () => ({ source: { id: source }, text, speakers: [], turns: [] }));
  await watch('sources.get', { id: source });
  await watch('codings.list', { sourceId: source });
  const key = keyOf('sources.get', { id: source });
  const seen = new Set<string>();
  const look = (): void => {
    const words = queryClient.getQueryData<{ readonly text: string }>(key)?.text;
    seen.add(`${words} ${shown()?.[0]?.start}`);
  };
  look();
  // As components hear of it.
  stops.push(queryClient.getQueryCache().subscribe(notifyManager.batchCalls(look)));
  text = 'The awful pain';
  saved = [coding(1, { start: 16, end: 21 }), coding(2), coding(3)];
  changed({ source_text: [source], coding: [coding(1).id], source: [source] });
  await vi.waitFor(() => expect(shown()?.[0]?.start).toBe(16));
  await settled();
  expect([...seen]).toEqual(['Teh pain 10', 'The awful pain 16']);
  expect([calls('sources.get'), calls('codings.list')]).toEqual([2, 2]);
});

describe('the list of codings', () => {
  test('takes in what was made, moved and removed, without being read again', async () => {
    await watch('codings.list', { sourceId: source });
    saved = [coding(1), coding(2, { start: 35, end: 39 }), coding(4)];
    const ids = [coding(2).id, coding(3).id, coding(4).id];
    changed({ coding: ids });
    await vi.waitFor(() => expect(shown()).toEqual([coding(1), saved[1], coding(4)]));
    expect(calls('codings.list')).toBe(1);
  });

  test('is the same when an event comes twice', async () => {
    await watch('codings.list', { sourceId: source });
    saved = [...saved, coding(4)];
    changed({ coding: [coding(4).id] });
    changed({ coding: [coding(4).id] });
    await settled();
    changed({ coding: [coding(4).id] });
    await settled();
    expect(shown()).toEqual([coding(1), coding(2), coding(3), coding(4)]);
  });

  test('ends right when an older answer comes after a newer event', async () => {
    await watch('codings.list', { sourceId: source });
    const gates: (() => void)[] = [];
    host.reply('codings.get', async ({ ids }: { ids: readonly string[] }) => {
      const value = saved.filter((one) => ids.includes(one.id));
      await new Promise<void>((resolve) => gates.push(resolve));
      return { ok: true, value };
    });
    saved = [...saved, coding(4)];
    changed({ coding: [coding(4).id] });
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    saved = saved.filter((one) => one.id !== coding(4).id);
    changed({ coding: [coding(4).id] });
    // Were both on their way at once, the last of them could be let through first.
    for (const open of gates.toReversed()) open();
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    gates[1]?.();
    await settled();
    expect(shown()).toEqual([coding(1), coding(2), coding(3)]);
  });

  test('is read again when it was on its way while something changed', async () => {
    let let1 = (): void => undefined;
    const stale = [...saved];
    host.reply('codings.list', async () => {
      await new Promise<void>((resolve) => {
        let1 = resolve;
      });
      return { ok: true, value: stale };
    });
    const watching = watch('codings.list', { sourceId: source });
    await vi.waitFor(() => expect(calls('codings.list')).toBe(1));
    saved = [...saved, coding(4)];
    host.answer('codings.list', () => saved);
    changed({ coding: [coding(4).id] });
    await settledExceptFirst();
    let1();
    await watching;
    await settled();
    expect(shown()).toHaveLength(4);
  });

  const settledExceptFirst = async (): Promise<void> => {
    await vi.waitFor(() => expect(calls('codings.get')).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
  };

  test('is read again whole when too much changed to name', async () => {
    await watch('codings.list', { sourceId: source });
    saved = [];
    changed({ coding: 'all' });
    await vi.waitFor(() => expect(shown()).toEqual([]));
  });

  test('catches up when the codings cannot be asked for', async () => {
    await watch('codings.list', { sourceId: source });
    host.reply('codings.get', () => ({ ok: false, error: { code: 'internal', message: 'no' } }));
    saved = [coding(1)];
    changed({ coding: [coding(2).id, coding(3).id] });
    await vi.waitFor(() => expect(shown()).toEqual([coding(1)]));
    host.answer('codings.get', () => []);
    saved = [];
    changed({ coding: [coding(1).id] });
    await vi.waitFor(() => expect(shown()).toEqual([]));
  });
});

describe('the counts of codes', () => {
  const count = (codeId: string): number | undefined =>
    queryClient
      .getQueryData<readonly { codeId: string; codings: number }[]>(keyOf('codes.use', {}))
      ?.find((row) => row.codeId === codeId)?.codings;

  test('follow a recoding in a source whose codings are not open', async () => {
    saved = [coding(1, { sourceId: otherSource }), coding(2)];
    await watch('codes.use', {});
    await watch('codings.list', { sourceId: source });
    saved = [coding(1, { sourceId: otherSource, codeId: codeB }), coding(2)];
    changed({ coding: [coding(1).id] });
    await vi.waitFor(() => expect([count(codeA), count(codeB)]).toEqual([1, 1]));
  });

  test('of the codes touched alone are counted when the source is open', async () => {
    await watch('codes.use', {});
    await watch('codings.list', { sourceId: source });
    saved = [coding(1, { codeId: codeB }), coding(2), coding(3)];
    changed({ coding: [coding(1).id] });
    await vi.waitFor(() => expect([count(codeA), count(codeB)]).toEqual([2, 1]));
    const asked = host.made.filter(([method]) => method === 'codes.use').map(([, input]) => input);
    expect(asked).toEqual([{}, { ids: expect.arrayContaining([codeA, codeB]) as unknown }]);
  });
});

describe('the values of attributes', () => {
  const value = (number: number, text = 'x', person = 1) => ({
    id: idOf(200 + number),
    attributeId: idOf(30),
    caseId: idOf(40 + person),
    value: text,
  });
  const shownValues = (input: { caseId?: string } = {}): unknown =>
    queryClient.getQueryData(keyOf('attributes.values', input));

  test('take in what was set and cleared, without being read again', async () => {
    let there = [value(1), value(2), value(3, 'x', 2)];
    host.answer('attributes.values', ({ ids, caseId }: { ids?: string[]; caseId?: string }) =>
      there.filter(
        (one) => (ids?.includes(one.id) ?? true) && (caseId === undefined || one.caseId === caseId),
      ),
    );
    await watch('attributes.values', {});
    await watch('attributes.values', { caseId: idOf(42) });
    there = [value(1, 'changed'), value(3, 'x', 2), value(4, 'new', 2)];
    changed({ attribute_value: [value(1).id, value(2).id, value(4).id] });
    await vi.waitFor(() =>
      expect(shownValues()).toEqual([value(3, 'x', 2), value(1, 'changed'), value(4, 'new', 2)]),
    );
    expect(shownValues({ caseId: idOf(42) })).toEqual([value(3, 'x', 2), value(4, 'new', 2)]);
    expect(calls('attributes.values')).toBe(3);
  });

  test('are read again when too many changed to be named', async () => {
    host.answer('attributes.values', () => [value(1)]);
    await watch('attributes.values', {});
    changed({ attribute_value: 'all' });
    await vi.waitFor(() => expect(calls('attributes.values')).toBe(2));
  });
});

describe('another project', () => {
  test('shows nothing of the one before', async () => {
    await watch('project.state', {});
    await watch('codings.list', { sourceId: source });
    saved = [];
    host.answer('project.state', () => stateOf(idOf(8)));
    let seen: unknown = 'not called';
    onOtherProject.mockImplementation(() => {
      seen = shown();
    });
    host.tell({ type: 'session' });
    await vi.waitFor(() => expect(onOtherProject).toHaveBeenCalledOnce());
    expect(seen).toHaveLength(3);
    await vi.waitFor(() => expect(shown() ?? []).toEqual([]));
    expect(queryClient.getQueryData(keyOf('project.state', {}))).toEqual(stateOf(idOf(8)));
  });

  test('is not taken for one when only the coder or the connection changed', async () => {
    await watch('project.state', {});
    await watch('codings.list', { sourceId: source });
    saved = [coding(1)];
    host.tell({ type: 'session' });
    await vi.waitFor(() => expect(shown()).toEqual([coding(1)]));
    expect(onOtherProject).not.toHaveBeenCalled();
  });
});
