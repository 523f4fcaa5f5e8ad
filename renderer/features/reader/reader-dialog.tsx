import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import { startReading, useReader } from './reader-state.ts';

const close = (): void => useReader.setState({ isChoosing: false });

const goToReview = (): void => {
  close();
  useNavigation.getState().go({ area: 'review' });
};

/** Chooses the review pack that a reader is shown: only its quotes have been checked. */
const Choosing = () => {
  const packs = useCall('packs.list', {}).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? packs?.[0]?.id;
  return (
    <Dialog
      title="Reader mode"
      isOpen
      onClose={close}
      actions={
        <>
          <Button kind="quiet" onPress={close}>
            Cancel
          </Button>
          <Button
            kind="primary"
            isDisabled={id === undefined}
            onPress={() => (id === undefined ? undefined : startReading(id))}
          >
            Start reader mode
          </Button>
        </>
      }
    >
      <p>
        For a reviewer at your desk. They see the themes and quotes of one review pack in large
        print, and nothing else of the study. Nothing can be changed until you leave reader mode.
      </p>
      {packs === undefined ? <Skeleton lines={3} /> : null}
      {packs?.length === 0 ? (
        <EmptyState
          title="No review pack yet"
          action={<Button onPress={goToReview}>Go to Review</Button>}
        >
          Only what was checked for a review pack can be shown. Make one first.
        </EmptyState>
      ) : null}
      {packs === undefined || id === undefined ? null : (
        <RadioGroup
          label="What is shown"
          choices={packs.map((pack) => ({
            id: pack.id,
            name: pack.name,
            description: `${new Date(pack.createdAt).toLocaleDateString(undefined, { dateStyle: 'medium' })}, ${counted(pack.themes, 'theme')}, ${counted(pack.quotes, 'quote')}`,
          }))}
          value={id}
          onChange={setChosen}
        />
      )}
    </Dialog>
  );
};

/** Asks what a reader shall see, when that is being chosen. */
export const ReaderDialog = () => (useReader((state) => state.isChoosing) ? <Choosing /> : null);
