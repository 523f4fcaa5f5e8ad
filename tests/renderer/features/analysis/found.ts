import type { Lists } from '#renderer/features/analysis/retrieval-rows.ts';
import type { SourceRow } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Hits } from '#shared/model/retrieval.ts';

/** A hit in the words of a test; a later one was made later. */
export interface Hit {
  readonly id: string;
  readonly source: string;
  readonly code: string;
  readonly person?: string;
}

/** Hits as the engine answers them: columns of indexes. */
export const hitsOf = (hits: readonly Hit[]): Hits => {
  const column = (
    values: readonly (string | undefined)[],
  ): { readonly ids: readonly string[]; readonly of: readonly number[] } => {
    const ids = [...new Set(values.filter((value) => value !== undefined))];
    return { ids, of: values.map((value) => (value === undefined ? -1 : ids.indexOf(value))) };
  };
  const [sources, codes, people] = [
    column(hits.map(({ source }) => source)),
    column(hits.map(({ code }) => code)),
    column(hits.map(({ person }) => person)),
  ];
  return {
    ids: hits.map(({ id }) => id),
    sources: sources.ids,
    codes: codes.ids,
    coders: ['ruth'],
    cases: people.ids,
    of: {
      source: sources.of,
      code: codes.of,
      coder: hits.map(() => 0),
      case: people.of,
      turn: hits.map(() => 1),
    },
  };
};

const named = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }));

const source = (id: string, groupId: string | null): SourceRow => ({
  id,
  name: id.toUpperCase(),
  kind: 'interview',
  groupId,
  caseId: null,
  timePointId: null,
  fileName: '',
  format: 'txt',
  encoding: null,
  sha256: '',
  length: 0,
  words: 0,
  importedAt: '',
  turns: 0,
  speakers: 0,
  codings: 0,
});

const code = (id: string): Code => ({
  id,
  parentId: null,
  position: 0,
  name: id.toUpperCase(),
  colour: 0,
  definition: '',
  inclusion: '',
  exclusion: '',
  typicalExample: '',
  nearMiss: '',
  createdAt: '',
});

/** The records of a small study: P1 and P2 are participants' sources, G1 a GP's, X of no group. */
export const lists: Lists = {
  codes: ['work', 'pain', 'hope'].map(code),
  themes: named('nights'),
  coders: named('ruth'),
  sources: [
    source('p1', 'participant'),
    source('p2', 'participant'),
    source('g1', 'gp'),
    source('x', null),
  ],
  cases: named('ann', 'ben'),
  groups: named('gp', 'participant'),
  timePoints: [],
  attributes: [{ id: 'age', name: 'Age band', type: 'text', position: 0 }],
};
