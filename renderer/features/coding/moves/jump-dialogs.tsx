import { useEffect, useId, useState } from 'react';
import { Form } from 'react-aria-components';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { currentReading } from '#renderer/features/coding/reading-data.ts';
import { focusReading } from '#renderer/features/coding/transcript/transcript-dom.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { goToTurn } from './coding-moves.ts';
import { useJumps } from './jump-state.ts';
import { isBy, turnFrom, type Whose } from './turn-jumps.ts';

interface AskProps {
  /** Closes the dialog, then goes to a turn, counted from 0, or stays where one was. */
  readonly onDone: (turn: number | null) => void;
}

const AskTurn = ({ onDone }: AskProps) => {
  const form = useId();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const last = currentReading()?.turns.length ?? 0;
  const go = (): void => {
    const number = Number(typed.trim());
    if (Number.isInteger(number) && number >= 1 && number <= last) onDone(number - 1);
    else setError(`There are turns 1 to ${last.toLocaleString()}.`);
  };
  return (
    <Dialog
      title="Go to turn"
      isOpen
      onClose={() => onDone(null)}
      actions={
        <>
          <Button onPress={() => onDone(null)}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            Go to turn
          </Button>
        </>
      }
    >
      <Form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextField
          label={`Turn, 1 to ${last.toLocaleString()}`}
          value={typed}
          inputMode="numeric"
          maxLength={9}
          error={error}
          autoFocus
          onChange={(value) => {
            setTyped(value);
            setError(undefined);
          }}
        />
      </Form>
    </Dialog>
  );
};

const anyone = 'not-interviewer';
/** Before a speaker's label, so that nobody's name is taken for the choice above. */
const speaker = 'speaker:';

const AskWhose = ({ onDone }: AskProps) => {
  const before = useJumps((jumps) => jumps.whose);
  const [chosen, setChosen] = useState(
    before === 'not-interviewer' ? anyone : `${speaker}${before.label}`,
  );
  const reading = currentReading();
  const labels = [...new Set(reading?.speakers.map(({ label }) => label))];
  const choices = [
    { id: anyone, name: 'Anyone but the interviewer' },
    ...labels.map((label) => ({ id: `${speaker}${label}`, name: label })),
  ];
  const go = (): void => {
    const whose: Whose =
      chosen === anyone ? 'not-interviewer' : { label: chosen.slice(speaker.length) };
    useJumps.setState({ whose });
    if (reading === undefined) return onDone(null);
    const { turn } = useCodingState.getState();
    const matches = (index: number): boolean => isBy(reading, index, whose);
    const next = turnFrom(reading, { turn, step: 1, matches });
    if (next === undefined) announce('No further turn. Shift and W goes back.');
    onDone(next ?? null);
  };
  return (
    <Dialog
      title="Whose turns to go through"
      isOpen
      onClose={() => onDone(null)}
      actions={
        <>
          <Button onPress={() => onDone(null)}>Cancel</Button>
          <Button kind="primary" onPress={go}>
            Go to the next turn
          </Button>
        </>
      }
    >
      <RadioGroup label="Turns by" choices={choices} value={chosen} onChange={setChosen} />
      <p>W goes to the next of them, Shift and W to the one before.</p>
    </Dialog>
  );
};

/** Asks where to go: a turn by its number, or whose turns. */
export const JumpDialogs = () => {
  const asking = useJumps((jumps) => jumps.asking);
  const [wanted, setWanted] = useState<number | null>(null);
  // Once the dialog is gone, which gives the focus back to where it was.
  useEffect(() => {
    if (asking !== null || wanted === null) return;
    goToTurn(wanted);
    setWanted(null);
  }, [asking, wanted]);
  useEffect(() => () => useJumps.setState({ asking: null }), []);
  const done = (turn: number | null): void => {
    useJumps.setState({ asking: null });
    setWanted(turn);
    if (turn === null) focusReading(useCodingState.getState().turn);
  };
  if (asking === 'turn') return <AskTurn onDone={done} />;
  if (asking === 'whose') return <AskWhose onDone={done} />;
  return null;
};
