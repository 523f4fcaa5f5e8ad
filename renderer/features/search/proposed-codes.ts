import type { Proposal } from '#shared/contract/autocoding.ts';
import type { Input } from '#shared/contract/index.ts';
import type { Code } from '#shared/model/code.ts';

/** The longest name a code can have, in UTF-16 code units. */
const longestName = 200;

/** A code as it is named: one that is there, or a new one. */
export interface NamedCode {
  readonly name: string;
  readonly id: string | null;
}

/** Codes by name; where several have the same, the one at the top of the codebook. */
const byName = (codes: readonly Code[]): ReadonlyMap<string, Code> => {
  const known = new Map<string, Code>();
  for (const code of codes)
    if (!known.has(code.name) || code.parentId === null) known.set(code.name, code);
  return known;
};

/** The codes that names stand for, in their order; '' stands for none yet. */
export const codesNamed = (
  names: readonly string[],
  codes: readonly Code[],
): readonly NamedCode[] => {
  const known = byName(codes);
  return names.map((typed) => {
    const name = typed.trim().slice(0, longestName).trim();
    return { name, id: known.get(name)?.id ?? null };
  });
};

/** Whether a passage has its code already, so that there is nothing to apply. */
export const isThere = (proposal: Proposal, codes: readonly NamedCode[]): boolean => {
  const id = codes[proposal.of]?.id;
  return id != null && proposal.codeIds.includes(id);
};

/** The places in the list of what will be coded: neither put aside nor coded so already. */
export const kept = (
  proposals: readonly Proposal[],
  off: ReadonlySet<number>,
  codes: readonly NamedCode[],
): readonly Proposal[] =>
  proposals.filter((proposal, index) => !off.has(index) && !isThere(proposal, codes));

/** What was kept as the one edit that applies it; each code is named once. */
export const asEdit = (
  proposals: readonly Proposal[],
  codes: readonly NamedCode[],
  what: string,
): Input<'codings.createMany'> => {
  const used = [...new Set(proposals.map(({ of }) => of))].sort((a, b) => a - b);
  const names = [...new Set(used.map((of) => codes[of]?.name ?? ''))];
  const places = new Map(names.map((name, index) => [name, index]));
  return {
    codes: names.map((name) => {
      const id = codes.find((code) => code.name === name)?.id;
      return id == null ? { name } : { codeId: id };
    }),
    codings: proposals.map(({ sourceId, start, end, of }) => ({
      sourceId,
      start,
      end,
      code: places.get(codes[of]?.name ?? '') ?? 0,
    })),
    what,
  };
};
