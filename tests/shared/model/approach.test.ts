import { expect, test } from 'vitest';
import { offersOf } from '#shared/model/approach.ts';

test('a reflexive study is offered no agreement, and counts only to find the way', () => {
  expect(offersOf('reflexive')).toMatchObject({
    agreement: false,
    countsAs: 'orientation',
    countsByDefault: false,
  });
  for (const approach of ['codebook', 'framework'] as const)
    expect(offersOf(approach)).toMatchObject({
      agreement: true,
      countsAs: 'measure',
      countsByDefault: true,
    });
});
