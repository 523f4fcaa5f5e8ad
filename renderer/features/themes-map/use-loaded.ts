import { type ComponentType, useEffect, useState } from 'react';

const loaded = new Map<unknown, unknown>();

type Load<P> = () => Promise<ComponentType<P>>;

const keep = async <P extends object>(load: Load<P>): Promise<void> => {
  if (!loaded.has(load)) loaded.set(load, await load());
};

/** Loads the code of a component before it is wanted; a fault shows when it is wanted. */
export const loadAhead = <P extends object>(load: Load<P>): void =>
  void keep(load).catch(() => undefined);

/**
 * A component whose code is loaded when it is first wanted; undefined until it is there. React's own
 * `lazy` waits a third of a second between one thing that loads and the next; this shows each at once.
 */
export const useLoaded = <P extends object>(
  load: Load<P>,
  isWanted = true,
): ComponentType<P> | undefined => {
  const [, setTurn] = useState(0);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    if (!isWanted || loaded.has(load)) return;
    keep(load).then(() => setTurn((turn) => turn + 1), setFault);
  }, [load, isWanted]);
  // For the error boundary around the pane.
  if (fault !== null) throw fault instanceof Error ? fault : new Error('The code did not load');
  return loaded.get(load) as ComponentType<P> | undefined;
};
