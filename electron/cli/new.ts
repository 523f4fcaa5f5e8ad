import { basename, extname } from 'node:path';
import { approaches, approachSchema } from '#shared/model/approach.ts';
import { type RunCommand, textOption, UsageError } from './command.ts';
import { say, writeJson } from './output.ts';
import { withProject } from './session.ts';

/** `new FILE`: creates a project. */
export const run: RunCommand = (given) => {
  const wanted = textOption(given, 'approach');
  const approach = approachSchema.optional().safeParse(wanted);
  if (!approach.success)
    throw new UsageError(`Say --approach ${approaches.join(', ')}, not "${wanted}"`);
  return withProject('-', async (session) => {
    const [file = ''] = given.positionals;
    const coderName = textOption(given, 'coder');
    const state = await session.worth('project.create', {
      file,
      name: textOption(given, 'name') ?? basename(file, extname(file)),
      approach: approach.data,
      ...(coderName === undefined ? {} : { coderName }),
    });
    if (given.options.json === true) await writeJson(state);
    say(`Created the project "${state.project?.name}" in ${file}.`);
    return true;
  });
};
