import { toast } from 'sonner';
import { create } from 'zustand';
import { announce } from '#renderer/ui/announce.ts';
import type { CallError } from '#shared/contract/errors.ts';
import type { Job } from '#shared/contract/events.ts';
import type { PickedFile } from '#shared/contract/platform.ts';
import type { Approach } from '#shared/model/approach.ts';
import { call, runJob } from './call.ts';
import { showError } from './edit.ts';
import { platform } from './platform.ts';
import { keyOf, queryClient } from './queries.ts';

interface Opening {
  /** What is being opened or created now, in words; null while nothing is. */
  readonly doing: string | null;
  /** Whether a project is open only in order to be filled: it is shown when it is whole. */
  readonly filling: boolean;
  /** Why the last try failed. */
  readonly error: CallError | null;
  /** The token of the file that was tried last, where one was chosen. */
  readonly tried: string | null;
}

/** How opening a project goes, for the start screen to show in its place. */
export const useOpening = create<Opening>(() => ({
  doing: null,
  filling: false,
  error: null,
  tried: null,
}));

const hasProject = (): boolean =>
  (queryClient.getQueryData<{ readonly project: unknown }>(keyOf('project.state', {}))?.project ??
    null) !== null;

const fail = (error: CallError): void => {
  if (error.code === 'cancelled') return announce(error.message);
  // With a project open there is no start screen to show it on.
  if (hasProject() && !useOpening.getState().filling) return showError(error);
  announce(error.message);
  useOpening.setState({ error });
};

/** Runs one try at a time; whatever it throws is shown like a failure. */
const attempt = async (doing: string, run: () => Promise<void>): Promise<void> => {
  if (useOpening.getState().doing !== null) return;
  useOpening.setState({ doing, error: null, tried: null });
  try {
    await run();
  } catch (thrown) {
    const message = 'The file could not be taken in. Nothing was changed. Try again.';
    fail({ code: 'file-unreadable', message, details: String(thrown) });
  } finally {
    useOpening.setState({ doing: null, filling: false });
  }
};

const open = async (file: string): Promise<void> => {
  useOpening.setState({ tried: file });
  const reply = await call('project.open', { file });
  if (!reply.ok) return fail(reply.error);
  announce(`Opened ${reply.value.project?.name ?? 'project'}`);
};

/** Opens the project behind a token; a failure is shown. */
export const openProject = (file: string): Promise<void> =>
  attempt('Opening the project', () => open(file));

/** Asks for a project file and opens it. */
export const chooseProject = (): Promise<void> =>
  attempt('Opening the project', async () => {
    const file = await platform.pickProject();
    if (file !== null) await open(file.token);
  });

/** Says where a new project was put where nobody was asked: the browser has no dialog for it. */
const sayWhere = async (file: PickedFile): Promise<void> => {
  if (platform.host !== 'browser') return;
  const known = await platform.recentProjects();
  const location = known.find(({ token }) => token === file.token)?.location;
  if (location === undefined) return;
  const words = `The project is kept as “${file.name}” in the folder ${location}.`;
  announce(words);
  toast(words, { duration: 12_000 });
};

interface NewStudy {
  readonly name: string;
  readonly coderName: string;
  readonly approach: Approach;
}

/** Asks where the new project goes, and creates and opens it. */
export const createProject = (study: NewStudy): Promise<void> =>
  attempt('Creating the project', async () => {
    const file = await platform.pickNewProject(study.name);
    if (file === null) return;
    const reply = await call('project.create', { file: file.token, ...study });
    if (!reply.ok) return fail(reply.error);
    await sayWhere(file);
  });

interface BackupChoice {
  readonly name: string;
  /** When it was made. */
  readonly at: string;
  /** The token of the project file it is a backup of, where that is not the open project. */
  readonly of?: string;
}

/** Asks where a copy of a backup goes, and opens the copy. Answers whether it was opened. */
export const restoreBackup = async ({ name, at, of }: BackupChoice): Promise<boolean> => {
  let isOpen = false;
  await attempt('Opening the backup', async () => {
    const day = new Date(at).toLocaleDateString(undefined, { dateStyle: 'long' });
    const file = await platform.pickNewProject(`Backup of ${day}`);
    if (file === null) return;
    const input = { name, file: file.token, ...(of === undefined ? {} : { of }) };
    const reply = await call('project.restoreBackup', input);
    if (!reply.ok) return fail(reply.error);
    isOpen = true;
    announce(`Opened the backup of ${day}`);
    await sayWhere(file);
  });
  return isOpen;
};

interface SampleOptions {
  readonly onProgress: (job: Job) => void;
  /** Aborting stops it; the project is then closed, with what was built so far in its file. */
  readonly signal: AbortSignal;
}

/** Creates the sample study as a project of its own, and opens it. */
export const createSample = (options: SampleOptions): Promise<void> =>
  attempt('Building the sample study', async () => {
    const file = await platform.pickNewProject('Sample study');
    if (file === null) return;
    useOpening.setState({ filling: true });
    const reply = await runJob('project.sample', { file: file.token }, options);
    if (!reply.ok) {
      // What was built so far is no study to work in.
      await call('project.close', {});
      return fail(reply.error);
    }
    await sayWhere(file);
  });
