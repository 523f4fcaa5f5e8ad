import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';
import { codeParts } from '#shared/model/codebook.ts';
import type { CodeShow } from './codebook-state.ts';

/** What can be shown of the codebook, in the words of the screen. */
export const shows: readonly { readonly id: CodeShow; readonly name: string }[] = [
  { id: 'all', name: 'All codes' },
  { id: 'unused', name: 'Unused' },
  { id: 'undefined', name: 'Not described yet' },
  { id: 'one-coder', name: 'By one coder only' },
  { id: 'one-source', name: 'In one source only' },
  { id: 'no-theme', name: 'In no theme' },
  { id: 'similar', name: 'Similar names' },
];

/** What is said where no code is like that. */
export const noneLikeThat: Readonly<Record<CodeShow, string>> = {
  all: 'No codes',
  unused: 'Every code is used',
  undefined: 'Every code is described',
  'one-coder': 'No code is used by one coder only',
  'one-source': 'No code is used in one source only',
  'no-theme': 'Every code is in a theme',
  similar: 'No names are similar',
};

const hasNoWords = (code: Code): boolean => codeParts.every(({ key }) => code[key].trim() === '');

/** The ids of the codes to show; undefined: all of them, as far as it is known yet. */
export const useKept = (
  codes: readonly Code[],
  use: readonly CodeUse[],
  show: CodeShow,
): ReadonlySet<string> | undefined => {
  const oneCoder = useCall('codes.oneCoder', {}, { enabled: show === 'one-coder' }).data;
  const placed = useCall('themes.codes', {}, { enabled: show === 'no-theme' }).data;
  return useMemo(() => {
    const idsOf = (list: readonly { readonly codeId: string }[]): ReadonlySet<string> =>
      new Set(list.map(({ codeId }) => codeId));
    switch (show) {
      case 'all':
      case 'similar':
        return undefined;
      case 'unused':
        return idsOf(use.filter(({ codings }) => codings === 0));
      case 'undefined':
        return new Set(codes.filter(hasNoWords).map(({ id }) => id));
      case 'one-source':
        return idsOf(use.filter(({ sources }) => sources === 1));
      case 'one-coder':
        return oneCoder === undefined ? undefined : idsOf(oneCoder);
      case 'no-theme': {
        if (placed === undefined) return undefined;
        const inThemes = idsOf(placed);
        return new Set(codes.filter(({ id }) => !inThemes.has(id)).map(({ id }) => id));
      }
      default:
        return assertNever(show);
    }
  }, [show, codes, use, oneCoder, placed]);
};
