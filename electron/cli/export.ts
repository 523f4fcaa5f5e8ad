import { realpathSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { codebookFormatSchema, segmentsFormatSchema } from '#shared/contract/exports.ts';
import type { Input } from '#shared/contract/index.ts';
import { queryDefinitionSchema } from '#shared/model/query.ts';
import { type RunCommand, textOption, UsageError } from './command.ts';
import { counted, say, writeJson } from './output.ts';
import { type Session, withProject } from './session.ts';

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};

const formats = {
  codebook: codebookFormatSchema,
  segments: segmentsFormatSchema,
} as const;

const isWhat = (what: string | undefined): what is keyof typeof formats =>
  what !== undefined && Object.hasOwn(formats, what);

/** What a saved query asks, by its name (case aside); everything without one. */
const definitionOf = async (
  session: Session,
  name: string | undefined,
): Promise<Input<'exports.segments'>['definition']> => {
  if (name === undefined) return undefined;
  const queries = await session.worth('queries.list', {});
  const query = queries.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (query === undefined) throw new UsageError(`There is no saved query called "${name}"`);
  return queryDefinitionSchema.parse(JSON.parse(query.definition));
};

/** `export FILE WHAT`: writes a file for others. */
export const run: RunCommand = (given) => {
  const [file = '', what] = given.positionals;
  if (!isWhat(what))
    throw new UsageError(
      `There is no export of "${what}": only of ${Object.keys(formats).join(' or ')}`,
    );
  const out = textOption(given, 'out');
  if (out === undefined) throw new UsageError('Say where to write with --out PATH');
  if (real(out) === real(file)) throw new UsageError('--out is the project itself');
  const wanted = textOption(given, 'format') ?? extname(out).slice(1).toLowerCase();
  const format = formats[what].safeParse(wanted);
  if (!format.success)
    throw new UsageError(`Say --format ${formats[what].options.join(', ')}, not "${wanted}"`);
  return withProject(file, async (session) => {
    const result =
      what === 'codebook'
        ? await session.worth('exports.codebook', {
            file: out,
            format: codebookFormatSchema.parse(format.data),
            counts: given.options.counts === true,
            quotes: given.options.quotes === true,
          })
        : await session.worth('exports.segments', {
            file: out,
            format: segmentsFormatSchema.parse(format.data),
            definition: await definitionOf(session, textOption(given, 'query')),
          });
    if (given.options.json === true) await writeJson(result);
    for (const warning of result.warnings) say(warning);
    const amount =
      'codes' in result ? counted(result.codes, 'code') : counted(result.segments, 'segment');
    say(`Wrote ${amount} to ${out} (${counted(result.bytes, 'byte')}).`);
    return true;
  });
};
