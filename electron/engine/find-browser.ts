import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const linux = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windows = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

type Environment = Readonly<Record<string, string | undefined>>;

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The places where a Chromium is usually installed on `platform`, best first. */
export const usualBrowserPaths = (
  platform: NodeJS.Platform,
  environment: Environment,
): readonly string[] => {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((root) => root !== undefined);
    return windows.flatMap((file) => roots.map((root) => path.win32.join(root, file)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', `${environment['HOME'] ?? ''}/Applications`];
    return mac.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
  }
  const folders = [...(environment['PATH'] ?? '').split(':'), ...linuxFolders];
  return linux.flatMap((name) =>
    folders.filter((folder) => folder.startsWith('/')).map((folder) => `${folder}/${name}`),
  );
};

/**
 * The executable of an installed Chrome, Chromium or Edge, or undefined where there is none.
 * `CHROME_PATH` names one outright.
 */
export const findBrowser = (): string | undefined => {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && isExecutable(named)) return named;
  return usualBrowserPaths(process.platform, process.env).find(isExecutable);
};
