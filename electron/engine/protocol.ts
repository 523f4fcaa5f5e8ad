import type { EngineEvent } from '#shared/contract/events.ts';
import type { PrintRequest } from './host-printing.ts';

/*
 * What passes between a host and the engine's worker. Calls and replies travel as JSON text, so
 * that a host can hand them on without parsing them.
 */

export type ToEngine =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly body: string }
  | { readonly type: 'offer'; readonly id: number; readonly path: string; readonly name?: string }
  | { readonly type: 'close'; readonly id: number };

export type FromEngine =
  | { readonly type: 'reply'; readonly id: number; readonly body: string }
  | { readonly type: 'event'; readonly event: EngineEvent }
  | PrintRequest;
