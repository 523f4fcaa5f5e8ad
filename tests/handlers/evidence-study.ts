import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SupportKind } from '#shared/model/claim.ts';
import type { TestEngine } from '#tests/helpers/engine.ts';

/** A short interview: the interviewer asks, the person says one thing after another. */
export interface Interview {
  readonly id: string;
  /** Codes the words (which stand in it once) and answers the coding's id. */
  code(codeId: string, words: string): Promise<string>;
}

/** Imports an interview; `pseudonym` null leaves open whose words they are. */
export const interview = async (
  app: TestEngine,
  { label, pseudonym, says }: { label: string; pseudonym: string | null; says: readonly string[] },
): Promise<Interview> => {
  const path = join(app.folder, `${label} ${says[0]}.txt`);
  writeFileSync(path, says.map((words) => `INT: Go on?\n${label}: ${words}\n`).join(''));
  const { files } = await app.worth('imports.run', {
    files: [
      {
        token: await app.engine.offer(path),
        speakers: [
          { label: 'INT', role: 'interviewer', casePseudonym: null },
          { label, role: 'participant', casePseudonym: pseudonym },
        ],
      },
    ],
  });
  const id = files[0]?.sourceId ?? '';
  const { text } = await app.worth('sources.get', { id });
  return {
    id,
    code: async (codeId, words) => {
      const start = text.indexOf(words);
      if (start === -1) throw new Error(`Nobody says ${words}`);
      const place = { sourceId: id, start, end: start + words.length };
      return (await app.worth('codings.create', { codeId, ...place })).id;
    },
  };
};

/** Adds a finding that rests on these; answers its id. */
export const finding = async (
  app: TestEngine,
  statement: string,
  ...on: readonly (readonly [SupportKind, string])[]
): Promise<string> => {
  const { id } = await app.worth('claims.create', { kind: 'finding', statement });
  if (on.length > 0)
    await app.worth('claims.rest', {
      claimId: id,
      on: on.map(([kind, onId]) => ({ kind, id: onId })),
    });
  return id;
};
