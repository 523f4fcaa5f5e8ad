import type {
  FileFilter,
  PickedFile,
  Platform,
  RecentProject,
  WriteTarget,
} from '#shared/contract/platform.ts';
import type { AnyReply } from '#shared/contract/reply.ts';
import { openEvents } from './event-source.ts';

const unreachable: AnyReply = {
  ok: false,
  error: {
    code: 'internal',
    message:
      'Understory does not answer. Everything acknowledged is on disk. Start it again, then reload this page.',
  },
};

const post = async <T>(path: string, body: BodyInit): Promise<T> => {
  const response = await fetch(path, { method: 'POST', body });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
};

const folderOf = (file: File): string => {
  const path = file.webkitRelativePath;
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
};

const upload = async (files: readonly File[]): Promise<readonly PickedFile[]> => {
  const picked: PickedFile[] = [];
  for (const file of files) {
    const { token } = await post<{ token: string }>(
      `/files?name=${encodeURIComponent(file.name)}`,
      file,
    );
    picked.push({ token, name: file.name, folder: folderOf(file) });
  }
  return picked;
};

/** Opens the browser's own file chooser. Answers nothing when the person thinks better of it. */
const choose = (accept: string, multiple: boolean): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.hidden = true;
    const finish = (): void => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });

const acceptOf = (filter: FileFilter): string =>
  filter.extensions.map((extension) => `.${extension}`).join(',');

const writeTarget = async (name: string): Promise<WriteTarget> => {
  const { token } = await post<{ token: string }>('/targets', JSON.stringify({ name }));
  return {
    token,
    name,
    finish: () => {
      const link = document.createElement('a');
      link.href = `/targets/${token}`;
      link.download = name;
      link.click();
      return Promise.resolve();
    },
  };
};

/** The browser host, reached over HTTP on this machine: uploads and downloads instead of dialogs. */
export const browserPlatform = (): Platform => {
  const events = openEvents('/events');
  return {
    host: 'browser',
    call: async (method, input) => {
      await events.ready;
      try {
        const response = await fetch(`/call/${method}`, {
          method: 'POST',
          body: JSON.stringify(input ?? {}),
        });
        return (await response.json()) as AnyReply;
      } catch {
        return unreachable;
      }
    },
    listen: events.listen,
    onCommand: () => () => undefined,
    pickFiles: async (filter) => upload(await choose(acceptOf(filter), true)),
    takeFiles: upload,
    pickTarget: writeTarget,
    pickProject: async () => {
      const [file] = await choose('.understory', false);
      if (file === undefined) return null;
      const { token } = await post<{ token: string }>(
        `/projects/upload?name=${encodeURIComponent(file.name)}`,
        file,
      );
      return { token, name: file.name, folder: '' };
    },
    pickNewProject: async (suggestedName) => {
      const picked = await post<{ token: string; name: string }>(
        '/projects',
        JSON.stringify({ name: suggestedName }),
      );
      return { ...picked, folder: '' };
    },
    recentProjects: async () => {
      const response = await fetch('/projects');
      return (await response.json()) as readonly RecentProject[];
    },
    setMenu: () => undefined,
    setTitle: (title) => {
      document.title = title;
    },
  };
};
