import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from '#renderer/client/call.ts';
import type { Segment } from '#shared/model/coding.ts';

const pageSize = 1000;

const readAll = async (codeId: string): Promise<readonly Segment[]> => {
  const found: Segment[] = [];
  for (;;) {
    const page = await ask('codings.segments', {
      codeIds: [codeId],
      offset: found.length,
      limit: pageSize,
    });
    found.push(...page.segments);
    if (page.segments.length < pageSize) return found;
  }
};

/** All quotes of a code, however many; kept current like every read. */
export const useAllQuotes = (codeId: string): UseQueryResult<readonly Segment[]> =>
  useQuery({
    queryKey: ['codings.segments', 'all', codeId],
    queryFn: () => readAll(codeId),
  });

/** Where a quote stands, in words: `GP2_baseline, turn 23, P03`. */
export const placeOf = (quote: Segment): string =>
  [quote.sourceName, quote.turn === null ? null : `turn ${quote.turn}`, quote.speaker]
    .filter((part) => part !== null)
    .join(', ');
