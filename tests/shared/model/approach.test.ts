import { expect, test } from 'vitest';
import { offersOf } from '#shared/model/approach.ts';

test('counts are a measure and leave the project, unless the study is reflexive', () => {
  expect(offersOf('reflexive')).toEqual({ countsAs: 'orientation', countsByDefault: false });
  for (const approach of ['codebook', 'framework'] as const)
    expect(offersOf(approach)).toEqual({ countsAs: 'measure', countsByDefault: true });
});
