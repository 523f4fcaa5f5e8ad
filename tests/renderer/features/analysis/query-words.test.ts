import { describe, expect, test } from 'vitest';
import { partsInWords } from '#renderer/features/analysis/query-words.ts';
import { openDefinition, type QueryDefinition } from '#shared/model/query.ts';
import { partsOf, withoutParts } from '#shared/model/retrieval.ts';
import { lists } from './found.ts';

const everything: QueryDefinition = {
  codes: { codeIds: ['pain', 'gone'], themeIds: ['nights'], nested: true },
  conditions: [
    {
      not: true,
      codes: { codeIds: ['work'], themeIds: [], nested: true },
      relation: { how: 'near', turns: 2 },
    },
    {
      not: false,
      codes: { codeIds: [], themeIds: [], nested: true },
      relation: { how: 'within' },
    },
  ],
  groupIds: ['gp'],
  timePointIds: ['later'],
  caseIds: ['ann', 'ben'],
  sourceIds: ['p1', 'p2', 'g1', 'x'],
  coderIds: ['ruth'],
  speakerLabels: ['INT'],
  attributes: [{ attributeId: 'age', values: ['40 to 49'] }],
  important: true,
  level: 'latent',
};

const said = (query: QueryDefinition): readonly string[] =>
  partsOf(query).map((part) => partsInWords([part], query, lists));

describe('the parts of a query', () => {
  test('are named by what they ask for', () => {
    expect(said(everything)).toEqual([
      '‘Codes: PAIN, one that is gone and NIGHTS’',
      '‘but is not near WORK’',
      '‘and lies inside any other coding’',
      '‘Groups: GP’',
      '‘Time points: one that is gone’',
      '‘Cases: ANN and BEN’',
      '‘Sources: 4 of them’',
      '‘Coders: RUTH’',
      '‘Speakers: INT’',
      '‘Only what is marked important’',
      '‘Level of meaning: latent’',
      '‘Age band: 40 to 49’',
    ]);
    expect(said(openDefinition)).toEqual([]);
  });

  test('are taken away one by one, and nothing else with them', () => {
    const parts = partsOf(everything);
    for (const [at, part] of parts.entries()) {
      const left = said(withoutParts(everything, [part]));
      expect(left).toEqual(said(everything).toSpliced(at, 1));
    }
  });

  test('taken away together leave a query that asks for everything', () => {
    const left = withoutParts(everything, partsOf(everything));
    expect(left).toEqual(openDefinition);
  });

  test('are not there where only the nesting was changed', () => {
    const query = { ...openDefinition, codes: { ...openDefinition.codes, nested: false } };
    expect(partsOf(query)).toEqual([]);
  });
});
