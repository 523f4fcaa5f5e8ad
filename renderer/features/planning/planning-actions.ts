import { edit } from '#renderer/client/edit.ts';
import { claimNames } from '#renderer/features/evidence/evidence-words.ts';
import { restedOn } from '#renderer/features/evidence/resting.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { Claim, ClaimKind, SupportKind } from '#shared/model/claim.ts';
import { currentClaims, neighbour } from './planning-data.ts';
import { type Reveal, usePlanningState } from './planning-state.ts';

/** More of a statement than this is not said aloud or shown in a toast. */
const mostWords = 60;

/** A statement in quotation marks, cut so that it stays short. */
export const shortly = (statement: string): string =>
  quoted(
    statement.length > mostWords ? `${statement.slice(0, mostWords - 1).trimEnd()}…` : statement,
  );

const reveal = (what: Reveal): void => usePlanningState.setState({ reveal: what });

/** Looks at a claim: its chain stands in the inspector. */
export const lookAt = (id: string): void => {
  const { address, settle } = useNavigation.getState();
  usePlanningState.setState({ at: null });
  if (address.area === 'planning' && address.id !== id) settle({ area: 'planning', id });
};

/** Turns to the claim that has the focus; its details come as a drawer only when it is chosen. */
export const turnTo = (id: string): void => {
  const { narrow, inspectorOpen } = usePreferences.getState();
  if (narrow && !inspectorOpen) usePlanningState.setState({ at: id });
  else lookAt(id);
};

/** Adds a claim at the end of its list; without words nothing is added. Answers whether it was. */
export const addClaim = async (kind: ClaimKind, statement: string): Promise<boolean> => {
  if (statement.trim() === '') return false;
  const added = await edit(
    'claims.create',
    { kind, statement },
    { announce: `${claimNames[kind].one} added` },
  );
  if (added !== null) turnTo(added.id);
  return added !== null;
};

/** Gives a claim other words; none, or the same, change nothing. */
export const rephrase = async (claim: Claim, statement: string): Promise<void> => {
  usePlanningState.setState({ editing: null });
  if (statement.trim() === '' || statement.trim() === claim.statement) return;
  await edit(
    'claims.update',
    { id: claim.id, statement },
    { announce: `${claimNames[claim.kind].one} changed` },
  );
};

/** Where a claim is put: before or after another one, or at the end of a list. */
export type ClaimPlace =
  | { readonly beside: Claim; readonly side: 'before' | 'after' }
  | { readonly end: ClaimKind };

/** Puts a claim elsewhere in its list, or into another one. */
export const placeClaim = async (id: string, place: ClaimPlace): Promise<void> => {
  const claim = currentClaims().find((one) => one.id === id);
  if (claim === undefined || ('beside' in place && place.beside.id === id)) return;
  const kind = 'end' in place ? place.end : place.beside.kind;
  const others = currentClaims().filter((one) => one.kind === kind && one.id !== id);
  const position =
    'end' in place
      ? others.length
      : others.findIndex((one) => one.id === place.beside.id) + (place.side === 'after' ? 1 : 0);
  await edit(
    'claims.move',
    { id, kind, position },
    {
      announce:
        kind === claim.kind
          ? `Moved to place ${position + 1} of ${others.length + 1}`
          : `${shortly(claim.statement)} is now among the ${claimNames[kind].many.toLowerCase()}`,
    },
  );
  reveal({ claim: id });
};

/** Moves a claim one place up (-1) or down (1) in its list. */
export const moveClaim = async (claim: Claim, step: 1 | -1): Promise<void> => {
  const beside = neighbour(claim, step);
  if (beside !== undefined)
    await placeClaim(claim.id, { beside, side: step === 1 ? 'after' : 'before' });
};

/** Deletes a claim; what it rests on stays. */
export const deleteClaim = async (claim: Claim): Promise<void> => {
  const next = neighbour(claim, 1) ?? neighbour(claim, -1);
  usePlanningState.setState({ missed: claim.id, at: null });
  await edit('claims.delete', { id: claim.id }, ({ claims }) => ({
    toast: `${claimNames[claim.kind].one} ${shortly(claim.statement)} deleted${restedOn(claims, 'it')}`,
  }));
  if (next === undefined) reveal({ add: claim.kind });
  else {
    lookAt(next.id);
    reveal({ claim: next.id });
  }
};

/** A record that a claim rests on, or shall. */
export interface Ground {
  readonly kind: SupportKind;
  readonly id: string;
  readonly words: string;
}

/** Says that a claim rests on these. */
export const restOn = async (claimId: string, grounds: readonly Ground[]): Promise<void> => {
  const [first] = grounds;
  if (first === undefined) return;
  const what = grounds.length === 1 ? shortly(first.words) : counted(grounds.length, 'quote');
  await edit(
    'claims.rest',
    { claimId, on: grounds.map(({ kind, id }) => ({ kind, id })) },
    { announce: `It now rests on ${what}` },
  );
  reveal({ claim: claimId });
};

/** Takes away one of the records that a claim rests on. */
export const unrest = async (claim: Claim, { kind, id, words }: Ground): Promise<void> => {
  await edit(
    'claims.unrest',
    { claimId: claim.id, on: [{ kind, id }] },
    { toast: `${claimNames[claim.kind].one} no longer rests on ${shortly(words)}` },
  );
  reveal({ claim: claim.id });
};

/** Asks what a claim rests on. */
export const chooseGrounds = ({ id }: Claim): void => {
  lookAt(id);
  usePlanningState.setState({ choosing: id });
};
