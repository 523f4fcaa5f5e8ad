import type { VerifyCopy } from '#electron/project/backup.ts';
import type { Edited, Project, SetLabel } from '#electron/project/project.ts';
import type { ChangedEvent, Job } from '#shared/contract/events.ts';
import type { CheckedInput, Contract, Input, Method, Output } from '#shared/contract/index.ts';
import type { LayoutGraph } from '#shared/map/graph.ts';
import type {
  Alternative,
  Detection,
  ImportRefusal,
  ImportWarning,
  PatternId,
  ReadDocument,
} from '#shared/model/document.ts';
import type { MapSpot } from '#shared/model/map.ts';

/** A file a host offered under a token. */
export interface OfferedFile {
  readonly path: string;
  readonly name: string;
}

/** Files by token: the only way for a handler to touch the disk outside the project. */
export interface Files {
  /** Takes in a path that the program itself knows; hosts offer those that people choose. */
  offer(path: string, name?: string): string;
  /** Throws `file-missing` for a token that was never offered. */
  find(token: string): OfferedFile;
  /** Throws `file-missing` or `file-unreadable`. */
  read(token: string): Promise<Uint8Array>;
  /** How large a file is, in bytes, without reading it; throws as `read` does. */
  size(token: string): Promise<number>;
  /** Writes all of the bytes or leaves what was there; throws `disk-full` or `export-refused`. */
  write(token: string, bytes: Uint8Array): Promise<void>;
}

/** What a file holds, or why it is not taken. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly document: ReadDocument;
      readonly detection: Detection;
      readonly alternatives: readonly Alternative[];
    }
  | { readonly ok: false; readonly error: ImportRefusal };

/** The rows of a table of values, or why it is not taken. */
export type TableResult =
  | {
      readonly ok: true;
      readonly rows: readonly (readonly string[])[];
      readonly warnings: readonly ImportWarning[];
    }
  | { readonly ok: false; readonly error: ImportRefusal };

/** Reads documents where a hostile one can do no harm. */
export interface Parser {
  parseTable(input: {
    readonly bytes: Uint8Array;
    readonly fileName: string;
  }): Promise<TableResult>;
  parse(input: {
    readonly bytes: Uint8Array;
    readonly fileName: string;
    readonly pattern?: PatternId | 'auto';
  }): Promise<ParseResult>;
}

/** Runs regular expressions where one without end can do no harm. */
export interface Matcher {
  /**
   * For each text where the pattern (JavaScript's, `giu` and `m`) matches, in UTF-16 code units.
   * Throws `too-slow` where it would run long, `cancelled` when the engine closes.
   */
  match(
    pattern: string,
    texts: readonly string[],
  ): Promise<readonly (readonly (readonly [start: number, end: number])[])[]>;
}

/** Prints a page, which needs nothing else, to PDF: the host's own Chromium, or an installed one. */
export interface Printer {
  /**
   * `page` is HTML in UTF-8. Throws `export-refused` where there is nothing to print with, and
   * `cancelled` where `signal` says so.
   */
  print(page: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
}

/** Lays out graphs in a thread of its own, so that edits need not wait for it. */
export interface Layouter {
  /** Where each node goes. Throws `too-slow`, and `cancelled` when the engine closes. */
  layOut(graph: LayoutGraph): Promise<readonly MapSpot[]>;
}

/** Long work under way and lately ended. */
export interface Jobs {
  list(): readonly Job[];
  /** Throws `not-found`. */
  get(id: string): Job;
  /** Throws `not-found`. A job that has ended stays as it is. */
  cancel(id: string): void;
  /** Whether a job that runs has made edits, of which undo would take back a part. */
  readonly isEditing: boolean;
}

export interface ReadContext {
  /** The open project; asking for it throws `no-project` when none is open. */
  readonly project: Project;
  readonly isOpen: boolean;
  /** Where the engine keeps its own files (backups). */
  readonly dataFolder: string;
  readonly jobs: Jobs;
  readonly matcher: Matcher;
  readonly layouter: Layouter;
}

export interface EditContext extends ReadContext {
  /** Names the change set, for the history and for "Undo ...". Every edit calls it. */
  readonly label: SetLabel;
}

export interface SessionContext extends ReadContext {
  readonly files: Files;
  /** Checks a backup, in a thread of its own. */
  readonly verifyCopy: VerifyCopy;
  /** Takes over as the open project; one that was open before is closed. Null only closes. */
  readonly use: (project: Project | null) => void;
  readonly announce: (changed: ChangedEvent | null) => void;
  /** Tells every window to ask for the project's state again. */
  readonly announceSession: () => void;
}

export interface JobContext extends SessionContext {
  readonly parser: Parser;
  readonly printer: Printer;
  readonly signal: AbortSignal;
  /** Says how much is done of how much, and what is being done now. */
  readonly progress: (done: number, total: number, doing: string) => void;
  /** Runs one change set of the job and announces it. */
  readonly edit: <T>(work: (label: SetLabel) => T) => Edited<T>['value'];
  /** Makes another call of the contract, as a user would; a job is waited for. Throws its failure. */
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
}

interface Contexts {
  readonly read: ReadContext;
  readonly edit: EditContext;
  readonly session: SessionContext;
  readonly job: JobContext;
}
interface Results<T> {
  readonly read: T | Promise<T>;
  readonly edit: T;
  readonly session: T | Promise<T>;
  readonly job: Promise<T>;
}

/** Carries out one call. An edit is synchronous, since it runs inside one transaction. */
export type Handler<M extends Method> = (
  context: Contexts[Contract[M]['effect']],
  input: CheckedInput<M>,
) => Results<Output<M>>[Contract[M]['effect']];

/** The handlers of one noun: one for each of its calls. */
export type Handlers<Noun extends string> = {
  readonly [M in Extract<Method, `${Noun}.${string}`>]: Handler<M>;
};
