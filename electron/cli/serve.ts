import { startBrowserHost } from '#electron/browser/host.ts';
import { show } from '#electron/browser/show.ts';
import { type RunCommand, textOption, UsageError } from './command.ts';
import { say, write, writeJson } from './output.ts';

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port wants a number from 0 to 65535, not "${text}"`);
  return port;
};

/** `serve FILE`: opens a project in a browser on this computer. */
export const run: RunCommand = async (given) => {
  const [file = ''] = given.positionals;
  const server = await startBrowserHost({
    open: file === '-' ? null : { file },
    port: portOf(textOption(given, 'port') ?? '0'),
    projects: textOption(given, 'projects'),
    renderer: textOption(given, 'renderer'),
  });
  await show(server, {
    open: given.options['no-open'] !== true,
    tell: (address, opened) => {
      void (given.options.json === true ? writeJson({ address }) : write(`${address}\n`));
      say(
        opened
          ? 'Understory is open in a window. Close it or press Ctrl+C to stop.'
          : 'Open this address in a browser on this computer. Ctrl+C stops.',
      );
    },
  });
  return true;
};
