import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import type { ChangeSet } from '#shared/model/change.ts';

/** The step that the address of the window names, as far as it is known. */
export const useChosenStep = () => {
  const id = useNavigation(({ address }) => (address.area === 'history' ? address.id : undefined));
  const query = useCall(
    'history.get',
    { ids: id === undefined ? [] : [id] },
    { enabled: id !== undefined, keepPrevious: true },
  );
  return { id, query };
};

/** Whether a step can be asked to be undone by itself: an edit that stands, and not the first. */
export const canBeUndone = (set: ChangeSet | undefined): boolean =>
  set !== undefined && set.kind === 'edit' && set.state === 'done' && set.seq > 1;
