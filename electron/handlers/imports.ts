import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { sourcesBySha256 } from '#electron/project/sources.ts';
import { type CallError, Failure } from '#shared/contract/errors.ts';
import type { ImportPreview, ImportResult } from '#shared/contract/imports.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import { type Detection, patternIdSchema, patterns } from '#shared/model/document.ts';
import { applyCorrections } from '#shared/text/turns.ts';
import { countWords } from '#shared/text/words.ts';
import type { Handlers, JobContext, ParseResult } from './context.ts';
import { toFailure } from './failure.ts';
import { guessPlace } from './import-guess.ts';
import { storeDocument } from './import-store.ts';

type RunFile = CheckedInput<'imports.run'>['files'][number];
type PreviewFile = CheckedInput<'imports.preview'>['files'][number];

/** How much of a file its preview shows, in turns and in UTF-16 code units of each. */
const sampleTurns = 60;
const sampleLength = 600;

interface Parsed {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly result: ParseResult;
}

const parse = async (context: JobContext, file: PreviewFile): Promise<Parsed> => {
  const wanted = file.pattern === 'auto' ? 'auto' : patternIdSchema.safeParse(file.pattern).data;
  if (wanted === undefined)
    throw new Failure('bad-input', `There is no way of finding speakers called ${file.pattern}.`);
  const fileName = basename(file.name ?? context.files.find(file.token).name);
  const bytes = await context.files.read(file.token);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const result = await context.parser.parse({ bytes, fileName, pattern: wanted });
  return { fileName, bytes, sha256, result };
};

const refusal = (result: Extract<ParseResult, { ok: false }>): CallError => ({
  code: 'import-refused',
  message: result.error.message,
  details: { reason: result.error.code },
});

const sampleOf = (text: string, detection: Detection): ImportPreview['sample'] =>
  detection.turns.slice(0, sampleTurns).map((turn) => ({
    speaker: turn.speaker,
    startMs: turn.startMs ?? null,
    text: text.slice(turn.speechStart, Math.min(turn.end, turn.speechStart + sampleLength)),
  }));

/** Stretches of somebody's speech; all there are where nobody is named. */
const countTurns = ({ turns }: Detection): number =>
  turns.filter((turn) => turn.speaker !== null).length || turns.length;

const nothing = (file: PreviewFile, name: string, error: CallError): ImportPreview => ({
  token: file.token,
  file: name,
  folder: file.folder,
  status: 'refused',
  duplicateOf: [],
  error,
  format: null,
  encoding: null,
  words: 0,
  pattern: 'none',
  alternatives: [],
  turns: 0,
  timedTurns: 0,
  speakers: [],
  warnings: [],
  sample: [],
  guess: null,
});

const preview = async (context: JobContext, file: PreviewFile): Promise<ImportPreview> => {
  const { fileName, sha256, result } = await parse(context, file);
  if (!result.ok) return nothing(file, fileName, refusal(result));
  const { document, detection, alternatives } = result;
  const { store } = context.project;
  const duplicateOf = sourcesBySha256(store, sha256).map((source) => source.name);
  return {
    token: file.token,
    file: fileName,
    folder: file.folder,
    status: duplicateOf.length > 0 ? 'duplicate' : 'ready',
    duplicateOf,
    error: null,
    format: document.format,
    encoding: document.encoding ?? null,
    words: countWords(document.text),
    pattern: detection.pattern,
    alternatives: alternatives.map((way) => ({ ...way, name: patterns[way.pattern].name })),
    turns: countTurns(detection),
    timedTurns: detection.turns.filter((turn) => turn.startMs !== undefined).length,
    speakers: detection.speakers.map(({ label, turns, words, suggestedRole }) => ({
      label,
      turns,
      words,
      role: suggestedRole,
    })),
    warnings: [...document.warnings, ...detection.warnings],
    sample: sampleOf(document.text, detection),
    guess: guessPlace(store, fileName, file.folder),
  };
};

const failed = (file: RunFile, name: string, error: CallError): ImportResult => ({
  token: file.token,
  file: name,
  status: 'refused',
  sourceId: null,
  turns: 0,
  speakers: [],
  warnings: [],
  error,
});

const run = async (context: JobContext, file: RunFile): Promise<ImportResult> => {
  const { fileName, bytes, sha256, result } = await parse(context, file);
  if (!result.ok) return failed(file, fileName, refusal(result));
  const { store } = context.project;
  const [twin] = sourcesBySha256(store, sha256);
  if (twin !== undefined && !file.evenIfDuplicate)
    return {
      ...failed(file, fileName, {
        code: 'import-refused',
        message: `${fileName} has the same content as ${twin.name}, which is in the project already. It was not imported again.`,
        details: { reason: 'duplicate', sourceId: twin.id },
      }),
      status: 'duplicate',
      sourceId: twin.id,
    };
  const { document } = result;
  const detection = applyCorrections(
    result.detection,
    file.speakers.map(({ label, as, role }) => ({
      label,
      ...(as === undefined ? {} : { as }),
      ...(role === undefined ? {} : { role }),
    })),
  );
  const source = context.edit((label) =>
    storeDocument(context.project, { file, fileName, bytes, sha256, document, detection, label }),
  );
  return {
    token: file.token,
    file: fileName,
    status: 'imported',
    sourceId: source.id,
    turns: countTurns(detection),
    speakers: detection.speakers.map(({ label, turns }) => ({ label, turns })),
    warnings: [...document.warnings, ...detection.warnings],
    error: null,
  };
};

/** Takes files one after another; what goes wrong with one is its own result. */
const each = async <F extends PreviewFile, R>(
  context: JobContext,
  files: readonly F[],
  steps: {
    readonly doing: string;
    readonly work: (file: F) => Promise<R>;
    readonly refuse: (file: F, name: string, error: CallError) => R;
  },
): Promise<readonly R[]> => {
  const results: R[] = [];
  for (const file of files) {
    let name = file.name ?? 'a file';
    try {
      name = file.name ?? context.files.find(file.token).name;
      context.progress(results.length, files.length, `${steps.doing} ${basename(name)}`);
      results.push(await steps.work(file));
    } catch (thrown) {
      const failure = toFailure(thrown);
      const whole = ['no-project', 'disk-full', 'project-read-only', 'cancelled'];
      if (whole.includes(failure.code)) throw failure;
      results.push(steps.refuse(file, basename(name), failure.toError()));
    }
  }
  return results;
};

export const importsHandlers: Handlers<'imports'> = {
  'imports.preview': async (context, { files }) => ({
    files: await each(context, files, {
      doing: 'Reading',
      work: (file) => preview(context, file),
      refuse: nothing,
    }),
  }),
  'imports.run': async (context, { files }) => ({
    files: await each(context, files, {
      doing: 'Importing',
      work: (file) => run(context, file),
      refuse: failed,
    }),
  }),
};
