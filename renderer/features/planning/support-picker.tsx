import { useState } from 'react';
import { claimNames } from '#renderer/features/evidence/evidence-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import type { Claim } from '#shared/model/claim.ts';
import type { Plan } from './planning-data.ts';
import { usePlanningState } from './planning-state.ts';
import { RecordPicker } from './record-picker.tsx';
import styles from './support-picker.module.css';
import { SupportQuotes } from './support-quotes.tsx';

const close = (): void => {
  const { choosing } = usePlanningState.getState();
  usePlanningState.setState({
    choosing: null,
    ...(choosing === null ? {} : { reveal: { claim: choosing } }),
  });
};

interface Props {
  readonly claim: Claim;
  readonly plan: Plan;
}

/** Chooses what a claim rests on: themes, codes and other claims by name, or quotes by their words. */
export const SupportPicker = ({ claim, plan }: Props) => {
  const [tab, setTab] = useState('records');
  return (
    <Dialog
      title={`What this ${claimNames[claim.kind].one.toLowerCase()} rests on`}
      isOpen
      size="medium"
      onClose={close}
      actions={
        <Button kind="quiet" onPress={close}>
          Close
        </Button>
      }
    >
      <p className={styles.statement}>{claim.statement}</p>
      <div className={styles.choices}>
        <Tabs
          label="Rests on"
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'records',
              name: 'Themes, codes and claims',
              content: <RecordPicker claim={claim} plan={plan} onDone={close} />,
            },
            {
              id: 'quotes',
              name: 'Quotes',
              content: <SupportQuotes claim={claim} plan={plan} onDone={close} />,
            },
          ]}
        />
      </div>
    </Dialog>
  );
};
