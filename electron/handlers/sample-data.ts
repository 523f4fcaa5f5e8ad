import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { attributeTypeSchema } from '#shared/model/attribute.ts';
import { claimKindSchema } from '#shared/model/claim.ts';
import { memoTargetSchema } from '#shared/model/memo.ts';
import { answerSchema, outcomeSchema } from '#shared/model/reply.ts';
import { sourceKindSchema } from '#shared/model/source.ts';
import { speakerRoleSchema } from '#shared/model/speaker.ts';
import { themeStatusSchema } from '#shared/model/theme.ts';

// The same two steps up from the source file and from the built one in out/main.
const folder = new URL('../../resources/sample-study/', import.meta.url);

const studySchema = z.object({
  name: z.string(),
  coders: z.array(z.object({ key: z.string(), name: z.string() })),
  groups: z.array(z.string()),
  timePoints: z.array(z.string()),
  attributes: z.array(z.object({ name: z.string(), type: attributeTypeSchema })),
  cases: z.array(
    z.object({
      label: z.string(),
      pseudonym: z.string(),
      group: z.string(),
      note: z.string(),
      /** What attributes say of the case, by their names. */
      attributes: z.record(z.string(), z.string()),
    }),
  ),
  sources: z.array(
    z.object({
      file: z.string(),
      name: z.string(),
      kind: sourceKindSchema,
      group: z.string(),
      case: z.string().nullable(),
      timePoint: z.string().nullable(),
      codings: z.string(),
      speakers: z.array(
        z.object({ label: z.string(), role: speakerRoleSchema, case: z.string().nullable() }),
      ),
    }),
  ),
  memos: z.array(
    z.object({
      coder: z.string(),
      target: z.object({ kind: memoTargetSchema, key: z.string().nullable() }),
      title: z.string(),
      paragraphs: z.array(z.string()),
    }),
  ),
});

const codeSchema = z.object({
  key: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  definition: z.string(),
  inclusion: z.string(),
  exclusion: z.string(),
  typicalExample: z.string(),
  nearMiss: z.string(),
});

const themeSchema = z.object({
  key: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  status: themeStatusSchema,
  retiredReason: z.string().default(''),
  centralConcept: z.string(),
  boundaries: z.string(),
  narrative: z.array(z.string()),
  summary: z.string(),
  /** What joins it to other themes on the map: words, and the key of the other. */
  relates: z.array(z.object({ label: z.string(), to: z.string() })).default([]),
  codes: z.array(z.string()),
});

const claimSchema = z.object({
  key: z.string(),
  kind: claimKindSchema,
  statement: z.string(),
  note: z.string(),
  restsOn: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['theme', 'code', 'claim']), key: z.string() }),
      z.object({
        kind: z.literal('quote'),
        source: z.string(),
        code: z.string(),
        quote: z.string(),
      }),
    ]),
  ),
});

const codingSchema = z.object({
  code: z.string(),
  coder: z.string(),
  quote: z.string(),
  memo: z.string().optional(),
});

const reviewSchema = z.object({
  pack: z.object({
    name: z.string(),
    title: z.string(),
    welcome: z.string(),
    returnTo: z.string(),
    themes: z.array(
      z.object({
        theme: z.string(),
        quotes: z.array(z.object({ source: z.string(), who: z.string(), text: z.string() })),
      }),
    ),
  }),
  replies: z.array(
    z.object({
      reviewer: z.string(),
      role: z.string(),
      answers: z.array(
        z.object({
          theme: z.string(),
          answer: answerSchema,
          comment: z.string(),
          outcome: outcomeSchema,
          note: z.string(),
        }),
      ),
    }),
  ),
  /** What was changed because of them. */
  changedSummaries: z.array(z.object({ theme: z.string(), summary: z.string() })),
  log: z.object({ aim: z.string() }),
});

export type SampleReview = Readonly<z.infer<typeof reviewSchema>>;
export type SampleStudy = Readonly<z.infer<typeof studySchema>>;
export type SampleSource = SampleStudy['sources'][number];
export type SampleCode = Readonly<z.infer<typeof codeSchema>>;
export type SampleTheme = Readonly<z.infer<typeof themeSchema>>;
export type SampleClaim = Readonly<z.infer<typeof claimSchema>>;
export type SampleCoding = Readonly<z.infer<typeof codingSchema>>;

const read = async <S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> =>
  schema.parse(JSON.parse(await readFile(new URL(name, folder), 'utf8')));

/** The full path of one of the sample study's files. */
export const samplePath = (name: string): string => fileURLToPath(new URL(name, folder));

/** The sample study as it is written down in resources/sample-study. */
export const readStudy = (): Promise<SampleStudy> => read('study.json', studySchema);

/** Its codes, parents before children. */
export const readCodes = (): Promise<readonly SampleCode[]> =>
  read('codebook.json', z.array(codeSchema));

/** Its themes, parents before subthemes. */
export const readThemes = (): Promise<readonly SampleTheme[]> =>
  read('themes.json', z.array(themeSchema));

/** Its findings, principles and planned changes, each after those that it rests on. */
export const readClaims = (): Promise<readonly SampleClaim[]> =>
  read('claims.json', z.array(claimSchema));

/** What was coded in one of its sources, by quote. */
export const readCodings = (source: SampleSource): Promise<readonly SampleCoding[]> =>
  read(source.codings, z.array(codingSchema));

/** What reviewers were given to read of it, and what came back. */
export const readReview = (): Promise<SampleReview> => read('review.json', reviewSchema);
