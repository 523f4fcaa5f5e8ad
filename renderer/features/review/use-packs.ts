import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import type { PackContents } from '#shared/model/review-pack.ts';

/** What a review pack gave reviewers to read; undefined until it is read, null where it is not there. */
export const usePackContents = (id: string | undefined): PackContents | null | undefined => {
  const pack = useCall('packs.get', { id: id ?? '' }, { enabled: id !== undefined });
  const contents = pack.data?.contents;
  return useMemo(() => {
    if (contents !== undefined) return JSON.parse(contents) as PackContents;
    return pack.isError ? null : undefined;
  }, [contents, pack.isError]);
};
