import { isNarrow, onNarrowChange } from './narrow.ts';
import { type AreaId, useNavigation } from './navigation.ts';
import { usePreferences } from './preferences.ts';

/** Where what is chosen is read and written in the centre, which needs the room itself. */
const isRead: ReadonlySet<AreaId> = new Set(['coding', 'memos']);

/** Keeps the panes as they are wanted, wherever the window goes and however wide it is; call once. */
export const arrangePanes = (): void => {
  const { arrange, showDetails } = usePreferences.getState();
  const again = (): void => arrange(useNavigation.getState().address.area, isNarrow());
  again();
  onNarrowChange(again);
  useNavigation.subscribe(({ address }, { address: before }) => {
    if (address.area !== before.area) again();
    else if (!isRead.has(address.area) && address.id !== undefined && address.id !== before.id)
      showDetails();
  });
};
