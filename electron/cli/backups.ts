import type { RunCommand } from './command.ts';
import { counted, say, writeJson } from './output.ts';
import { withProject } from './session.ts';

/** `backups FILE`: lists the backups of a project. */
export const run: RunCommand = ({ positionals: [file = ''], options }) =>
  withProject(file, async (session) => {
    const backups = await session.worth('project.backups', {});
    if (options.json === true) await writeJson(backups);
    for (const { at, bytes } of backups) say(`${at}  ${counted(bytes, 'byte')}`);
    if (backups.length === 0) say('There is no backup of this project yet.');
    return true;
  });
