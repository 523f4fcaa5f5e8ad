import { useId } from 'react';
import { claimNames } from '#renderer/features/evidence/evidence-words.ts';
import type { ClaimKind } from '#shared/model/claim.ts';
import { ClaimRow } from './claim-row.tsx';
import { NewClaim } from './new-claim.tsx';
import styles from './planning.module.css';
import type { Plan } from './planning-data.ts';
import { useListDrop } from './use-claim-drag.ts';

/** What each list is for, shown while it is empty. */
const purposes: Readonly<Record<ClaimKind, string>> = {
  finding:
    'What the study found, in a sentence each. For example: being believed comes before being helped.',
  principle:
    'What anything made from the findings has to keep to. For example: show that you believe the person first.',
  'planned change':
    'What will be done differently, and for which reason. For example: ask about mood in the second session.',
};

interface Props {
  readonly kind: ClaimKind;
  readonly plan: Plan;
}

/** One of the three lists: what is in it, in order, and the field that adds to it. */
export const ClaimList = ({ kind, plan }: Props) => {
  const headingId = useId();
  const { side, target } = useListDrop(kind);
  const claims = plan.byKind.get(kind) ?? [];
  return (
    <section
      className={styles.list}
      aria-labelledby={headingId}
      data-drop={side ?? undefined}
      {...target}
    >
      <h2 id={headingId} className={styles.heading}>
        {claimNames[kind].many}{' '}
        <span className={`${styles.count} figures`}>{claims.length.toLocaleString()}</span>
      </h2>
      {claims.length === 0 ? <p className={styles.purpose}>{purposes[kind]}</p> : null}
      <ol>
        {claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} plan={plan} />
        ))}
      </ol>
      <NewClaim kind={kind} />
    </section>
  );
};
