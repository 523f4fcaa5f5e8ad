import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, bridgeName } from '#shared/contract/bridge.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import { type Ask, commandChannel, eventChannel } from './channels.ts';

const ask = <T>(what: Ask, ...input: readonly unknown[]): Promise<T> =>
  ipcRenderer.invoke(what, ...input) as Promise<T>;

const events = new Set<(event: EngineEvent) => void>();
const commands = new Set<(commandId: string) => void>();
// A project can be opened from outside before the page has drawn itself.
const early: string[] = [];

ipcRenderer.on(eventChannel, (_event, event: EngineEvent) => {
  for (const listener of events) listener(event);
});
ipcRenderer.on(commandChannel, (_event, commandId: string) => {
  if (commands.size === 0) early.push(commandId);
  for (const listener of commands) listener(commandId);
});

const bridge: Bridge = {
  postText: (method, body) => ask('postText', method, body),
  listen: (listener) => {
    events.add(listener);
    return () => void events.delete(listener);
  },
  onCommand: (listener) => {
    commands.add(listener);
    for (const commandId of early.splice(0)) listener(commandId);
    return () => void commands.delete(listener);
  },
  pickFiles: (filter) => ask('pickFiles', filter),
  // A File made by a script has no place on the disk: its path is empty.
  takeFiles: async (files) =>
    ask('takeFiles', files.map((file) => webUtils.getPathForFile(file)).filter(Boolean)),
  pickTarget: (suggestedName) => ask('pickTarget', suggestedName),
  pickProject: () => ask('pickProject'),
  pickNewProject: (suggestedName) => ask('pickNewProject', suggestedName),
  recentProjects: () => ask('recentProjects'),
  setMenu: (menus) => void ask('setMenu', menus),
  setTitle: (title) => void ask('setTitle', title),
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
