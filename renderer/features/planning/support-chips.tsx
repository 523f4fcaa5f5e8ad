import { Plus, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { addressOf, kindOf, placeOf } from '#renderer/features/evidence/evidence-words.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import type { Claim, Support } from '#shared/model/claim.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { chooseGrounds, lookAt, shortly, unrest } from './planning-actions.ts';
import type { Plan } from './planning-data.ts';
import { usePlanningState } from './planning-state.ts';
import styles from './support-chips.module.css';

/** Goes to what a claim rests on; another claim is on this screen. */
const open = (evidence: Evidence): void => {
  if (evidence.kind !== 'claim') return useNavigation.getState().go(addressOf(evidence));
  lookAt(evidence.id);
  usePlanningState.setState({ reveal: { claim: evidence.id } });
};

interface ChipProps {
  readonly claim: Claim;
  readonly support: Support;
  readonly evidence: Evidence;
}

const Chip = ({ claim, support, evidence }: ChipProps) => {
  const words = evidence.kind === 'coding' ? `“${evidence.words}”` : evidence.words;
  const place = placeOf(evidence);
  return (
    <li className={styles.chip} data-kind={evidence.kind} data-retired={evidence.retired}>
      <WithTooltip text={[`${kindOf(evidence)}: ${words}`, place].filter(Boolean).join(', ')}>
        <Button className={styles.open ?? ''} onPress={() => open(evidence)}>
          {evidence.colour === null ? (
            <span className={styles.kind}>
              {evidence.kind === 'coding'
                ? (evidence.quote?.pseudonym ?? evidence.quote?.speaker ?? 'Quote')
                : kindOf(evidence)}
            </span>
          ) : (
            <>
              <CodeSwatch colour={evidence.colour} />
              <span className="visually-hidden">{kindOf(evidence)}</span>
            </>
          )}
          <span className={styles.words}>{words}</span>
          {evidence.retired ? <span className={styles.kind}>retired</span> : null}
        </Button>
      </WithTooltip>
      <Button
        className={styles.out ?? ''}
        aria-label={`Take away ${kindOf(evidence).toLowerCase()} ${shortly(evidence.words)}`}
        onPress={() =>
          void unrest(claim, { kind: support.onKind, id: support.onId, words: evidence.words })
        }
      >
        <X size={12} aria-hidden />
      </Button>
    </li>
  );
};

interface Props {
  readonly claim: Claim;
  readonly plan: Plan;
}

/** What a claim rests on, each to be opened or taken away, and the way to more of it. */
export const SupportChips = ({ claim, plan }: Props) => {
  const supports = plan.supportsOf.get(claim.id) ?? [];
  return (
    <ul className={styles.chips} aria-label={`What ${shortly(claim.statement)} rests on`}>
      {supports.map((support) => {
        const evidence = plan.known.get(support.onId);
        return evidence === undefined ? null : (
          <Chip key={support.id} claim={claim} support={support} evidence={evidence} />
        );
      })}
      <li>
        <Button className={styles.add ?? ''} onPress={() => chooseGrounds(claim)}>
          <Plus size={12} aria-hidden />
          {supports.length === 0 ? 'It rests on nothing yet. Add a theme, code or quote' : 'Add'}
          <span className="visually-hidden"> to {shortly(claim.statement)}</span>
        </Button>
      </li>
    </ul>
  );
};
