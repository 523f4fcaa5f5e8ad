import { useDeferredValue, useMemo, useState } from 'react';
import { call } from '#renderer/client/call.ts';
import { edit, showError } from '#renderer/client/edit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { TextEffect } from '#shared/contract/turns.ts';
import type { Code } from '#shared/model/code.ts';
import type { Range } from '#shared/model/range.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { WhatChanges } from './correction-review.tsx';
import { useCorrection } from './correction-state.ts';
import { asksBefore, effectWords, previewWords } from './correction-words.ts';
import styles from './replace-dialog.module.css';
import { findPlaces, mostPlaces, speechesFor } from './replace-places.ts';

/** How many places are listed to be looked at and left out; more are replaced without. */
const mostListed = 500;
/** How many characters are shown on either side of a place. */
const around = 40;

interface PlaceProps {
  readonly reading: Reading;
  readonly place: Range;
  readonly words: string;
  readonly isChosen: boolean;
  readonly onChange: (chosen: boolean) => void;
}

const Place = ({ reading, place, words, isChosen, onChange }: PlaceProps) => {
  const { text, turns } = reading;
  const index = turnAt(turns, place.start);
  const turn = turns[index];
  const from = Math.max(turn?.speechStart ?? 0, place.start - around);
  const to = Math.min(turn?.end ?? text.length, place.end + around);
  return (
    <li className={styles.place}>
      <Checkbox isSelected={isChosen} onChange={onChange}>
        <span className={`${styles.turn} figures`}>Turn {index + 1}</span>
        <span className={styles.context} dir="auto">
          {from > (turn?.speechStart ?? 0) ? '…' : ''}
          {text.slice(from, place.start).toWellFormed()}
          <del>{text.slice(place.start, place.end)}</del> <ins>{words}</ins>
          {text.slice(place.end, to).toWellFormed()}
          {to < (turn?.end ?? 0) ? '…' : ''}
        </span>
      </Checkbox>
    </li>
  );
};

const close = (): void => useCorrection.setState({ isReplacing: false });

interface Props {
  readonly reading: Reading;
  readonly codes: readonly Code[];
}

const Replace = ({ reading, codes }: Props) => {
  const [find, setFind] = useState('');
  const [words, setWords] = useState('');
  const [matchCase, setMatchCase] = useState(true);
  const [wholeWords, setWholeWords] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [asked, setAsked] = useState<TextEffect | null>(null);
  const looked = useDeferredValue(find);
  const places = useMemo(
    () => findPlaces(reading, { find: looked, matchCase, wholeWords }),
    [reading, looked, matchCase, wholeWords],
  );
  const chosen = places.filter(({ start }) => !left.has(start));
  const reset = (): void => {
    setLeft(new Set());
    setAsked(null);
  };
  const replace = async (): Promise<void> => {
    const sourceId = reading.source.id;
    const speeches = speechesFor(reading, chosen, words);
    let effect = asked;
    if (effect === null) {
      const preview = await call('turns.preview', { sourceId, speeches });
      if (!preview.ok) return showError(preview.error);
      effect = preview.value;
      if (asksBefore(effect)) return setAsked(effect);
    }
    const lose = effect.codings.list
      .filter(({ change }) => change === 'lost')
      .map(({ codingId }) => codingId);
    const details = effectWords(effect);
    const what = `Replaced ${quoted(find)} in ${counted(chosen.length, 'place')}`;
    const done = await edit(
      'turns.correct',
      { sourceId, speeches, lose, replacing: { before: find, after: words } },
      { toast: details === '' ? what : `${what}. ${details}` },
    );
    if (done !== null) close();
  };
  const isSame = words === find;
  return (
    <Dialog
      title="Replace in the source"
      isOpen
      size="medium"
      onClose={close}
      actions={
        <>
          <Button kind="quiet" onPress={asked === null ? close : () => setAsked(null)}>
            {asked === null ? 'Cancel' : 'Back to the places'}
          </Button>
          <Button
            kind="primary"
            isDisabled={chosen.length === 0 || isSame}
            onPress={() => void replace()}
          >
            Replace {counted(chosen.length, 'place')}
          </Button>
        </>
      }
    >
      {asked === null ? (
        <div className={styles.form}>
          <TextField
            label="Words as they are now"
            value={find}
            autoFocus
            onChange={(value) => {
              setFind(value);
              reset();
            }}
          />
          <TextField label="Words as they should be" value={words} onChange={setWords} />
          <div className={styles.options}>
            <Checkbox
              isSelected={matchCase}
              onChange={(on) => {
                setMatchCase(on);
                reset();
              }}
            >
              Same capitals only
            </Checkbox>
            <Checkbox
              isSelected={wholeWords}
              onChange={(on) => {
                setWholeWords(on);
                reset();
              }}
            >
              Whole words only
            </Checkbox>
          </div>
          <p role="status" className={styles.count}>
            {find === ''
              ? 'Every place is listed here before anything is changed.'
              : places.length === 0
                ? 'Nobody says this in the source. Look at the spelling, or untick a box.'
                : places.length === mostPlaces
                  ? `The first ${mostPlaces.toLocaleString()} places. Replace these, then look again.`
                  : `${counted(places.length, 'place')}. Untick what shall stay.`}
          </p>
          <ul className={styles.places}>
            {places.slice(0, mostListed).map((place) => (
              <Place
                key={place.start}
                reading={reading}
                place={place}
                words={words}
                isChosen={!left.has(place.start)}
                onChange={(isChosen) => {
                  const next = new Set(left);
                  if (isChosen) next.delete(place.start);
                  else next.add(place.start);
                  setLeft(next);
                }}
              />
            ))}
            {places.length > mostListed ? (
              <li>and {(places.length - mostListed).toLocaleString()} more, replaced too</li>
            ) : null}
          </ul>
        </div>
      ) : (
        <div className={styles.form}>
          <p role="status">{previewWords(asked)}</p>
          <WhatChanges review={{ effect: asked }} codes={codes} />
        </div>
      )}
    </Dialog>
  );
};

/** The same words put right wherever a source says them, looked at first, undone as one. */
export const ReplaceDialog = (props: Props) => {
  const isReplacing = useCorrection((state) => state.isReplacing);
  return isReplacing ? <Replace {...props} /> : null;
};
