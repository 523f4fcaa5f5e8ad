/*
 * Chromium knows no schemes of an app's own, so the stand-in shows `app://understory/x` as
 * `https://understory.app.stand-in.test/x`: an origin of its own in a secure context, as in
 * Electron, under a name that no network has.
 */

const suffix = 'stand-in.test';

/** The address as Chromium is given it. */
export const toBrowserAddress = (address: string): string => {
  const { protocol, host, pathname, search, hash } = new URL(address);
  if (/^(?:https?|wss?|file|data|blob|about):$/u.test(protocol)) return address;
  return `https://${host}.${protocol.slice(0, -1)}.${suffix}${pathname}${search}${hash}`;
};

/** The address as the app's main process knows it. */
export const toAppAddress = (address: string): string => {
  const url = URL.parse(address);
  if (url === null || !url.hostname.endsWith(`.${suffix}`)) return address;
  const [host, scheme] = url.hostname.slice(0, -suffix.length - 1).split('.');
  return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`;
};
