import { type ComponentType, useEffect, useState } from 'react';

const loaded = new Map<unknown, unknown>();

/**
 * A component whose code is loaded when it is first wanted; undefined until it is there. React's own
 * `lazy` waits a third of a second between one thing that loads and the next; this shows each at once.
 */
export const useLoaded = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  isWanted = true,
): ComponentType<P> | undefined => {
  const [, setTurn] = useState(0);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    if (!isWanted || loaded.has(load)) return;
    load().then((component) => {
      loaded.set(load, component);
      setTurn((turn) => turn + 1);
    }, setFault);
  }, [load, isWanted]);
  // For the error boundary around the pane.
  if (fault !== null) throw fault instanceof Error ? fault : new Error('The code did not load');
  return loaded.get(load) as ComponentType<P> | undefined;
};
