import { ask, CallFailure } from '#renderer/client/call.ts';
import { edit, showError } from '#renderer/client/edit.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { announce } from '#renderer/ui/announce.ts';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { CodeImpact, SplitPart } from '#shared/contract/codes.ts';
import { chosenCodes, chosenTopmost, currentCodes } from './codebook-data.ts';
import { choose, clearFilters, closeDialog, collapse, useCodebookState } from './codebook-state.ts';
import { type CodeMove, changesNothing, type Direction, moveBy, orderAfter } from './move-codes.ts';

const show = useCodebookState.setState;

const nameOf = (id: string | null): string =>
  currentCodes().find((code) => code.id === id)?.name ?? 'code';

/** What several codes, or the one, are called within a sentence. */
export const calling = (ids: readonly string[]): string => {
  const [first] = ids;
  return ids.length === 1 && first !== undefined
    ? quoted(nameOf(first))
    : counted(ids.length, 'code');
};

/** Asks for the name of a new code: behind the chosen one, or the last of all. */
export const askForNew = (): void => {
  const beside = chosenCodes().at(-1);
  show({
    dialog:
      beside === undefined
        ? { kind: 'new', parentId: null }
        : { kind: 'new', parentId: beside.parentId, position: beside.position + 1 },
  });
};

/** Asks for the name of a new code inside the chosen one. */
export const askForNewInside = (): void => {
  const parent = chosenCodes().at(-1);
  if (parent !== undefined) show({ dialog: { kind: 'new', parentId: parent.id } });
};

/** Creates a code. Answers its id; null when that failed, which has been shown. */
export const createCode = async (
  name: string,
  place: { readonly parentId: string | null; readonly position?: number },
): Promise<string | null> => {
  const { parentId, position } = place;
  const where = parentId === null ? '' : ` inside ${quoted(nameOf(parentId))}`;
  const code = await edit(
    'codes.create',
    { name, parentId, ...(position === undefined ? {} : { position }) },
    { announce: `Created ${quoted(name)}${where}. Undo available.` },
  );
  if (code === null) return null;
  // A filter would hide what was just made.
  clearFilters();
  choose([code.id], false);
  return code.id;
};

const positionWords = (move: CodeMove): string => {
  const [first] = move.ids;
  const order = orderAfter(currentCodes(), move);
  const place = first === undefined ? 0 : order.indexOf(first) + 1;
  const where = move.parentId === null ? 'at the top level' : `in ${quoted(nameOf(move.parentId))}`;
  return `${place} of ${order.length} ${where}`;
};

/** Puts codes elsewhere; they stay chosen and in sight. */
export const carryOut = async (move: CodeMove): Promise<void> => {
  if (changesNothing(currentCodes(), move)) {
    announce('Nothing moved: it is there already.');
    return;
  }
  const { collapsed } = useCodebookState.getState();
  const moved = await edit(
    'codes.move',
    { ...move, ids: [...move.ids] },
    {
      announce: `Moved ${calling(move.ids)}: now ${positionWords(move)}. Undo available.`,
    },
  );
  if (moved === null) return;
  if (move.parentId !== null && collapsed.has(move.parentId))
    collapse([...collapsed].filter((id) => id !== move.parentId));
  const [first] = move.ids;
  if (first !== undefined) show({ reveal: { id: first, focus: true } });
};

const stuck: Readonly<Record<Direction, string>> = {
  up: 'This is the first one here.',
  down: 'This is the last one here.',
  in: 'There is no code above it to go into.',
  out: 'It is at the top level already.',
};

/** The move a key asks for, where it can be done now. */
const moveNow = (direction: Direction): CodeMove | null =>
  useCodebookState.getState().sort === 'order'
    ? moveBy(currentCodes(), useCodebookState.getState().chosen, direction)
    : null;

/** Moves the chosen codes by one place, or says why not. */
export const moveChosen = async (direction: Direction): Promise<void> => {
  const move = moveNow(direction);
  if (move !== null) return carryOut(move);
  announce(
    useCodebookState.getState().sort === 'order'
      ? stuck[direction]
      : 'Sort by codebook order to move codes by the keys.',
  );
};

/** Asks where the chosen codes shall go. */
export const askWhereTo = (): void => show({ dialog: { kind: 'move', ids: chosenTopmost() } });

/** Asks what the chosen codes shall be merged into. */
export const askForMerge = (): void =>
  show({ dialog: { kind: 'merge', ids: chosenCodes().map((code) => code.id) } });

/** Merges codes into one, which is chosen then; their definitions can go to it too. */
export const mergeCodes = async (
  ids: readonly string[],
  into: string,
  keepWords: boolean,
): Promise<void> => {
  closeDialog();
  const from = ids.filter((id) => id !== into);
  const said = `Merged ${calling(from)} into ${quoted(nameOf(into))}`;
  const merged = await edit('codes.merge', { ids: from, into, keepWords }, { toast: said });
  if (merged === null) return;
  show({ missed: new Set(from) });
  choose([into], true);
};

/** Merges codes with similar names into the one that stays. Answers whether that was done. */
export const mergeSimilar = async (ids: readonly string[], into: string): Promise<boolean> => {
  const from = ids.filter((id) => id !== into);
  const said = `Merged ${calling(from)} into ${quoted(nameOf(into))}`;
  const merged = await edit('codes.merge', { ids: from, into, keepWords: true }, { toast: said });
  if (merged !== null) show({ chosen: new Set([into]) });
  return merged !== null;
};

/** Keeps codes with similar names apart from now on: all of them, or one from the others. */
export const keepApart = async (ids: readonly string[], id?: string): Promise<boolean> => {
  const said = id === undefined ? calling(ids) : quoted(nameOf(id));
  const kept = await edit(
    'codes.keepApart',
    { ids: [...ids], ...(id === undefined ? {} : { id }) },
    { toast: `Kept ${said} apart` },
  );
  return kept !== null;
};

/** Asks which quotes of the chosen code a new one shall take over. */
export const askForSplit = (): void => {
  const [code] = chosenCodes();
  if (code !== undefined) show({ dialog: { kind: 'split', id: code.id } });
};

/** Looks at the quotes of the chosen code one by one, to give some of them to other codes. */
export const askForReview = (): void => {
  const [code] = chosenCodes();
  if (code !== undefined) show({ dialog: { kind: 'review', id: code.id } });
};

/** Splits a code into several, as it was decided quote by quote; the parts are chosen then. */
export const splitInto = async (id: string, parts: readonly SplitPart[]): Promise<boolean> => {
  const name = nameOf(id);
  const codes = await edit(
    'codes.splitInto',
    { id, parts },
    { toast: `Split ${quoted(name)} into ${counted(parts.length, 'code')}` },
  );
  if (codes === null) return false;
  closeDialog();
  clearFilters();
  choose(
    codes.map((code) => code.id),
    true,
  );
  return true;
};

/** Gives some quotes of a code to a new one, which is chosen then. */
export const splitCode = async (
  id: string,
  name: string,
  codingIds: readonly string[],
): Promise<void> => {
  closeDialog();
  const created = await edit(
    'codes.split',
    { id, name, codingIds: [...codingIds] },
    {
      toast: `Split ${counted(codingIds.length, 'coding')} from ${calling([id])} into ${quoted(name)}`,
    },
  );
  if (created === null) return;
  clearFilters();
  choose([created.id], true);
};

/** Deletes codes with what is nested in them. */
export const deleteCodes = async (ids: readonly string[], impact: CodeImpact): Promise<void> => {
  closeDialog();
  const along = impact.codings === 0 ? '' : ` with ${counted(impact.codings, 'coding')}`;
  await edit('codes.delete', { ids: [...ids] }, { toast: `Deleted ${calling(ids)}${along}` });
};

/** Whether deleting takes anything along that should be said first. */
const takesAlong = (ids: readonly string[], impact: CodeImpact): boolean =>
  impact.codes > ids.length ||
  impact.codings > 0 ||
  impact.memos > 0 ||
  impact.themes.length > 0 ||
  impact.claims > 0;

/** Deletes the chosen codes; what goes along is said first. */
export const deleteChosen = async (): Promise<void> => {
  const ids = chosenTopmost();
  if (ids.length === 0) return;
  try {
    const impact = await ask('codes.impact', { ids: [...ids] });
    if (takesAlong(ids, impact)) show({ dialog: { kind: 'delete', ids, impact } });
    else await deleteCodes(ids, impact);
  } catch (thrown) {
    if (!(thrown instanceof CallFailure)) throw thrown;
    showError(thrown.error);
  }
};

/** Opens the details and puts the focus on the name of the chosen code. */
export const renameChosen = (): void => {
  usePreferences.getState().change({ inspectorOpen: true });
  show({ naming: true });
};

/** Asks what the exported codebook shall hold. */
export const askForExport = (): void => show({ dialog: { kind: 'export' } });

/** Folds away everything that is nested in other codes. */
export const collapseAll = (): void =>
  collapse(currentCodes().flatMap(({ parentId }) => (parentId === null ? [] : [parentId])));
