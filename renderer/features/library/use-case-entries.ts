import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { caseColumns, caseEntries } from './case-columns.ts';

const none: readonly never[] = [];

/** Everything that the cases' grid and details show; `failed` is the first read that went wrong. */
export const useCaseEntries = () => {
  const reads = {
    cases: useCall('cases.list', {}),
    groups: useCall('groups.list', {}),
    attributes: useCall('attributes.list', {}),
    values: useCall('attributes.values', {}),
  };
  const cases = reads.cases.data;
  const groups = reads.groups.data;
  const attributes = reads.attributes.data;
  const values = reads.values.data;
  const entries = useMemo(
    () =>
      cases === undefined || groups === undefined || values === undefined
        ? undefined
        : caseEntries(cases, groups, values),
    [cases, groups, values],
  );
  const columns = useMemo(() => caseColumns(attributes ?? none), [attributes]);
  return {
    entries: attributes === undefined ? undefined : entries,
    columns,
    groups: groups ?? none,
    attributes: attributes ?? none,
    failed: Object.values(reads).find((read) => read.isError),
  };
};
