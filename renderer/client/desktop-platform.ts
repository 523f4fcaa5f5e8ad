import type { Bridge } from '#shared/contract/bridge.ts';
import type { Platform } from '#shared/contract/platform.ts';
import type { AnyReply } from '#shared/contract/reply.ts';

declare global {
  interface Window {
    /** What the preload script lends the page; absent in a browser. */
    readonly understory?: Bridge;
  }
}

/** The desktop window's host, reached through the preload bridge. */
export const desktopPlatform = (bridge: Bridge): Platform => ({
  host: 'desktop',
  call: async (method, input) =>
    JSON.parse(await bridge.postText(method, JSON.stringify(input ?? {}))) as AnyReply,
  listen: (listener) => bridge.listen(listener),
  onCommand: (listener) => bridge.onCommand(listener),
  pickFiles: (filter) => bridge.pickFiles(filter),
  takeFiles: (files) => bridge.takeFiles(files),
  pickTarget: async (suggestedName) => {
    const target = await bridge.pickTarget(suggestedName);
    return target === null ? null : { ...target, finish: () => Promise.resolve() };
  },
  pickProject: () => bridge.pickProject(),
  pickNewProject: (suggestedName) => bridge.pickNewProject(suggestedName),
  recentProjects: () => bridge.recentProjects(),
  setMenu: (menus) => bridge.setMenu(menus),
  setTitle: (title) => bridge.setTitle(title),
});
