import { useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { closeOverlay, useShellState } from '#renderer/features/shell/shell-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Approach } from '#shared/model/approach.ts';
import { ApproachChoice } from './approach-choice.tsx';
import { approachWords } from './approach-words.ts';
import { useApproach } from './use-offers.ts';

const declare = async (approach: Approach): Promise<void> => {
  closeOverlay();
  await edit(
    'project.declareApproach',
    { approach },
    { announce: `The study is now declared ${approachWords[approach].name.toLowerCase()}` },
  );
};

const Question = () => {
  const declared = useApproach();
  const [approach, setApproach] = useState(declared);
  return (
    <Dialog
      title="Approach of the study"
      isOpen
      onClose={closeOverlay}
      actions={
        <>
          <Button kind="quiet" onPress={closeOverlay}>
            Cancel
          </Button>
          <Button
            kind="primary"
            isDisabled={approach === declared}
            onPress={() => void declare(approach)}
          >
            Declare approach
          </Button>
        </>
      }
    >
      <p>
        The words and offers of the app follow it. Nothing you have coded or written changes, and
        you can declare another one later.
      </p>
      <ApproachChoice value={approach} onChange={setApproach} />
    </Dialog>
  );
};

/** Asks how the study does thematic analysis, once the project is open. */
export const ApproachDialog = () =>
  useShellState((state) => state.open === 'approach') ? <Question /> : null;
