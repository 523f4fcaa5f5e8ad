import type { EventEmitter } from 'node:events';

/** Emits an event that listeners can prevent; true when one did. */
export const emitPreventable = (
  emitter: EventEmitter,
  [name, details = {}]: readonly [string, object?],
  ...rest: readonly unknown[]
): boolean => {
  let prevented = false;
  const event = {
    ...details,
    get defaultPrevented(): boolean {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
  emitter.emit(name, event, ...rest);
  return prevented;
};
