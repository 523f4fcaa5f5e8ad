import { toast } from 'sonner';
import { edit } from '#renderer/client/edit.ts';
import { restedOn } from '#renderer/features/evidence/resting.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Range } from '#shared/model/range.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { wholeGraphemes } from '#shared/text/units.ts';
import { countWords } from '#shared/text/words.ts';
import { numberedNow } from './codes/number-keys.ts';
import { rememberCode, useCodingState } from './coding-state.ts';
import { chosenPassages, passagesWereCoded } from './moves/passages.ts';
import { edgesAround, speechOf } from './moves/turn-units.ts';
import {
  activeCoding,
  chosenCodings,
  codeById,
  currentCoderId,
  currentCodings,
  currentReading,
} from './reading-data.ts';

/** How long a code named after its own words may be, in UTF-16 code units. */
const longestInVivo = 60;

const words = (count: number): string => `${count} ${count === 1 ? 'word' : 'words'}`;

/** Says, to eyes and to ears, why nothing was done. */
const hint = (message: string): void => {
  announce(message);
  toast(message);
};

/** What shall be coded: the selection, or else the whole speech of the turn the keys are at. */
export const target = (): (Range & { readonly sourceId: string }) | null => {
  const reading = currentReading();
  if (reading === undefined) return null;
  const { selection, turn } = useCodingState.getState();
  const range = selection ?? speechOf(reading, turn);
  if (range === undefined) {
    hint('Select some words first.');
    return null;
  }
  return { sourceId: reading.source.id, start: range.start, end: range.end };
};

interface Targets {
  readonly sourceId: string;
  /** In order and apart from each other; never none. */
  readonly ranges: readonly [Range, ...Range[]];
}

/** All that shall be coded: the passages put aside with the selection, or else the target alone. */
const targets = (): Targets | null => {
  const reading = currentReading();
  const [first, ...more] = chosenPassages();
  if (reading !== undefined && first !== undefined)
    return { sourceId: reading.source.id, ranges: [first, ...more] };
  const one = target();
  return one && { sourceId: one.sourceId, ranges: [{ start: one.start, end: one.end }] };
};

/** Where a column shows another coder's work, a coding made in it is not seen there: says so. */
const elsewhere = (): string => {
  const { coderId } = useCodingState.getState();
  if (coderId === null || coderId === currentCoderId()) return '';
  const message = 'It is yours, and this column shows the codings of another coder.';
  toast(message);
  return ` ${message}`;
};

/** Applies a code, one that is there or one of a new name, to several passages, undone as one. */
const codeAll = async (
  code: { readonly codeId: string } | { readonly name: string },
  { sourceId, ranges }: Targets,
): Promise<void> => {
  const done = await edit('codings.createMany', {
    codes: [code],
    codings: ranges.map((range) => ({ sourceId, start: range.start, end: range.end, code: 0 })),
  });
  const [applied] = done?.codes ?? [];
  if (applied === undefined) return;
  rememberCode(applied.id);
  useCodingState.setState({ picker: null });
  passagesWereCoded();
  const text = currentReading()?.text ?? '';
  const length = ranges.reduce(
    (sum, range) => sum + countWords(text.slice(range.start, range.end)),
    0,
  );
  announce(
    `Coded '${applied.name}' at ${ranges.length} passages, ${words(length)}.${elsewhere()} Undo available.`,
  );
};

const say = (coding: Coding, name: string): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const length = countWords(reading.text.slice(coding.start, coding.end));
  const turn = turnAt(reading.turns, coding.start) + 1;
  announce(`Coded '${name}', ${words(length)}, turn ${turn}.${elsewhere()} Undo available.`);
};

const apply = async (name: string, create: () => Promise<Coding | null>): Promise<void> => {
  const before = currentCodings();
  const coding = await create();
  if (coding === null) return;
  rememberCode(coding.codeId);
  useCodingState.setState({ active: coding.id, picker: null });
  // The same again changes nothing, and there is nothing to undo.
  if (before.some(({ id }) => id === coding.id)) hint(`Already coded '${name}'.`);
  else say(coding, name);
};

/** Applies a code to what is selected. */
export const codeWith = async (codeId: string): Promise<void> => {
  const chosen = targets();
  if (chosen === null) return;
  if (chosen.ranges.length > 1) return codeAll({ codeId }, chosen);
  const { sourceId, ranges } = chosen;
  const name = codeById(codeId)?.name ?? '';
  await apply(name, () => edit('codings.create', { sourceId, ...ranges[0], codeId }));
};

/** Applies a code chosen outside the reading pane: only to words that were selected. */
export const codeSelectionWith = async (codeId: string): Promise<void> => {
  if (useCodingState.getState().selection === null && chosenPassages().length === 0)
    hint('Select some words first, then choose a code for them.');
  else await codeWith(codeId);
};

/** Applies a code to a given range of the open source, for example where it was dropped. */
export const codeRange = async (codeId: string, range: Range): Promise<void> => {
  const isChosen = chosenPassages().some(
    (passage) => passage.start <= range.start && range.end <= passage.end,
  );
  if (isChosen) return codeWith(codeId);
  useCodingState.setState({
    passages: [],
    selection: { start: range.start, end: range.end },
    extension: null,
  });
  await codeWith(codeId);
};

/** Creates a code of this name (or takes the one there is) and applies it, undone as one. */
export const codeWithNew = async (name: string): Promise<void> => {
  const chosen = targets();
  if (chosen === null) return;
  if (chosen.ranges.length > 1) return codeAll({ name }, chosen);
  const { sourceId, ranges } = chosen;
  await apply(name, () => edit('codings.createInVivo', { sourceId, ...ranges[0], name }));
};

/** Codes what is selected with its own words as the name; of several passages, those selected last. */
export const codeInVivo = async (): Promise<void> => {
  const { selection } = useCodingState.getState();
  const place = selection ?? chosenPassages().at(-1) ?? target();
  const reading = currentReading();
  if (place === null || reading === undefined) return;
  const own = reading.text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim();
  const cut = wholeGraphemes(own, { start: 0, end: longestInVivo - 1 }).end;
  const name = own.length <= longestInVivo ? own : `${own.slice(0, cut).trimEnd()}…`;
  await codeWithNew(name);
};

/** Applies the code used last once more. */
export const codeAgain = async (): Promise<void> => {
  const [latest] = useCodingState.getState().recent;
  if (latest === undefined) hint('No code used yet. Press / to choose one.');
  else await codeWith(latest);
};

/** Applies the code of a number key, counted from 0. */
export const codeNumbered = async (index: number): Promise<void> => {
  const keys = numberedNow();
  const codeId = keys[index];
  if (codeId !== undefined) await codeWith(codeId);
  else if (keys.length === 0) hint('No code used yet. Press / to choose one.');
  else
    hint(
      `Only ${keys.length} of the number keys ${keys.length === 1 ? 'has' : 'have'} a code yet.`,
    );
};

/** Gives the codings that were chosen, or else the active one, another code. */
export const recodeChosen = async (codeId: string): Promise<void> => {
  const codings = chosenCodings();
  const [first] = codings;
  if (first === undefined) return;
  const name = codeById(codeId)?.name ?? '';
  const done = await edit(
    'codings.recode',
    { ids: codings.map(({ id }) => id), codeId },
    {
      announce: `Recoded ${codings.length === 1 ? '' : `${codings.length} codings `}to '${name}'. Undo available.`,
    },
  );
  if (done === null) return;
  rememberCode(codeId);
  // One that said the same may have taken its place.
  const left = done.some(({ id }) => id === first.id) ? first : done[0];
  useCodingState.setState({ picker: null, chosen: null, active: left?.id ?? null });
};

/** Removes the codings that were chosen, or else the active one. */
export const removeChosen = async (): Promise<void> => {
  const chosen = chosenCodings();
  const [coding] = chosen;
  if (coding === undefined) {
    hint('No coding chosen. Press N for the next one.');
    return;
  }
  const ids = chosen.map(({ id }) => id);
  // It stays the active one: undo brings it back as it was.
  await edit('codings.delete', { ids }, ({ codeIds: [codeId = coding.codeId], claims }) => {
    if (ids.length > 1)
      return { toast: `Removed ${ids.length} codings${restedOn(claims, 'them')}` };
    const name = codeById(codeId)?.name ?? 'coding';
    return { toast: `Removed '${name}' from this passage${restedOn(claims, 'it')}` };
  });
  useCodingState.setState({ chosen: null });
};

/** Puts both ends of the active coding elsewhere. */
export const resizeActive = async (range: Range): Promise<void> => {
  const coding = activeCoding();
  const reading = currentReading();
  if (coding === undefined || reading === undefined || range.start >= range.end) return;
  const length = countWords(reading.text.slice(range.start, range.end));
  await edit(
    'codings.resize',
    { id: coding.id, start: range.start, end: range.end },
    { announce: `Now ${words(length)}. Undo available.` },
  );
};

/** Gives the active coding the extent of the selection. */
export const resizeToSelection = async (): Promise<void> => {
  const { selection } = useCodingState.getState();
  if (selection !== null) await resizeActive(selection);
};

/**
 * Moves one end of the active coding by one word: `step` 1 towards the end of the text, -1 towards
 * its start.
 */
export const nudgeActive = async (end: 'start' | 'end', step: 1 | -1): Promise<void> => {
  const coding = activeCoding();
  const reading = currentReading();
  if (coding === undefined || reading === undefined) return;
  const at = turnAt(reading.turns, end === 'start' ? coding.start : coding.end - 1);
  const offset = coding[end];
  const edges = [at - 1, at, at + 1].flatMap((turn) => edgesAround(reading, end, { turn, offset }));
  const next =
    step === 1
      ? edges.find((edge) => edge > coding[end])
      : edges.findLast((edge) => edge < coding[end]);
  if (next === undefined) return;
  await resizeActive({ start: coding.start, end: coding.end, [end]: next });
};
