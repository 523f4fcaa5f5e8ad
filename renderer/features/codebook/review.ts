import type { SplitPart } from '#shared/contract/codes.ts';

/** A code that quotes can go to: a new one, or one that is there (`codeId`). */
export interface Target {
  readonly key: string;
  readonly name: string;
  readonly codeId: string | null;
}

/** What was decided for a quote: it stays, moves to a target, or stays and gets targets as well. */
export type Decision =
  | { readonly kind: 'stay' }
  | { readonly kind: 'move'; readonly to: string }
  | { readonly kind: 'both'; readonly to: readonly string[] };

/** A code being gone through quote by quote. */
export interface Review {
  readonly targets: readonly Target[];
  /** By the id of the coding. Quotes that are not here were not decided, and stay. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Which quote is looked at, counted from 0. */
  readonly at: number;
}

export const noReview: Review = { targets: [], decisions: new Map(), at: 0 };

const decide = (review: Review, id: string, decision: Decision): Review => ({
  ...review,
  decisions: new Map(review.decisions).set(id, decision),
});

/** Leaves a quote where it is. */
export const stay = (review: Review, id: string): Review => decide(review, id, { kind: 'stay' });

/** Gives a quote to a target. */
export const moveTo = (review: Review, id: string, to: string): Review =>
  decide(review, id, { kind: 'move', to });

/** Leaves a quote where it is and adds a target to it, or takes that one away again. */
export const addTo = (review: Review, id: string, to: string): Review => {
  const before = review.decisions.get(id);
  const targets = before?.kind === 'both' ? before.to : [];
  const after = targets.includes(to) ? targets.filter((one) => one !== to) : [...targets, to];
  return decide(review, id, after.length === 0 ? { kind: 'stay' } : { kind: 'both', to: after });
};

/** How many quotes move to a target, and to how many it is added. */
export const countsOf = (
  review: Review,
  key: string,
): { readonly moved: number; readonly added: number } => {
  const all = [...review.decisions.values()];
  return {
    moved: all.filter((one) => one.kind === 'move' && one.to === key).length,
    added: all.filter((one) => one.kind === 'both' && one.to.includes(key)).length,
  };
};

/** The next quote behind the one looked at that is not decided yet, from the start again; else null. */
export const nextUndecided = (review: Review, ids: readonly string[]): number | null => {
  const order = [...ids.keys()];
  const later = [...order.slice(review.at + 1), ...order.slice(0, review.at + 1)];
  return later.find((at) => !review.decisions.has(ids[at] ?? '')) ?? null;
};

/** What was decided, as the engine is told: only targets that get a quote, only quotes still there. */
export const partsOf = (review: Review, ids: readonly string[]): readonly SplitPart[] =>
  review.targets.flatMap(({ key, name, codeId }): readonly SplitPart[] => {
    const of = (test: (decision: Decision) => boolean): string[] =>
      ids.filter((id) => {
        const decision = review.decisions.get(id);
        return decision !== undefined && test(decision);
      });
    const codingIds = of((one) => one.kind === 'move' && one.to === key);
    const alsoIds = of((one) => one.kind === 'both' && one.to.includes(key));
    if (codingIds.length + alsoIds.length === 0) return [];
    return [codeId === null ? { name, codingIds, alsoIds } : { codeId, codingIds, alsoIds }];
  });

/** How much of the text around a quote is shown on either side, in UTF-16 code units. */
const around = 280;

/** A quote with the words around it, cut between words. Offsets are UTF-16 code units, half-open. */
export const contextOf = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly before: string; readonly after: string } => {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  return {
    before: start > around ? `…${before.replace(/^\S*/u, '')}` : before,
    after: end + around < text.length ? `${after.replace(/\S*$/u, '')}…` : after,
  };
};
