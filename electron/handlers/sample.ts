import { basename, extname } from 'node:path';
import { Failure } from '#shared/contract/errors.ts';
import { richTextFrom } from '#shared/text/rich-text.ts';
import type { JobContext } from './context.ts';
import {
  readClaims,
  readCodes,
  readCodings,
  readStudy,
  readThemes,
  type SampleClaim,
  type SampleSource,
  type SampleStudy,
  samplePath,
} from './sample-data.ts';
import { createReview } from './sample-review.ts';

/** Ids of what was created, by the key it is written down under. */
type Ids = ReadonlyMap<string, string>;

const idIn = (ids: Ids, key: string): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Failure('internal', `The sample study has no ${key}.`);
  return id;
};

const createPeople = async (context: JobContext, study: SampleStudy): Promise<Ids> => {
  const coders = await context.call('coders.list', {});
  const ids = new Map(
    study.coders.map(({ key, name }) => [
      `coder ${key}`,
      coders.find((coder) => coder.name === name)?.id ?? '',
    ]),
  );
  for (const { key, name } of study.coders.slice(1))
    ids.set(`coder ${key}`, (await context.call('coders.create', { name })).id);
  for (const group of await context.call('groups.list', {}))
    ids.set(`group ${group.name}`, group.id);
  for (const name of study.groups.filter((group) => !ids.has(`group ${group}`)))
    ids.set(`group ${name}`, (await context.call('groups.create', { name })).id);
  for (const point of await context.call('timePoints.list', {}))
    ids.set(`time ${point.name}`, point.id);
  for (const name of study.timePoints.filter((point) => !ids.has(`time ${point}`)))
    ids.set(`time ${name}`, (await context.call('timePoints.create', { name })).id);
  for (const { name, type } of study.attributes)
    ids.set(`attribute ${name}`, (await context.call('attributes.create', { name, type })).id);
  for (const { label, pseudonym, group, note, attributes } of study.cases) {
    const groupId = idIn(ids, `group ${group}`);
    const record = await context.call('cases.create', { pseudonym, groupId, note });
    ids.set(`case ${label}`, record.id);
    const values = Object.entries(attributes).map(([name, value]) => ({
      attributeId: idIn(ids, `attribute ${name}`),
      caseId: record.id,
      value,
    }));
    await context.call('attributes.setValues', { values });
  }
  return ids;
};

const createCodes = async (context: JobContext): Promise<Ids> => {
  const ids = new Map<string, string>();
  for (const { key, parent, ...fields } of await readCodes()) {
    const parentId = parent === null ? null : idIn(ids, parent);
    ids.set(key, (await context.call('codes.create', { ...fields, parentId })).id);
  }
  return ids;
};

const importSource = async (
  context: JobContext,
  study: SampleStudy,
  { source, people }: { readonly source: SampleSource; readonly people: Ids },
): Promise<string> => {
  const pseudonym = (label: string | null): string | null =>
    study.cases.find((record) => record.label === label)?.pseudonym ?? null;
  const name = basename(source.file);
  const result = await context.call('imports.run', {
    files: [
      {
        token: context.files.offer(samplePath(source.file)),
        name,
        sourceName: source.name,
        kind: source.kind,
        groupId: idIn(people, `group ${source.group}`),
        timePointId: source.timePoint === null ? null : idIn(people, `time ${source.timePoint}`),
        casePseudonym: pseudonym(source.case),
        speakers: source.speakers.map((speaker) => ({
          label: speaker.label,
          role: speaker.role,
          casePseudonym: pseudonym(speaker.case),
        })),
      },
    ],
  });
  const [imported] = result.files;
  if (imported?.sourceId === null || imported === undefined)
    throw new Failure(
      'internal',
      `The sample study's ${name} was not imported.`,
      imported?.error?.message,
    );
  return imported.sourceId;
};

/** What a coding is found by: its source, its code and the words coded. */
const codingKey = (source: string, code: string, quote: string): string =>
  `quote ${source} ${code} ${quote}`;

const keyOfSource = ({ file }: SampleSource): string => basename(file, extname(file));

/** Codes a source; answers the ids of its codings. */
const applyCodings = async (
  context: JobContext,
  { source, sourceId }: { readonly source: SampleSource; readonly sourceId: string },
  { people, codes }: { readonly people: Ids; readonly codes: Ids },
): Promise<Ids> => {
  const ids = new Map<string, string>();
  const { text } = await context.call('sources.get', { id: sourceId });
  for (const { code, coder, quote, memo } of await readCodings(source)) {
    const start = text.indexOf(quote);
    if (start === -1 || text.includes(quote, start + 1))
      throw new Failure('internal', `"${quote}" does not stand exactly once in ${source.file}.`);
    await context.call('coders.use', { id: idIn(people, `coder ${coder}`) });
    const codeId = idIn(codes, code);
    const end = start + quote.length;
    const coding = await context.call('codings.create', { sourceId, codeId, start, end });
    ids.set(codingKey(keyOfSource(source), code, quote), coding.id);
    if (memo !== undefined)
      await context.call('memos.create', {
        targetKind: 'coding',
        targetId: coding.id,
        body: richTextFrom([memo]),
      });
  }
  return ids;
};

const createThemes = async (context: JobContext, codes: Ids): Promise<Ids> => {
  const ids = new Map<string, string>();
  const themes = await readThemes();
  for (const theme of themes) {
    const { id } = await context.call('themes.create', {
      name: theme.name,
      parentId: theme.parent === null ? null : idIn(ids, theme.parent),
      status: theme.status,
      retiredReason: theme.retiredReason,
      concept: theme.centralConcept,
      boundaries: theme.boundaries,
      narrative: richTextFrom(theme.narrative),
      summary: theme.summary,
    });
    ids.set(theme.key, id);
    for (const code of theme.codes)
      await context.call('themes.addCode', { themeId: id, codeId: idIn(codes, code) });
  }
  for (const { key, relates } of themes)
    for (const { label, to } of relates)
      await context.call('relations.create', {
        fromKind: 'theme',
        fromId: idIn(ids, key),
        toKind: 'theme',
        toId: idIn(ids, to),
        label,
      });
  return ids;
};

const onOf = (ids: Ids, support: SampleClaim['restsOn'][number]) =>
  support.kind === 'quote'
    ? {
        kind: 'coding' as const,
        id: idIn(ids, codingKey(support.source, support.code, support.quote)),
      }
    : { kind: support.kind, id: idIn(ids, support.key) };

const makeClaims = async (context: JobContext, targets: Ids): Promise<void> => {
  const ids = new Map(targets);
  for (const { key, restsOn, ...claim } of await readClaims()) {
    const { id } = await context.call('claims.create', claim);
    ids.set(key, id);
    const on = restsOn.map((support) => onOf(ids, support));
    await context.call('claims.rest', { claimId: id, on });
  }
};

const writeMemos = async (
  context: JobContext,
  study: SampleStudy,
  { people, targets }: { readonly people: Ids; readonly targets: Ids },
): Promise<void> => {
  for (const { coder, target, title, paragraphs } of study.memos) {
    await context.call('coders.use', { id: idIn(people, `coder ${coder}`) });
    await context.call('memos.create', {
      targetKind: target.kind,
      targetId: target.key === null ? null : idIn(targets, target.key),
      title,
      body: richTextFrom(paragraphs),
    });
  }
};

/**
 * Builds the sample study in a new project file, by the same calls that a person makes: nothing in
 * it could not have been made on the screen. Throws a Failure.
 */
export const buildSample = async (context: JobContext, file: string): Promise<void> => {
  const study = await readStudy();
  const steps = study.sources.length + 4;
  context.progress(0, steps, 'Creating people and codes');
  const coderName = study.coders[0]?.name ?? 'Researcher';
  await context.call('project.create', { file, name: study.name, coderName });
  const people = await createPeople(context, study);
  const codes = await createCodes(context);
  const targets = new Map(codes);
  for (const [index, source] of study.sources.entries()) {
    context.progress(index + 1, steps, `Importing and coding ${source.name}`);
    const sourceId = await importSource(context, study, { source, people });
    targets.set(keyOfSource(source), sourceId);
    const codings = await applyCodings(context, { source, sourceId }, { people, codes });
    for (const [key, id] of codings) targets.set(key, id);
  }
  context.progress(steps - 3, steps, 'Building themes');
  for (const [key, id] of await createThemes(context, codes)) targets.set(key, id);
  context.progress(steps - 2, steps, 'Making the review pack');
  await context.call('coders.use', { id: idIn(people, 'coder A') });
  await makeClaims(context, targets);
  await createReview(context, (key) => idIn(targets, key));
  context.progress(steps - 1, steps, 'Writing memos');
  await writeMemos(context, study, { people, targets });
  await context.call('coders.use', { id: idIn(people, 'coder A') });
};
