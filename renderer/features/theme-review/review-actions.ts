import { edit } from '#renderer/client/edit.ts';
import { keyOf, queryClient } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Extract, Fit } from '#shared/model/extract.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import type { Uncoded } from '#shared/model/theme-reach.ts';
import { useReviewState } from './review-state.ts';

/** What is said when an extract is marked. */
const said: Readonly<Record<Fit, string>> = {
  telling: 'Marked as telling',
  'fits badly': 'Marked as fitting badly',
  contrary: 'Marked as contrary',
};

/** What was said of an extract, as it is known now. */
const markOf = (themeId: string, codingId: string): Extract | undefined =>
  queryClient
    .getQueryData<readonly Extract[]>(keyOf('extracts.marked', { themeId }))
    ?.find((extract) => extract.codingId === codingId);

/** Says how an extract fits; the same again takes it back. A note stays while there is a mark. */
export const markExtract = async (codingId: string, fit: Fit | null): Promise<void> => {
  const { themeId } = useReviewState.getState();
  if (themeId === null) return;
  const before = markOf(themeId, codingId);
  const next = fit === before?.fit ? null : fit;
  if (next === null && before === undefined) return;
  const input = { themeId, codingId, fit: next, note: next === null ? '' : (before?.note ?? '') };
  if (next === null && before !== undefined && before.note !== '')
    await edit('extracts.mark', input, { toast: 'Mark and note taken back' });
  else
    await edit('extracts.mark', input, {
      announce: next === null ? 'Mark taken back' : said[next],
    });
};

/** Marks the extract that the keys are at. */
export const markCurrent = (fit: Fit | null): Promise<void> | void => {
  const { current } = useReviewState.getState();
  if (current !== null) return markExtract(current, fit);
};

/** Begins to write why an extract fits as it does, which is said first. */
export const beginNote = (codingId: string): void => {
  const { themeId } = useReviewState.getState();
  if (themeId === null) return;
  if (markOf(themeId, codingId) === undefined)
    announce('Mark how the extract fits first, then say why');
  else useReviewState.setState({ noting: codingId });
};

/** Keeps the note on an extract. */
export const saveNote = async (mark: Extract, note: string): Promise<void> => {
  useReviewState.setState({ noting: null });
  const { themeId, codingId, fit } = mark;
  if (note.trim() === mark.note) return;
  await edit(
    'extracts.mark',
    { themeId, codingId, fit, note: note.trim() },
    { announce: note.trim() === '' ? 'Note removed' : 'Note saved' },
  );
};

/** Opens an extract at its place in the transcript. */
export const openExtract = ({ sourceId, id }: Pick<Retrieved, 'sourceId' | 'id'>): void =>
  useNavigation.getState().go({ area: 'coding', id: sourceId, at: id });

/** Opens uncoded words at their place in the transcript. */
export const openUncoded = ({ sourceId, start, end }: Uncoded): void =>
  useNavigation.getState().go({ area: 'coding', id: sourceId, at: `${start}-${end}` });

/** Goes back to the board, to the theme that was reviewed. */
export const leaveReview = (): void => {
  const { address, go } = useNavigation.getState();
  if (address.id !== undefined) go({ area: 'themes', id: address.id });
};
