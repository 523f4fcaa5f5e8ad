import { realpathSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import {
  codebookFormatSchema,
  mapFormatSchema,
  ppiLogFormatSchema,
  reportFormatSchema,
  reviewPackFormatSchema,
  segmentsFormatSchema,
} from '#shared/contract/exports.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { queryDefinitionSchema } from '#shared/model/query.ts';
import { type Given, type RunCommand, textOption, UsageError } from './command.ts';
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
  report: reportFormatSchema,
  'review-pack': reviewPackFormatSchema,
  'ppi-log': ppiLogFormatSchema,
  map: mapFormatSchema.extract(['svg']),
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

/** The report of this name (case aside); the only one there is without a name. */
const reportOf = async (session: Session, name: string | undefined): Promise<string> => {
  const reports = await session.worth('reports.list', {});
  const wanted =
    name === undefined
      ? reports
      : reports.filter((report) => report.name.toLowerCase() === name.toLowerCase());
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1) return only.id;
  if (name !== undefined && only === undefined)
    throw new UsageError(`There is no report called "${name}"`);
  throw new UsageError(
    only === undefined
      ? 'There is no report in this project'
      : `Say which report with --report: ${wanted.map((report) => report.name).join(', ')}`,
  );
};

/** The review pack of this name (case aside); the newest without one. */
const packOf = async (session: Session, name: string | undefined): Promise<string> => {
  const packs = await session.worth('packs.list', {});
  const pack =
    name === undefined
      ? packs[0]
      : packs.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (pack !== undefined) return pack.id;
  throw new UsageError(
    name === undefined
      ? 'There is no review pack in this project'
      : `There is no review pack called "${name}"`,
  );
};

interface Wanted {
  readonly given: Given;
  readonly out: string;
  readonly format: string;
}

type Written = Output<
  | 'exports.codebook'
  | 'exports.segments'
  | 'exports.report'
  | 'exports.reviewPack'
  | 'exports.ppiLog'
  | 'exports.map'
>;

/** What is written, by what it is; the format was checked. */
const writers: {
  readonly [what in keyof typeof formats]: (session: Session, wanted: Wanted) => Promise<Written>;
} = {
  codebook: (session, { given, out, format }) =>
    session.worth('exports.codebook', {
      file: out,
      format: codebookFormatSchema.parse(format),
      counts: given.options.counts === true,
      quotes: given.options.quotes === true,
    }),
  segments: async (session, { given, out, format }) =>
    session.worth('exports.segments', {
      file: out,
      format: segmentsFormatSchema.parse(format),
      definition: await definitionOf(session, textOption(given, 'query')),
    }),
  report: async (session, { given, out, format }) =>
    session.worth('exports.report', {
      file: out,
      format: reportFormatSchema.parse(format),
      reportId: await reportOf(session, textOption(given, 'report')),
      ...(given.options.counts === true ? { counts: true } : {}),
    }),
  'review-pack': async (session, { given, out }) =>
    session.worth('exports.reviewPack', {
      file: out,
      packId: await packOf(session, textOption(given, 'pack')),
    }),
  'ppi-log': (session, { out, format }) =>
    session.worth('exports.ppiLog', { file: out, format: ppiLogFormatSchema.parse(format) }),
  map: (session, { out }) => session.worth('exports.map', { file: out, format: 'svg' }),
};

const amountOf = (written: Written): string => {
  if ('codes' in written) return counted(written.codes, 'code');
  if ('themes' in written) return counted(written.themes, 'theme');
  if ('outcomes' in written) return counted(written.outcomes, 'outcome');
  return 'parts' in written ? counted(written.parts, 'part') : counted(written.segments, 'segment');
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
    const written = await writers[what](session, { given, out, format: format.data });
    if (given.options.json === true) await writeJson(written);
    for (const warning of written.warnings) say(warning);
    say(`Wrote ${amountOf(written)} to ${out} (${counted(written.bytes, 'byte')}).`);
    return true;
  });
};
