import type { Case } from '#shared/model/case.ts';
import type { Store } from './store.ts';

/** All cases by pseudonym, with the number of sources of each. */
export const listCases = (store: Store): (Case & { sources: number })[] =>
  store.all<Case & { sources: number }>(
    `SELECT c.*, (SELECT count(*) FROM source WHERE caseId = c.id) AS sources
     FROM "case" c ORDER BY c.pseudonym`,
  );

/** Takes a case away from the sources and speakers that have it. */
export const clearCase = (store: Store, id: string): void => {
  store.run('UPDATE source SET caseId = NULL WHERE caseId = ?', id);
  store.run('UPDATE speaker SET caseId = NULL WHERE caseId = ?', id);
};

/** The case of this pseudonym, if there is one. */
export const findCaseByPseudonym = (store: Store, pseudonym: string): Case | undefined =>
  store.get<Case>('SELECT * FROM "case" WHERE pseudonym = ?', pseudonym);
