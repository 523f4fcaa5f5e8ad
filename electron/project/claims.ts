import type { Claim, ClaimKind, Support } from '#shared/model/claim.ts';
import { inJson, type Store } from './store.ts';

/** All claims: findings, then principles, then planned changes, each in their order. */
export const listClaims = (store: Store): Claim[] =>
  store.all<Claim>(
    `SELECT * FROM claim ORDER BY CASE kind WHEN 'finding' THEN 0 WHEN 'principle' THEN 1 ELSE 2 END,
     position, createdAt, id`,
  );

/** The claims of one kind, in their order. */
export const claimsOfKind = (store: Store, kind: ClaimKind): Claim[] =>
  store.all<Claim>('SELECT * FROM claim WHERE kind = ? ORDER BY position, createdAt, id', kind);

/** What every claim rests on directly, in the order in which it was said. */
export const listSupports = (store: Store): Support[] =>
  store.all<Support>('SELECT * FROM support ORDER BY id');

/** That a claim rests on a record, if somebody has said so. */
export const findSupport = (store: Store, claimId: string, onId: string): Support | undefined =>
  store.get<Support>('SELECT * FROM support WHERE claimId = ? AND onId = ?', claimId, onId);

/** How many claims rest directly on any of these records. */
export const countResting = (store: Store, onIds: readonly string[]): number =>
  store.get<{ n: number }>(
    `SELECT count(DISTINCT claimId) AS n FROM support WHERE onId IN ${inJson}`,
    JSON.stringify(onIds),
  )?.n ?? 0;

/** Whether a claim rests on another, directly or through others; also when they are the same. */
export const isRestingOn = (store: Store, claimId: string, onId: string): boolean =>
  store.get(
    `WITH RECURSIVE below(id) AS (
       SELECT ? UNION SELECT support.onId FROM below JOIN support ON support.claimId = below.id
     ) SELECT 1 FROM below WHERE id = ?`,
    claimId,
    onId,
  ) !== undefined;

/**
 * Lets the claims that rest on any of these records rest on another one of the same kind, for
 * example after a merge. A claim that rests on that one already, or on several of these, has it once.
 */
export const moveSupports = (store: Store, from: readonly string[], into: string): void => {
  const list = JSON.stringify(from);
  store.run(
    `DELETE FROM support WHERE onId IN ${inJson} AND (
       claimId IN (SELECT claimId FROM support WHERE onId = ?)
       OR id NOT IN (SELECT min(id) FROM support WHERE onId IN ${inJson} GROUP BY claimId))`,
    list,
    into,
    list,
  );
  store.run(`UPDATE support SET onId = ? WHERE onId IN ${inJson}`, into, list);
};
