import { type EngineEvent, eventSchema } from '#shared/contract/events.ts';
import { setConnection } from './connection.ts';

/** How long to wait before asking again at a host that turned the page away, in milliseconds. */
const tryAgainAfter = 3000;
/** How long the first answer is waited for before calls go ahead without it, in milliseconds. */
const firstAnswer = 2000;

/** The one connection a page hears events on, however many listen. */
export interface Events {
  readonly listen: (listener: (event: EngineEvent) => void) => () => void;
  /** Settles once events are heard, so that nothing is read that could go stale unheard. */
  readonly ready: Promise<void>;
}

/**
 * Opens the connection. Whenever it comes up again after it was lost, listeners hear a `session`
 * event: events may have been missed, so everything is to be asked for anew.
 */
export const openEvents = (address: string): Events => {
  const listeners = new Set<(event: EngineEvent) => void>();
  const tell = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let heard = () => undefined as void;
  const ready = new Promise<void>((resolve) => {
    heard = resolve;
    setTimeout(resolve, firstAnswer);
  });
  let wasLost = false;
  const connect = (): void => {
    const source = new EventSource(address);
    source.addEventListener('open', () => {
      heard();
      setConnection('there');
      if (wasLost) tell({ type: 'session' });
      wasLost = false;
    });
    source.addEventListener('message', (message: MessageEvent<string>) => {
      const event = eventSchema.safeParse(JSON.parse(message.data));
      if (event.success) tell(event.data);
    });
    source.addEventListener('error', () => {
      wasLost = true;
      setConnection('lost');
      // The browser tries again by itself unless it was turned away.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, tryAgainAfter);
    });
  };
  connect();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready,
  };
};
