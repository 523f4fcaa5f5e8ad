import { z } from 'zod';
import { claimKindSchema } from './claim.ts';
import { idSchema } from './id.ts';

/** The links of the chain of evidence, from what the study says down to the documents. */
const evidenceKinds = ['claim', 'theme', 'code', 'coding', 'source'] as const;
const evidenceKindSchema = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

/** A record of the chain, by kind and id. */
export const linkSchema = z.object({ kind: evidenceKindSchema, id: idSchema });
export type Link = Readonly<z.infer<typeof linkSchema>>;

/**
 * A record of the chain as people read it. `words` is the statement of a claim, the words of a
 * quote, else the name. `claimKind` is null for all but claims, `colour` for all but codes, `quote`
 * for all but quotes. `retired` is true for a theme that was put aside, itself or with the one it is
 * nested in. `restsOn` counts what it rests on directly.
 */
export const evidenceSchema = linkSchema.extend({
  words: z.string(),
  claimKind: claimKindSchema.nullable(),
  colour: z.int().nullable(),
  retired: z.boolean(),
  quote: z
    .object({
      sourceId: idSchema,
      sourceName: z.string(),
      pseudonym: z.string().nullable(),
      speaker: z.string().nullable(),
      turn: z.int().min(1).nullable(),
    })
    .nullable(),
  restsOn: z.int().min(0),
});
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;

/** That one record of the chain rests on another. */
export interface Rests {
  readonly id: string;
  readonly onId: string;
}

/** What rests on a record, as a tree: `again` where it stands in the tree already, with all above. */
export interface Above {
  readonly id: string;
  readonly again: boolean;
  readonly above: readonly Above[];
}

/**
 * What rests on a record, nearest first, as a tree. Several ways can lead to one record: what rests
 * on it is told once, at the shortest of them. Records that rest on one another end the branch.
 */
export const treeAbove = (rests: readonly Rests[], id: string): readonly Above[] => {
  const byBelow = Map.groupBy(rests, ({ onId }) => onId);
  const above = new Map<string, { id: string; again: boolean; above: Above[] }[]>();
  const met = new Set([id]);
  // A level at a time, so that the first way to a record is a shortest one.
  for (let level = [id]; level.length > 0; ) {
    const next: string[] = [];
    for (const below of level)
      above.set(
        below,
        (byBelow.get(below) ?? []).map((one) => {
          const again = met.has(one.id);
          met.add(one.id);
          if (!again) next.push(one.id);
          return { id: one.id, again, above: [] };
        }),
      );
    level = next;
  }
  const build = (below: string): readonly Above[] =>
    (above.get(below) ?? []).map((one) => ({
      ...one,
      above: one.again ? [] : build(one.id),
    }));
  return build(id);
};

/**
 * The shortest way from a record to everything that rests on it: the ids passed, the record itself
 * first, without the one arrived at.
 */
export const waysFrom = (
  rests: readonly Rests[],
  id: string,
): ReadonlyMap<string, readonly string[]> => {
  const ways = new Map<string, readonly string[]>();
  const walk = (nodes: readonly Above[], way: readonly string[]): void => {
    for (const node of nodes) {
      if (node.again) continue;
      ways.set(node.id, way);
      walk(node.above, [...way, node.id]);
    }
  };
  walk(treeAbove(rests, id), [id]);
  return ways;
};
