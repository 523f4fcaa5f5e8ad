import type { EngineEvent } from './events.ts';
import type { AnyReply } from './reply.ts';

/** A file the person chose. The token stands for it in calls; the renderer never sees a full path. */
export interface PickedFile {
  readonly token: string;
  readonly name: string;
  /** The folders between what was picked and the file, for example '12 weeks/GPs', or ''. */
  readonly folder: string;
}

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** A project the person had open before. `token` opens it again. */
export interface RecentProject {
  readonly token: string;
  readonly name: string;
  readonly location: string;
  readonly openedAt: string;
}

/** A place to write a file to; `finish` hands the written file over (a download in the browser). */
export interface WriteTarget {
  readonly token: string;
  readonly name: string;
  finish(): Promise<void>;
}

/** One entry of the native menu, sent by the renderer, which owns all commands. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly shortcut: string | null;
  readonly enabled: boolean;
}
export interface Menu {
  readonly label: string;
  readonly items: readonly (MenuItem | 'separator')[];
}

/** What a host does for the renderer. Two implementations: the preload bridge and the browser's. */
export interface Platform {
  readonly host: 'desktop' | 'browser';
  call(method: string, input: unknown): Promise<AnyReply>;
  /** Hears the engine's events until the returned function is called. */
  listen(listener: (event: EngineEvent) => void): () => void;
  /** Hears commands chosen in a native menu, and files or projects opened from outside. */
  onCommand(listener: (commandId: string) => void): () => void;
  pickFiles(filter: FileFilter): Promise<readonly PickedFile[]>;
  /** Takes files that were dropped on the window. */
  takeFiles(files: readonly File[]): Promise<readonly PickedFile[]>;
  /** Asks where to write; null when the person thinks better of it. */
  pickTarget(suggestedName: string): Promise<WriteTarget | null>;
  /** Asks for an existing project file; null when the person thinks better of it. */
  pickProject(): Promise<PickedFile | null>;
  /** Asks where a new project goes; null when the person thinks better of it. */
  pickNewProject(suggestedName: string): Promise<PickedFile | null>;
  recentProjects(): Promise<readonly RecentProject[]>;
  setMenu(menus: readonly Menu[]): void;
  setTitle(title: string): void;
}
