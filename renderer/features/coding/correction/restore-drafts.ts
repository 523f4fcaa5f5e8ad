import { useEffect } from 'react';
import { toast } from 'sonner';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Reading } from '#shared/contract/sources.ts';
import { speechOfTurn } from './correction-actions.ts';
import { useCorrection } from './correction-state.ts';
import { type Draft, forgetKept, keptIn } from './kept-drafts.ts';

/** Words that stand on nothing any more: said, and offered to be copied before they are forgotten. */
const letGo = (turnId: string, draft: Draft, number: number): void => {
  forgetKept(turnId, draft);
  const said =
    number > 0
      ? `Turn ${number} was changed after you began to correct it, so your unsaved words were dropped.`
      : 'A turn that you had begun to correct is gone, so your unsaved words were dropped.';
  announce(said);
  toast(said, {
    duration: Number.POSITIVE_INFINITY,
    action: {
      label: 'Copy the words',
      onClick: () => void navigator.clipboard.writeText(draft.words),
    },
  });
};

const restore = (projectId: string, reading: Reading): void => {
  const before = useCorrection.getState().drafts;
  const drafts = new Map(before);
  for (const [turnId, draft] of keptIn(projectId, reading.source.id)) {
    if (drafts.has(turnId)) continue;
    const index = reading.turns.findIndex(({ id }) => id === turnId);
    const turn = reading.turns[index];
    const now = turn === undefined ? undefined : speechOfTurn(reading, turn);
    if (now === draft.before) drafts.set(turnId, draft);
    // Saved after all, just before the page went away.
    else if (now === draft.words) forgetKept(turnId, draft);
    else letGo(turnId, draft, index + 1);
  }
  if (drafts.size > before.size) useCorrection.setState({ drafts });
};

/** Offers again what was typed for turns of the source before the page went away. */
export const useKeptDrafts = (reading: Reading): void => {
  const projectId = useCall('project.state', {}).data?.project?.id;
  const sourceId = reading.source.id;
  useEffect(() => {
    if (projectId !== undefined) restore(projectId, reading);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each source, as it is when it is opened
  }, [projectId, sourceId]);
};
