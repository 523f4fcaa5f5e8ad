import { announce } from '#renderer/ui/announce.ts';
import { call, runJob } from './call.ts';
import { showError } from './edit.ts';
import { platform } from './platform.ts';

/** Opens the project behind a token; a failure is shown. */
export const openProject = async (file: string): Promise<void> => {
  const reply = await call('project.open', { file });
  if (!reply.ok) return showError(reply.error);
  announce(`Opened ${reply.value.project?.name ?? 'project'}`);
};

/** Asks for a project file and opens it. */
export const chooseProject = async (): Promise<void> => {
  const file = await platform.pickProject();
  if (file !== null) await openProject(file.token);
};

/** Asks where the new project goes, and creates and opens it. */
export const createProject = async (name: string, coderName: string): Promise<void> => {
  const file = await platform.pickNewProject(name);
  if (file === null) return;
  const reply = await call('project.create', { file: file.token, name, coderName });
  if (!reply.ok) showError(reply.error);
};

/** Creates the sample study as a project of its own, and opens it. */
export const createSample = async (
  onProgress: (done: number, total: number) => void,
): Promise<void> => {
  const file = await platform.pickNewProject('Sample study');
  if (file === null) return;
  const reply = await runJob(
    'project.sample',
    { file: file.token },
    { onProgress: (job) => onProgress(job.done, job.total) },
  );
  if (!reply.ok) showError(reply.error);
};
