import { type KeyboardEvent, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { type Outcome, outcomes, type Replied } from '#shared/model/reply.ts';
import styles from './replies.module.css';
import { keepOutcome, useRepliesState } from './replies-state.ts';
import { beginOutcome, decide } from './reply-actions.ts';
import { dayOf, outcomeNames } from './reply-words.tsx';

const choices = outcomes.map((id) => ({ id, name: outcomeNames[id] }));

const labels: Readonly<Record<Exclude<Outcome, 'open'>, string>> = {
  changed: 'What was changed',
  'not changed': 'Why nothing was changed',
};

const needed: Readonly<Record<Exclude<Outcome, 'open'>, string>> = {
  changed: 'Say what was changed.',
  'not changed': 'Say why nothing was changed.',
};

interface Props {
  readonly item: Replied;
  /** The answers in the list, among which the next open one is looked for. */
  readonly items: readonly Replied[];
}

/** What came of an answer. Saving it goes on to the next answer that is open. */
export const OutcomeForm = ({ item, items }: Props) => {
  const draft = useRepliesState((state) => state.outcomes.get(item.id));
  const [isMissing, setIsMissing] = useState(false);
  const outcome = draft?.outcome ?? item.outcome;
  const note = draft?.note ?? item.outcomeNote;
  const isSame =
    outcome === item.outcome && (outcome === 'open' || note.trim() === item.outcomeNote);
  const save = (): void => {
    if (isSame) return;
    const isEmpty = outcome !== 'open' && note.trim() === '';
    setIsMissing(isEmpty);
    if (!isEmpty) void decide(item, { outcome, note }, items);
  };
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <div className={styles.outcome} role="presentation" onKeyDown={hear}>
      <RadioGroup
        label="Outcome"
        choices={choices}
        value={outcome}
        onChange={(chosen) => {
          setIsMissing(false);
          if (chosen === 'open') keepOutcome(item.id, { outcome: chosen, note });
          else if (chosen !== outcome) beginOutcome(item, chosen, 'stay');
        }}
      />
      {outcome === 'open' ? null : (
        <div data-outcome-note>
          <TextField
            label={labels[outcome]}
            multiline
            isRequired
            maxLength={100_000}
            value={note}
            onChange={(words) => {
              setIsMissing(false);
              keepOutcome(item.id, { outcome, note: words });
            }}
            error={isMissing ? needed[outcome] : undefined}
          />
        </div>
      )}
      <div className={styles.outcomeFoot}>
        <Button kind="primary" isDisabled={isSame} onPress={save}>
          Save outcome
        </Button>
        <span className={styles.quiet}>
          {isSame && item.outcomeAt !== null ? `Decided on ${dayOf(item.outcomeAt)}` : null}
          {isSame ? null : 'Not saved yet'}
        </span>
      </div>
    </div>
  );
};
