import type { Server } from './server.ts';
import { onStop } from './stop.ts';
import { openWindow } from './window.ts';

export interface ShowOptions {
  /** Whether to open a window; where there can be none, the address is all there is. */
  readonly open: boolean;
  /** Tells the person the address, as `opened` in a window or to be opened by hand. */
  readonly tell: (address: string, opened: boolean) => void;
}

/** Shows what the server serves until its window is closed or the process is asked to stop; then closes it. */
export const show = async (server: Server, { open, tell }: ShowOptions): Promise<void> => {
  const stop = new Promise<void>(onStop);
  const window = open ? await openWindow(server.invite(true)) : null;
  tell(server.invite(false), window !== null);
  await Promise.race([stop, ...(window === null ? [] : [window.closed])]);
  window?.close();
  await Promise.all([window?.closed, server.close()]);
};
