import { keyOf, queryClient } from '#renderer/client/queries.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';
import { useCodebookState } from './codebook-state.ts';
import { topmost, withNested } from './move-codes.ts';

/** All codes as they are known now, parents before children; none before they were read. */
export const currentCodes = (): readonly Code[] =>
  queryClient.getQueryData<readonly Code[]>(keyOf('codes.list', {})) ?? [];

const currentUse = (): readonly CodeUse[] =>
  queryClient.getQueryData<readonly CodeUse[]>(keyOf('codes.use', {})) ?? [];

/** The codes chosen that exist, in the order of the codebook. */
export const chosenCodes = (): readonly Code[] => {
  const { chosen } = useCodebookState.getState();
  return currentCodes().filter((code) => chosen.has(code.id));
};

/** The ids of the codes chosen, without those that go along with a parent that is chosen too. */
export const chosenTopmost = (): readonly string[] =>
  topmost(currentCodes(), useCodebookState.getState().chosen).map((code) => code.id);

/** How many codings carry any of these codes. */
export const codingsOf = (ids: ReadonlySet<string>): number =>
  currentUse()
    .filter((use) => ids.has(use.codeId))
    .reduce((sum, use) => sum + use.codings, 0);

/** Codes that codes can be put into: all but themselves and what is nested in them. */
export const codesOutside = (codes: readonly Code[], ids: readonly string[]): readonly Code[] => {
  const inside = withNested(codes, new Set(ids));
  return codes.filter((code) => !inside.has(code.id));
};
