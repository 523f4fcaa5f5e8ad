import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import type { Names } from './words.ts';

/** What the records that changes point at are called now. */
export const useNames = (): Names => {
  const coders = useCall('coders.list', {}).data;
  const groups = useCall('groups.list', {}).data;
  const timePoints = useCall('timePoints.list', {}).data;
  const sources = useCall('sources.list', {}).data;
  const codes = useCall('codes.list', {}).data;
  const themes = useCall('themes.list', {}).data;
  const cases = useCall('cases.list', {}).data;
  const claims = useCall('claims.list', {}).data;
  const attributes = useCall('attributes.list', {}).data;
  const reports = useCall('reports.list', {}).data;
  return useMemo(
    () =>
      new Map([
        ...[coders, groups, timePoints, sources, codes, themes, attributes, reports].flatMap(
          (list) => (list ?? []).map(({ id, name }) => [id, name] as const),
        ),
        ...(cases ?? []).map(({ id, pseudonym }) => [id, pseudonym] as const),
        ...(claims ?? []).map(({ id, statement }) => [id, statement] as const),
      ]),
    [coders, groups, timePoints, sources, codes, themes, cases, claims, attributes, reports],
  );
};
