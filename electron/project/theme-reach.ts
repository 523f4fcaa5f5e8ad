import type { ThemeReach } from '#shared/model/theme-reach.ts';
import type { Store } from './store.ts';
import { themeHits } from './theme-evidence.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The cases that take part: a source, or somebody who speaks in one, is theirs. */
const casesTakingPart = (store: Store): Named[] =>
  store.all<Named>(
    `SELECT id, pseudonym AS name FROM "case"
     WHERE id IN (SELECT caseId FROM source UNION SELECT caseId FROM speaker)
     ORDER BY pseudonym, id`,
  );

const groupsTakingPart = (store: Store): Named[] =>
  store.all<Named>(
    `SELECT id, name FROM "group" WHERE id IN (SELECT groupId FROM source) ORDER BY position, id`,
  );

const groupOfSources = (store: Store): ReadonlyMap<string, string | null> =>
  new Map(
    store
      .all<{ id: string; groupId: string | null }>('SELECT id, groupId FROM source')
      .map(({ id, groupId }) => [id, groupId]),
  );

/** How many extracts of a theme and its subthemes each case and group has. */
export const reachOf = (store: Store, themeId: string): ThemeReach => {
  const { cases, sources, of } = themeHits(store, themeId);
  const byCase = new Map<string | null, number>();
  const byGroup = new Map<string | null, number>();
  const groups = groupOfSources(store);
  for (const [hit, at] of of.case.entries()) {
    const caseId = cases[at] ?? null;
    const groupId = groups.get(sources[of.source[hit] ?? -1] ?? '') ?? null;
    byCase.set(caseId, (byCase.get(caseId) ?? 0) + 1);
    byGroup.set(groupId, (byGroup.get(groupId) ?? 0) + 1);
  }
  return {
    cases: casesTakingPart(store).map((one) => ({ ...one, extracts: byCase.get(one.id) ?? 0 })),
    groups: groupsTakingPart(store).map((one) => ({ ...one, extracts: byGroup.get(one.id) ?? 0 })),
    withoutCase: byCase.get(null) ?? 0,
    withoutGroup: byGroup.get(null) ?? 0,
  };
};
