import { app, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron';
import { isOwnPage, pageUrl } from './page.ts';

/** Addresses that stay on this machine: the app's own, what it makes in memory, developer tools. */
const isLocal = (address: string): boolean =>
  address.startsWith(pageUrl) || /^(?:blob|data|devtools):/u.test(address);

const refuse = (event: { preventDefault(): void }): void => event.preventDefault();

const holdContents = (contents: WebContents): void => {
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Calls between browsers find their way around the request filter.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

/** Before the app is ready: every page sandboxed and held where it is, no name looked up anywhere. */
export const holdPages = (): void => {
  app.enableSandbox();
  // Whatever part of Chromium asks for an address, now or in a later version, finds none.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => holdContents(contents));
};

/** After the app is ready: no permissions, no requests that leave the machine, no downloads. */
export const holdSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }));
  session.on('will-download', refuse);
};

/** Whether a message comes from the app's own page, at the top of its window. */
export const isTrusted = ({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
