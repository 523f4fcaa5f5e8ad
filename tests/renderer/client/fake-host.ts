import { vi } from 'vitest';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AnyReply } from '#shared/contract/reply.ts';

/** A host whose answers and events a test decides. */
export interface FakeHost {
  /** The calls that were made, in order. */
  readonly made: (readonly [method: string, input: unknown])[];
  /** Decides how a method is answered from now on: a worth, or a whole reply by `reply`. */
  answer(method: string, worth: (input: never) => unknown): void;
  reply(method: string, reply: (input: never) => AnyReply | Promise<AnyReply>): void;
  tell(event: EngineEvent): void;
}

const unused = (): never => {
  throw new Error('Not part of this test');
};

/** Puts a fake host in the place of the preload bridge. To be called before the client is imported. */
export const fakeHost = (): FakeHost => {
  const made: (readonly [string, unknown])[] = [];
  const answers = new Map<string, (input: never) => AnyReply | Promise<AnyReply>>();
  const listeners = new Set<(event: EngineEvent) => void>();
  const bridge: Bridge = {
    postText: async (method, body) => {
      const input: unknown = JSON.parse(body);
      made.push([method, input]);
      const answer = answers.get(method);
      if (answer === undefined) throw new Error(`No answer prepared for ${method}`);
      return JSON.stringify(await answer(input as never));
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onCommand: () => () => undefined,
    pickFiles: unused,
    takeFiles: unused,
    pickTarget: unused,
    pickProject: unused,
    pickNewProject: unused,
    recentProjects: unused,
    setMenu: () => undefined,
    setTitle: () => undefined,
  };
  vi.stubGlobal('window', { understory: bridge });
  return {
    made,
    answer: (method, worth) =>
      answers.set(method, async (input) => ({ ok: true, value: await worth(input) })),
    reply: (method, reply) => answers.set(method, reply),
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
};

/** The n-th id, in the form that ids have. */
export const idOf = (number: number): string =>
  `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
