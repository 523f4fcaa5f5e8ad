import { call } from '#renderer/client/call.ts';
import { edit, showError } from '#renderer/client/edit.ts';
import { queryClient } from '#renderer/client/queries.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { currentReading } from '#renderer/features/coding/reading-data.ts';
import {
  focusReading,
  turnElementId,
} from '#renderer/features/coding/transcript/transcript-dom.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Speech, TextEffect } from '#shared/contract/turns.ts';
import type { Range } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { dropDraft, useCorrection, type Wish } from './correction-state.ts';
import { asksBefore, effectWords, previewWords } from './correction-words.ts';

/** How long what was saved is awaited on the screen, in milliseconds. */
const patience = 3000;

interface OpenTurn {
  readonly reading: Reading;
  readonly turn: Turn;
  /** Counted from 1. */
  readonly number: number;
  readonly before: string;
  readonly words: string;
}

/** What a turn says, as it is saved. */
export const speechOfTurn = ({ text }: Reading, turn: Turn): string =>
  text.slice(turn.speechStart, turn.end);

/** The turn that is being corrected, what it says and what is typed; undefined when there is none. */
const openTurn = (): OpenTurn | undefined => {
  const reading = currentReading();
  const { turnId, drafts } = useCorrection.getState();
  const index = reading?.turns.findIndex((turn) => turn.id === turnId) ?? -1;
  const turn = reading?.turns[index];
  if (reading === undefined || turn === undefined) return undefined;
  const before = speechOfTurn(reading, turn);
  return { reading, turn, number: index + 1, before, words: drafts.get(turn.id)?.words ?? before };
};

/** Opens the words of a turn for correction: the one the keys are at, or the one named (from 0). */
export const correctTurn = (index = useCodingState.getState().turn): void => {
  const turn = currentReading()?.turns[index];
  if (turn === undefined) return;
  useCodingState.setState({ turn: index });
  // In a narrow window the details would lie over the words.
  usePreferences.getState().closeDrawer();
  useCorrection.setState({ turnId: turn.id, review: null });
};

/** What the editor begins with selected: what is selected in the turn, or else nothing at its start. */
export const selectionIn = (turn: Turn): Range => {
  const { selection } = useCodingState.getState();
  if (selection === null || selection.start < turn.speechStart || selection.end > turn.end)
    return { start: 0, end: 0 };
  return { start: selection.start - turn.speechStart, end: selection.end - turn.speechStart };
};

const close = (returnTo: string): void =>
  useCorrection.setState({ turnId: null, review: null, isSaving: false, returnTo });

/** Puts the keys and the focus on a turn, counted from 0, and brings it into view. */
export const returnToTurn = (index: number): void => {
  useCorrection.setState({ returnTo: null });
  useCodingState.setState({ turn: index, place: null });
  focusReading(index);
  document.getElementById(turnElementId(index))?.scrollIntoView({ block: 'nearest' });
};

/** Leaves the editor; words that are not saved are kept to be gone on with. */
export const leaveCorrection = (): void => {
  const open = openTurn();
  const { turnId } = useCorrection.getState();
  if (turnId === null) return;
  close(turnId);
  if (open !== undefined && open.words !== open.before)
    announce(`Not saved. Your words for turn ${open.number} are kept. Press E to go on.`);
};

/** Waits until the screen has read the source anew, so that what was typed goes over without a jump. */
const untilRead = (isThere: (reading: Reading) => boolean): Promise<void> =>
  new Promise((resolve) => {
    let stop = (): void => undefined;
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, patience);
    const look = (): void => {
      const reading = currentReading();
      if (reading !== undefined && isThere(reading)) done();
    };
    stop = queryClient.getQueryCache().subscribe(look);
    look();
  });

const lostIn = (effect: TextEffect): string[] =>
  effect.codings.list.filter(({ change }) => change === 'lost').map(({ codingId }) => codingId);

/** What is said after an edit; a loss is shown too, with Undo beside it. */
const saidOf = (what: string, effect: TextEffect): { toast: string } | { announce: string } => {
  const details = effectWords(effect);
  const whole = details === '' ? what : `${what}. ${details}`;
  return (effect.codings.count.lost ?? 0) > 0
    ? { toast: whole }
    : { announce: `${whole}. Undo available.` };
};

/** Space typed around the words is nobody's choice, unless the turn had it before. */
const tidied = ({ before, words }: Pick<OpenTurn, 'before' | 'words'>): string =>
  before === before.trim() ? words.trim() : words;

/** Saves the words; asks first where codings do more than move. Answers whether to go on. */
const saveWords = async (wish: Wish, agreed: TextEffect | null): Promise<boolean> => {
  const open = openTurn();
  if (open === undefined) return false;
  const { reading, turn, number, before } = open;
  const after = tidied(open);
  if (after === before) {
    dropDraft(turn.id);
    return true;
  }
  const sourceId = reading.source.id;
  const speech: Speech = { turnId: turn.id, before, after };
  let effect = agreed;
  if (effect === null) {
    const preview = await call('turns.preview', { sourceId, speeches: [speech] });
    if (!preview.ok) {
      showError(preview.error);
      return false;
    }
    effect = preview.value;
    if (asksBefore(effect)) {
      useCorrection.setState({ review: { wish, step: 'correct', effect } });
      announce(`Not saved yet. ${previewWords(effect)}`);
      return false;
    }
  }
  const lose = lostIn(effect);
  const done = await edit(
    'turns.correct',
    { sourceId, speeches: [speech], lose },
    saidOf(`Turn ${number} corrected`, effect),
  );
  if (done === null) return false;
  await untilRead((now) => {
    const same = now.turns.find(({ id }) => id === turn.id);
    return same === undefined || speechOfTurn(now, same) === after;
  });
  dropDraft(turn.id);
  return true;
};

/** Splits the turn at an offset of its words as they are saved now. */
const split = async (turnId: string, at: number): Promise<void> => {
  const open = openTurn();
  if (open === undefined) return;
  const { number } = open;
  const done = await edit(
    'turns.split',
    { turnId, at: open.turn.speechStart + at },
    {
      announce: `Turn ${number} split. You are at its second half, turn ${number + 1}. Undo available.`,
    },
  );
  if (done === null) return;
  await untilRead((now) => now.turns.some(({ id }) => id === done.second.id));
  close(done.second.id);
};

const merge = async (wish: Wish, agreed: TextEffect | null): Promise<void> => {
  const open = openTurn();
  if (open === undefined) return;
  const { turn, number, reading } = open;
  let effect = agreed;
  if (effect === null) {
    const preview = await call('turns.previewMerge', { turnId: turn.id });
    if (!preview.ok) return showError(preview.error);
    effect = preview.value;
    if (asksBefore(effect)) {
      useCorrection.setState({ review: { wish, step: 'merge', effect } });
      announce(`Not merged yet. ${previewWords(effect)}`);
      return;
    }
  }
  const done = await edit(
    'turns.merge',
    { turnId: turn.id, lose: lostIn(effect) },
    saidOf(`Turns ${number} and ${number + 1} merged`, effect),
  );
  if (done === null) return;
  const count = reading.turns.length;
  await untilRead((now) => now.turns.length < count);
  close(turn.id);
};

/**
 * Saves what is typed and then does what was wished for. `agreed` is what somebody was shown and
 * said yes to, for the step it was shown for.
 */
export const carryOutWish = async (
  wish: Wish,
  agreed: { readonly step: 'correct' | 'merge'; readonly effect: TextEffect } | null = null,
): Promise<void> => {
  const open = openTurn();
  if (open === undefined || useCorrection.getState().isSaving) return;
  const lead = open.words.length - open.words.trimStart().length;
  const shift = tidied(open) === open.words ? 0 : lead;
  useCorrection.setState({ isSaving: true });
  try {
    if (agreed?.step !== 'merge') {
      const goesOn = await saveWords(wish, agreed?.effect ?? null);
      if (!goesOn) return;
    }
    useCorrection.setState({ review: null });
    if (wish.kind === 'save') close(open.turn.id);
    else if (wish.kind === 'split') await split(open.turn.id, wish.at - shift);
    else await merge(wish, agreed?.step === 'merge' ? agreed.effect : null);
  } finally {
    useCorrection.setState({ isSaving: false });
  }
};

/** Says who speaks in the turn that is being corrected: a known label, a new one, or '' for nobody. */
export const changeSpeaker = async (label: string): Promise<void> => {
  const open = openTurn();
  if (open === undefined) return;
  const known = open.reading.speakers.find((speaker) => speaker.label === label);
  const speaker = label === '' ? null : known === undefined ? { label } : { id: known.id };
  await edit(
    'turns.setSpeaker',
    { turnIds: [open.turn.id], speaker },
    {
      announce: `Turn ${open.number} is now said by ${label === '' ? 'nobody' : label}. Undo available.`,
    },
  );
};
