import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '#renderer/client/call.ts';
import type { Input } from '#shared/contract/index.ts';
import type { ChangeSet } from '#shared/model/change.ts';
import type { StepFilter } from './history-state.ts';

const pageSize = 200;

/** The instant at which a day begins here, so many days later; undefined for no day. */
const instantOf = (day: string, daysLater: number): string | undefined => {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const instant = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};

/** What the engine is asked for. */
const inputOf = ({ coderId, kind, from, to, words }: StepFilter): Input<'history.list'> => {
  const [start, end] = [instantOf(from, 0), instantOf(to, 1)];
  return {
    limit: pageSize,
    ...(coderId === null ? {} : { coderId }),
    ...(kind === null ? {} : { kind }),
    ...(start === undefined ? {} : { from: start }),
    ...(end === undefined ? {} : { until: end }),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
  };
};

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

/** The steps of one day, newest first. */
export interface Day {
  readonly id: string;
  readonly steps: readonly ChangeSet[];
}

/** The steps that pass the filter, by day, a page after the other. */
export const useSteps = (filter: StepFilter) => {
  const input = useMemo(() => inputOf(filter), [filter]);
  const query = useInfiniteQuery({
    queryKey: ['history.list', input],
    queryFn: ({ pageParam }) =>
      ask('history.list', { ...input, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < pageSize ? null : (page.at(-1)?.seq ?? null)),
    placeholderData: (before) => before,
  });
  const days = useMemo(
    (): readonly Day[] =>
      [
        ...Map.groupBy(query.data?.pages.flat() ?? [], ({ at }) => dayFormat.format(new Date(at))),
      ].map(([id, steps]) => ({ id, steps })),
    [query.data],
  );
  return { query, days };
};
