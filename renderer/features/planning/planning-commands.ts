import type { Command } from '#renderer/commands/registry.ts';
import { aboveCommand } from '#renderer/features/evidence/evidence-commands.ts';
import { claimNames } from '#renderer/features/evidence/evidence-words.ts';
import { type Claim, claimKinds } from '#shared/model/claim.ts';
import { chooseGrounds, deleteClaim, moveClaim, placeClaim } from './planning-actions.ts';
import { currentClaim, neighbour } from './planning-data.ts';
import { usePlanningState } from './planning-state.ts';

const menu = 'Plan' as const;
/** Keys that work while the focus is in the lists. */
const inLists = { menu, scope: 'reading' } as const;

const withClaim =
  (act: (claim: Claim) => void | Promise<void>): (() => void | Promise<void>) =>
  () => {
    const claim = currentClaim();
    return claim === undefined ? undefined : act(claim);
  };

const isThere = (): boolean => currentClaim() !== undefined;

const newClaims: readonly Command[] = claimKinds.map((kind) => ({
  id: `claim.new-${kind.replace(' ', '-')}`,
  label: `New ${claimNames[kind].one.toLowerCase()}`,
  menu,
  run: () => usePlanningState.setState({ tab: 'plan', reveal: { add: kind } }),
}));

/** What can be done with findings, guiding principles and planned changes. */
export const planningCommands: readonly Command[] = [
  {
    id: 'claim.new',
    label: 'New entry in this list',
    ...inLists,
    keys: '$mod+Enter',
    run: () =>
      usePlanningState.setState({
        tab: 'plan',
        reveal: { add: currentClaim()?.kind ?? 'finding' },
      }),
  },
  ...newClaims,
  {
    id: 'claim.edit',
    label: 'Change the words',
    ...inLists,
    keys: 'F2',
    enabled: isThere,
    run: withClaim(({ id }) => usePlanningState.setState({ editing: id })),
  },
  {
    id: 'claim.rest',
    label: 'Add what it rests on',
    ...inLists,
    keys: '$mod+Shift+Enter',
    enabled: isThere,
    run: withClaim(chooseGrounds),
  },
  ...([-1, 1] as const).map(
    (step): Command => ({
      id: `claim.move-${step === -1 ? 'up' : 'down'}`,
      label: `Move ${step === -1 ? 'up' : 'down'} in the list`,
      ...inLists,
      keys: step === -1 ? 'Alt+ArrowUp' : 'Alt+ArrowDown',
      enabled: () => {
        const claim = currentClaim();
        return claim !== undefined && neighbour(claim, step) !== undefined;
      },
      run: withClaim((claim) => moveClaim(claim, step)),
    }),
  ),
  ...claimKinds.map(
    (kind): Command => ({
      id: `claim.to-${kind.replace(' ', '-')}`,
      label: `Move to the ${claimNames[kind].many.toLowerCase()}`,
      menu,
      enabled: () => {
        const claim = currentClaim();
        return claim !== undefined && claim.kind !== kind;
      },
      run: withClaim(({ id }) => placeClaim(id, { end: kind })),
    }),
  ),
  {
    id: 'claim.delete',
    label: 'Delete the entry',
    ...inLists,
    keys: 'Delete',
    enabled: isThere,
    run: withClaim(deleteClaim),
  },
  {
    id: 'claim.checks',
    label: 'Show the checks',
    menu,
    run: () => usePlanningState.setState({ tab: 'checks' }),
  },
  aboveCommand(() => {
    const claim = currentClaim();
    return claim === undefined ? null : { kind: 'claim', id: claim.id };
  }),
];
