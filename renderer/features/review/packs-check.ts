import type { UseQueryResult } from '@tanstack/react-query';
import { useCall } from '#renderer/client/queries.ts';
import type { PackCheck } from '#shared/model/pack-check.ts';
import { type Making, namesOf } from './packs-draft.ts';

/** What is to be looked at in the pack that is being made. */
export const usePackCheck = ({ name, contents, names }: Making): UseQueryResult<PackCheck> =>
  useCall(
    'packs.check',
    { name: name.trim() === '' ? 'Review pack' : name, contents, names: namesOf(names) },
    { keepPrevious: true },
  );
