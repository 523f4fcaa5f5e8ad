import type { EngineEvent } from './events.ts';
import type { FileFilter, Menu, PickedFile, RecentProject } from './platform.ts';

/**
 * What the desktop's preload script puts on `window.understory`, and all it puts there. Calls and
 * replies pass as JSON text, which the renderer writes and parses; files pass as tokens, never as
 * paths.
 */
export interface Bridge {
  /** Makes a call: JSON text of the input in, JSON text of an AnyReply out. */
  postText(method: string, body: string): Promise<string>;
  /** Hears the engine's events until the returned function is called. */
  listen(listener: (event: EngineEvent) => void): () => void;
  /**
   * Hears the ids of commands chosen in the native menu, and `openProjectCommand` + token for a
   * project opened from outside. What came before the first listener is told to it.
   */
  onCommand(listener: (commandId: string) => void): () => void;
  /** Asks for files to read; none when the person thinks better of it. */
  pickFiles(filter: FileFilter): Promise<readonly PickedFile[]>;
  /** Takes files and folders that were dropped on the window; folders give the files in them. */
  takeFiles(files: readonly File[]): Promise<readonly PickedFile[]>;
  /** Asks where to write; null when the person thinks better of it. */
  pickTarget(suggestedName: string): Promise<PickedFile | null>;
  /**
   * Asks for a project to open in this window; null when the person thinks better of it, and when
   * it opens in another window because this one has a project or that one has this project.
   */
  pickProject(): Promise<PickedFile | null>;
  /** Asks where a new project goes; null when the person thinks better of it. */
  pickNewProject(suggestedName: string): Promise<PickedFile | null>;
  /** The projects opened before that are still there, the latest first. */
  recentProjects(): Promise<readonly RecentProject[]>;
  /** Replaces this window's native menu; the host adds what the system expects. */
  setMenu(menus: readonly Menu[]): void;
  setTitle(title: string): void;
}

/** The name of the bridge on the window. */
export const bridgeName = 'understory';

/** Begins a command that asks to open a project; the rest of the command is the file's token. */
export const openProjectCommand = 'project.open:';
