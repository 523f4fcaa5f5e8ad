import { Ellipsis, GripVertical } from 'lucide-react';
import type { FocusEvent } from 'react';
import { runCommand, useRegistry } from '#renderer/commands/registry.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import type { Claim } from '#shared/model/claim.ts';
import styles from './planning.module.css';
import { lookAt, rephrase, shortly, turnTo } from './planning-actions.ts';
import type { Plan } from './planning-data.ts';
import { usePlanningState } from './planning-state.ts';
import { StatementField } from './statement-field.tsx';
import { SupportChips } from './support-chips.tsx';
import { useClaimDrag } from './use-claim-drag.ts';

const menuIds = [
  'claim.edit',
  'claim.rest',
  'evidence.above',
  'separator',
  'claim.move-up',
  'claim.move-down',
  'claim.to-finding',
  'claim.to-principle',
  'claim.to-planned-change',
  'separator',
  'claim.delete',
];

/** The menu of a claim: the same commands as everywhere, for the claim that is looked at. */
const ClaimMenu = ({ claim }: { readonly claim: Claim }) => {
  const commands = useRegistry((registry) => registry.commands);
  const entries = menuIds.flatMap((id): readonly (MenuEntry | 'separator')[] => {
    if (id === 'separator') return ['separator'];
    const command = commands.get(id);
    if (command === undefined) return [];
    const { label, keys } = command;
    const isDisabled = !(command.enabled?.() ?? true);
    return [{ id, label, keys, isDisabled, onAction: () => runCommand(id) }];
  });
  return (
    <Menu label={shortly(claim.statement)} entries={entries}>
      <IconButton icon={Ellipsis} label={`More for ${shortly(claim.statement)}`} />
    </Menu>
  );
};

const Statement = ({ claim }: { readonly claim: Claim }) => {
  const editing = usePlanningState((state) => state.editing === claim.id);
  const isShown = useNavigation(({ address }) => address.id === claim.id);
  const goBack = (): void =>
    usePlanningState.setState({ editing: null, reveal: { claim: claim.id } });
  if (editing)
    return (
      <StatementField
        label="Words"
        statement={claim.statement}
        autoFocus
        onDone={(statement, stays) => {
          void rephrase(claim, statement);
          if (stays) goBack();
        }}
        onCancel={goBack}
      />
    );
  return (
    <button
      type="button"
      className={styles.statement}
      data-claim-words
      aria-current={isShown}
      onClick={() => lookAt(claim.id)}
      onDoubleClick={() => usePlanningState.setState({ editing: claim.id })}
    >
      {claim.statement}
    </button>
  );
};

interface Props {
  readonly claim: Claim;
  readonly plan: Plan;
}

/** A claim in its list: its words, to be changed in place, and what it rests on. */
export const ClaimRow = ({ claim, plan }: Props) => {
  const isShown = useNavigation(({ address }) => address.id === claim.id);
  const editing = usePlanningState((state) => state.editing === claim.id);
  const drag = useClaimDrag(claim);
  const look = (_: FocusEvent): void => turnTo(claim.id);
  return (
    <li>
      <div
        role="presentation"
        className={styles.claim}
        data-claim={claim.id}
        data-shown={isShown}
        data-drop={drag.side ?? undefined}
        onFocus={look}
        {...drag.target}
        {...(editing ? {} : drag.handle)}
      >
        <span className={styles.grip} aria-hidden>
          <GripVertical size={12} />
        </span>
        <div className={styles.said}>
          <Statement claim={claim} />
          <SupportChips claim={claim} plan={plan} />
        </div>
        <ClaimMenu claim={claim} />
      </div>
    </li>
  );
};
