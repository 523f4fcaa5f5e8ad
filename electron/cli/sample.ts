import type { RunCommand } from './command.ts';
import { say, writeJson } from './output.ts';
import { withProject } from './session.ts';

/** `sample FILE`: creates the sample study. */
export const run: RunCommand = ({ positionals: [file = ''], options }) =>
  withProject('-', async (session) => {
    const state = await session.worth('project.sample', { file });
    if (options.json === true) await writeJson(state);
    say(`Created the sample study in ${file}.`);
    return true;
  });
