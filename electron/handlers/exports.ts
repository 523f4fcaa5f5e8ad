import { setImmediate } from 'node:timers/promises';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import { exportSegments } from '#electron/exporters/segments.ts';
import { chooseExamples, readCodebook, sourcesWithQuotes } from '#electron/project/codebook.ts';
import { getRecord } from '#electron/project/records.ts';
import { runQuery } from '#electron/project/retrieval.ts';
import { readSegmentList } from '#electron/project/segment-list.ts';
import { getProjectRecord } from '#electron/project/study.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import { offersOf } from '#shared/model/approach.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import type { Handlers, JobContext } from './context.ts';

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
};
