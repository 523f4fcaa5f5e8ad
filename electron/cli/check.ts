import type { RunCommand } from './command.ts';
import { counted, say, writeJson } from './output.ts';
import { withProject } from './session.ts';

/** `check FILE`: checks a project. */
export const run: RunCommand = ({ positionals: [file = ''], options }) =>
  withProject(file, async (session) => {
    const result = await session.worth('project.check', {});
    if (options.json === true) await writeJson(result);
    for (const problem of result.problems) say(problem);
    const sets = counted(result.changeSets, 'change set');
    const changes = counted(result.changes, 'change');
    say(result.sound ? `Sound: ${sets}, ${changes}.` : `${file} is not sound.`);
    return result.sound;
  });
