/** How many number keys there are: 1 to 9. */
export const numberKeys = 9;

/** Which codes the number keys apply, in order: pinned ones first, then the latest used. */
export const numbered = (
  pinned: readonly string[],
  recent: readonly string[],
  codes: readonly { readonly id: string }[],
): readonly string[] => {
  const known = new Set(codes.map(({ id }) => id));
  return [...new Set([...pinned, ...recent])].filter((id) => known.has(id)).slice(0, numberKeys);
};
