import { basename, extname } from 'node:path';
import { type RunCommand, textOption } from './command.ts';
import { say, writeJson } from './output.ts';
import { withProject } from './session.ts';

/** `new FILE`: creates a project. */
export const run: RunCommand = (given) =>
  withProject('-', async (session) => {
    const [file = ''] = given.positionals;
    const coderName = textOption(given, 'coder');
    const state = await session.worth('project.create', {
      file,
      name: textOption(given, 'name') ?? basename(file, extname(file)),
      ...(coderName === undefined ? {} : { coderName }),
    });
    if (given.options.json === true) await writeJson(state);
    say(`Created the project "${state.project?.name}" in ${file}.`);
    return true;
  });
