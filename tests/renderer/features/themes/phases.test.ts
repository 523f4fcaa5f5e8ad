import { expect, test } from 'vitest';
import { phaseOf } from '#renderer/features/themes/phases.ts';
import type { ThemeStatus } from '#shared/model/theme.ts';

const themes = (...statuses: readonly ThemeStatus[]) =>
  statuses.map((status) => ({ status, narrative: '' }));

test('before there are themes, codings tell familiarisation from coding', () => {
  expect(phaseOf({ codings: 0, themes: [] })).toBe('familiarisation');
  expect(phaseOf({ codings: 3, themes: [] })).toBe('coding');
  expect(phaseOf({ codings: 3, themes: themes('retired') })).toBe('coding');
});

test('the themes that are kept tell where the study stands', () => {
  expect(phaseOf({ codings: 3, themes: themes('candidate') })).toBe('generating');
  expect(phaseOf({ codings: 3, themes: themes('candidate', 'reviewed') })).toBe('reviewing');
  expect(phaseOf({ codings: 3, themes: themes('reviewed', 'named', 'retired') })).toBe('naming');
  expect(phaseOf({ codings: 3, themes: themes('named') })).toBe('naming');
  expect(phaseOf({ codings: 3, themes: [{ status: 'named', narrative: '{"root":{}}' }] })).toBe(
    'writing',
  );
});
