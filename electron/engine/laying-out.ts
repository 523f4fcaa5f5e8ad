import type { Layouter } from '#electron/handlers/context.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { LayoutGraph } from '#shared/map/graph.ts';
import type { MapSpot } from '#shared/model/map.ts';
import { createThreadPool, type Ending } from './thread-pool.ts';
import { workerUrl } from './worker-url.ts';

/** Where everything goes; or that the layout was stopped. */
export type LayoutResult =
  | { readonly ok: true; readonly spots: readonly MapSpot[] }
  | { readonly ok: false; readonly how: Ending };

/** A map of 2,000 codes in 200 themes takes about 10 seconds. */
const timeLimitMs = 60_000;
const memoryLimitMb = 1024;

/** A layouter that also stops its thread. */
interface ClosableLayouter extends Layouter {
  close(): Promise<void>;
}

/** Lays out maps in a thread of its own: nothing else waits for it. */
export const createLayouter = (): ClosableLayouter => {
  const pool = createThreadPool<LayoutGraph, LayoutResult>({
    worker: workerUrl('layout-worker'),
    size: 1,
    timeLimitMs,
    memoryLimitMb,
    ended: (how) => ({ ok: false, how }),
  });
  return {
    layOut: async (graph) => {
      if (graph.nodes.length === 0) return [];
      const result = await pool.run(graph);
      if (result.ok) return result.spots;
      throw result.how === 'stopped'
        ? new Failure('cancelled')
        : new Failure(
            'too-slow',
            'The map is too large to be laid out. Nothing was changed. Hide the codes, or read it as an outline.',
          );
    },
    close: () => pool.close(),
  };
};
