import { setImmediate } from 'node:timers/promises';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import { exportPpiLog } from '#electron/exporters/ppi-log.ts';
import { exportReport } from '#electron/exporters/report.ts';
import { reviewPackToHtml } from '#electron/exporters/review-pack-html.ts';
import { exportSegments } from '#electron/exporters/segments.ts';
import { chooseExamples, readCodebook, sourcesWithQuotes } from '#electron/project/codebook.ts';
import { readMap } from '#electron/project/map.ts';
import { readPpiLog } from '#electron/project/ppi.ts';
import { getRecord } from '#electron/project/records.ts';
import { readReport } from '#electron/project/report-words.ts';
import { runQuery } from '#electron/project/retrieval.ts';
import { readSegmentList } from '#electron/project/segment-list.ts';
import { getProjectRecord } from '#electron/project/study.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import { offersOf } from '#shared/model/approach.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import { partsOfReport, type ReportPart } from '#shared/model/report.ts';
import { packContentsSchema } from '#shared/model/review-pack.ts';
import type { WrittenPart } from '#shared/model/written.ts';
import type { Handlers, JobContext } from './context.ts';
import { readDrawing } from './map.ts';
import { hasCounts } from './reports.ts';
import { quoted } from './words.ts';

/** Lets other calls in, a cancel among them, then says how far the job is (which throws if cancelled). */
type Step = (done: number, doing: string) => Promise<void>;

const withExamples = async (
  { project: { store } }: JobContext,
  codebook: Codebook,
  steps: { readonly sourceIds: readonly string[]; readonly step: Step },
): Promise<Codebook> => {
  const choosing = chooseExamples(store, steps.sourceIds);
  let next = choosing.next();
  while (!next.done) {
    await steps.step(1 + next.value, 'Choosing example quotes');
    next = choosing.next();
  }
  const examples = next.value;
  return {
    ...codebook,
    codes: codebook.codes.map((code) => ({ ...code, example: examples.get(code.id) ?? null })),
  };
};

const gather = async (
  context: JobContext,
  { codeIds, quotes }: CheckedInput<'exports.codebook'>,
): Promise<{ readonly codebook: Codebook; readonly total: number; readonly step: Step }> => {
  const { store } = context.project;
  for (const id of codeIds ?? []) getRecord(store, 'code', id);
  const codebook = readCodebook(store, codeIds ?? null, new Date());
  const sourceIds = quotes
    ? sourcesWithQuotes(
        store,
        codebook.codes.map((code) => code.id),
      )
    : [];
  // Reading the codes, each source with quotes, making the file, writing it.
  const total = sourceIds.length + 3;
  const step: Step = async (done, doing) => {
    await setImmediate();
    context.progress(done, total, doing);
  };
  await step(1, 'Reading codes');
  return {
    codebook: quotes ? await withExamples(context, codebook, { sourceIds, step }) : codebook,
    total,
    step,
  };
};

/** What is missing from a report, with the part it is missing from. */
const gapsNamed = ({ id, gaps }: WrittenPart, parts: readonly ReportPart[]): readonly string[] => {
  const place = parts.findIndex((part) => part.id === id);
  const part = parts[place];
  const heading = part === undefined || part.type === 'theme' ? '' : part.heading;
  const name = `Part ${place + 1}${heading === '' ? '' : ` (${quoted(heading)})`}`;
  return gaps.map((gap) => `${name}: ${gap}`);
};

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The bytes of a PNG that a window drew. Throws `bad-input` for anything else. */
const pictureBytes = (picture: string | undefined): Uint8Array => {
  if (picture === undefined)
    throw new Failure(
      'bad-input',
      'Only a window can draw a PNG. No file was written. Export as svg, or export from the map.',
    );
  const bytes = Buffer.from(picture, 'base64');
  if (pngSignature.every((byte, at) => bytes[at] === byte)) return bytes;
  throw new Failure('bad-input', 'The picture is not a PNG. No file was written.');
};

export const exportsHandlers: Handlers<'exports'> = {
  'exports.codebook': async (context, input) => {
    const { file, format, quotes } = input;
    const { approach } = getProjectRecord(context.project.store);
    const counts = input.counts ?? offersOf(approach).countsByDefault;
    const { name: fileName } = context.files.find(file);
    const { codebook, total, step } = await gather(context, input);
    await step(total - 2, 'Making the file');
    const { bytes, warnings } = await exportCodebook(codebook, format, { counts, quotes });
    await step(total - 1, 'Writing the file');
    await context.files.write(file, bytes);
    return { fileName, bytes: bytes.length, codes: codebook.codes.length, warnings };
  },
  'exports.report': async (context, { file, format, reportId, counts }) => {
    const { store } = context.project;
    const { name: fileName } = context.files.find(file);
    const report = getRecord(store, 'report', reportId);
    context.progress(0, 3, 'Reading the report');
    const written = readReport(store, report, counts ?? hasCounts(store));
    context.progress(1, 3, 'Making the file');
    await setImmediate();
    const made = await exportReport(written, format === 'pdf' ? 'html' : format);
    const bytes =
      format === 'pdf' ? await context.printer.print(made.bytes, context.signal) : made.bytes;
    context.progress(2, 3, 'Writing the file');
    await context.files.write(file, bytes);
    const parts = partsOfReport(report);
    const gaps = written.parts.flatMap((part) => gapsNamed(part, parts));
    const warnings = [...made.warnings, ...gaps];
    return { fileName, bytes: bytes.length, parts: written.parts.length, warnings };
  },
  'exports.segments': async (context, { file, format, definition, ids: given, headings }) => {
    const { store } = context.project;
    const { name: fileName } = context.files.find(file);
    const ids = given ?? runQuery(store, definition).ids;
    const reading = readSegmentList(store, ids, headings);
    let next = reading.next();
    while (!next.done) {
      await setImmediate();
      context.progress(next.value, ids.length + 1, 'Reading segments');
      next = reading.next();
    }
    const { bytes, warnings } = await exportSegments(next.value, format);
    context.progress(ids.length, ids.length + 1, 'Writing the file');
    await context.files.write(file, bytes);
    const segments = next.value.headings.reduce((sum, each) => sum + each.segments.length, 0);
    return { fileName, bytes: bytes.length, segments, warnings };
  },
  'exports.reviewPack': async (context, { file, packId }) => {
    const { name: fileName } = context.files.find(file);
    const pack = getRecord(context.project.store, 'review_pack', packId);
    const contents = packContentsSchema.parse(JSON.parse(pack.contents));
    context.progress(1, 2, 'Writing the file');
    const { bytes, warnings } = reviewPackToHtml({ packId, name: pack.name, contents });
    await context.files.write(file, bytes);
    return { fileName, bytes: bytes.length, themes: contents.themes.length, warnings };
  },
  'exports.ppiLog': async (context, { file, format }) => {
    const { name: fileName } = context.files.find(file);
    context.progress(0, 2, 'Reading the log');
    const log = readPpiLog(context.project.store, new Date());
    const { bytes, warnings } = await exportPpiLog(log, format);
    context.progress(1, 2, 'Writing the file');
    await context.files.write(file, bytes);
    return { fileName, bytes: bytes.length, outcomes: log.decided.length, warnings };
  },
  'exports.map': async (context, { file, format, codes, picture }) => {
    const { name: fileName } = context.files.find(file);
    const { themes } = readMap(context.project.store);
    if (themes.length === 0)
      throw new Failure(
        'export-refused',
        'There are no themes to draw yet. No file was written. Create a theme first.',
      );
    context.progress(0, 2, 'Drawing the map');
    const bytes =
      format === 'png'
        ? pictureBytes(picture)
        : new TextEncoder().encode((await readDrawing(context, { codes })).svg);
    context.progress(1, 2, 'Writing the file');
    await context.files.write(file, bytes);
    return { fileName, bytes: bytes.length, themes: themes.length, warnings: [] };
  },
};
