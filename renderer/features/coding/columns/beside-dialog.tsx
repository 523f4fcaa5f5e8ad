import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { stateOf, useCodingState } from '#renderer/features/coding/coding-state.ts';
import { type Beside, showBeside, useReadingView } from '#renderer/features/coding/reading-view.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { counted } from '#renderer/ui/words.ts';
import styles from './beside.module.css';

const close = (): void => useReadingView.setState({ choosing: false });

interface Coder {
  readonly id: string;
  readonly name: string;
}

/** The coders, those with codings in a source first, each with how many there are. */
const useCodersOf = (sourceId: string): readonly Coder[] => {
  const coders = useCall('coders.list', {}).data ?? [];
  const codings = useCall('codings.list', { sourceId }).data ?? [];
  return coders
    .map((coder) => ({
      id: coder.id,
      count: codings.filter((coding) => coding.coderId === coder.id).length,
      name: coder.name,
    }))
    .sort((a, b) => b.count - a.count)
    .map(({ id, name, count }) => ({ id, name: `${name} (${counted(count, 'coding')})` }));
};

const Choose = ({ sourceId }: { readonly sourceId: string }) => {
  const coders = useCodersOf(sourceId);
  const sources = (useCall('sources.list', {}).data ?? []).filter(({ id }) => id !== sourceId);
  const before = useReadingView((state) => state.beside);
  const [kind, setKind] = useState<Beside['kind']>(
    before?.kind ?? (coders.length > 1 ? 'coders' : 'source'),
  );
  const [left, setLeft] = useState<string | null>(null);
  const [right, setRight] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const first = left ?? coders[0]?.id ?? null;
  const second = right ?? coders.find(({ id }) => id !== first)?.id ?? null;
  const source = other ?? sources[0]?.id ?? null;
  const beside: Beside | null =
    kind === 'source'
      ? source === null
        ? null
        : { kind, sourceId: source }
      : first !== null && second !== null && first !== second
        ? { kind, left: first, right: second }
        : null;
  return (
    <Dialog
      title="Side by side"
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          {before === null ? null : <Button onPress={() => showBeside(null)}>One column</Button>}
          <Button
            kind="primary"
            isDisabled={beside === null}
            onPress={() => {
              if (beside !== null) showBeside(beside);
            }}
          >
            Show side by side
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <RadioGroup<Beside['kind']>
          label="Beside this source"
          choices={[
            {
              id: 'coders',
              name: 'Two coders of this source',
              description:
                coders.length > 1
                  ? 'One column for the codings of each'
                  : 'There is only one coder so far. “Coder” below the words adds another.',
            },
            { id: 'source', name: 'Another source', description: 'Both can be coded' },
          ]}
          value={kind}
          onChange={setKind}
        />
        {kind === 'coders' ? (
          <div className={styles.pair}>
            <Select label="Left" choices={coders} value={first} onChange={setLeft} />
            <Select label="Right" choices={coders} value={second} onChange={setRight} />
          </div>
        ) : (
          <Select label="Source" choices={sources} value={source} onChange={setOther} />
        )}
      </div>
    </Dialog>
  );
};

/** Asks what shall stand beside the open source. */
export const BesideDialog = () => {
  const choosing = useReadingView((state) => state.choosing);
  const sourceId = useCodingState((state) => stateOf(state, 'main').sourceId);
  return choosing && sourceId !== null ? <Choose sourceId={sourceId} /> : null;
};
