const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `listener` once when the process is asked to stop: by a signal, or by the process that
 * started it closing the channel between them (Windows has no signals). Asked again, it stops at once.
 */
export const onStop = (listener: () => void): void => {
  let asked = false;
  const stop = (): void => {
    if (asked) process.exit(1);
    asked = true;
    listener();
  };
  for (const signal of signals) process.on(signal, stop);
  if (process.connected) process.once('disconnect', stop);
};
