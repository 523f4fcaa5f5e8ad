import { isNarrow, onNarrowChange } from './narrow.ts';
import { useNavigation } from './navigation.ts';
import { usePreferences } from './preferences.ts';

/** Keeps the panes as they are wanted, wherever the window goes and however wide it is; call once. */
export const arrangePanes = (): void => {
  const { arrange, showDetails } = usePreferences.getState();
  const again = (): void => arrange(useNavigation.getState().address.area, isNarrow());
  again();
  onNarrowChange(again);
  useNavigation.subscribe(({ address }, { address: before }) => {
    if (address.area !== before.area) again();
    else if (address.area !== 'coding' && address.id !== undefined && address.id !== before.id)
      showDetails();
  });
};
