import { beforeEach, expect, test, vi } from 'vitest';
import { useConnection } from '#renderer/client/connection.ts';
import { openEvents } from '#renderer/client/event-source.ts';
import type { EngineEvent } from '#shared/contract/events.ts';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 0;
  constructor() {
    super();
    FakeSource.made.push(this);
  }
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}
vi.stubGlobal('EventSource', FakeSource);

beforeEach(() => {
  FakeSource.made = [];
  useConnection.setState({ state: 'there' });
  vi.useFakeTimers();
});

test('a page whose connection comes up again is told that it may have missed something', () => {
  const events = openEvents('/events');
  const heard: EngineEvent[] = [];
  events.listen((event) => heard.push(event));
  const [source] = FakeSource.made;
  source?.open();
  expect(heard).toEqual([]);
  source?.fail(0);
  expect(useConnection.getState().state).toBe('lost');
  source?.open();
  expect(useConnection.getState().state).toBe('there');
  expect(heard).toEqual([{ type: 'session' }]);
});

test('a page that was turned away knocks again', () => {
  openEvents('/events');
  FakeSource.made[0]?.fail(FakeSource.CLOSED);
  vi.advanceTimersByTime(10_000);
  expect(FakeSource.made).toHaveLength(2);
  FakeSource.made[1]?.open();
  expect(useConnection.getState().state).toBe('there');
});

test('all who listen share one connection, and calls do not wait for it for ever', async () => {
  const events = openEvents('/events');
  const first: EngineEvent[] = [];
  const second: EngineEvent[] = [];
  events.listen((event) => first.push(event));
  const stop = events.listen((event) => second.push(event));
  expect(FakeSource.made).toHaveLength(1);
  const tell = (): void => {
    const data = JSON.stringify({ type: 'session' });
    FakeSource.made[0]?.dispatchEvent(new MessageEvent('message', { data }));
  };
  tell();
  stop();
  tell();
  expect([first.length, second.length]).toEqual([2, 1]);
  vi.advanceTimersByTime(5000);
  await events.ready;
});
