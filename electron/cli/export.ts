import { realpathSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { codebookFormatSchema } from '#shared/contract/exports.ts';
import { type RunCommand, textOption, UsageError } from './command.ts';
import { counted, say, writeJson } from './output.ts';
import { withProject } from './session.ts';

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};

/** `export FILE WHAT`: writes a file for others. */
export const run: RunCommand = (given) => {
  const [file = '', what] = given.positionals;
  if (what !== 'codebook')
    throw new UsageError(`There is no export of "${what}": only of codebook`);
  const out = textOption(given, 'out');
  if (out === undefined) throw new UsageError('Say where to write with --out PATH');
  if (real(out) === real(file)) throw new UsageError('--out is the project itself');
  const wanted = textOption(given, 'format') ?? extname(out).slice(1).toLowerCase();
  const format = codebookFormatSchema.safeParse(wanted);
  if (!format.success)
    throw new UsageError(
      `Say --format ${codebookFormatSchema.options.join(', ')}, not "${wanted}"`,
    );
  return withProject(file, async (session) => {
    const result = await session.worth('exports.codebook', {
      file: out,
      format: format.data,
      counts: given.options.counts === true,
      quotes: given.options.quotes === true,
    });
    if (given.options.json === true) await writeJson(result);
    for (const warning of result.warnings) say(warning);
    say(`Wrote ${counted(result.codes, 'code')} to ${out} (${counted(result.bytes, 'byte')}).`);
    return true;
  });
};
