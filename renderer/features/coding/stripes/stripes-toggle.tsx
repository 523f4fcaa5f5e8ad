import { SlidersHorizontal } from 'lucide-react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useStripesState } from './stripes-state.ts';

/** Brings the bar with filter and colours out, or puts it away. */
export const StripesToggle = () => {
  const isOpen = useStripesState((state) => state.barOpen);
  return (
    <IconButton
      icon={SlidersHorizontal}
      label="Filter and colours"
      keys="f"
      aria-pressed={isOpen}
      onPress={() => useStripesState.setState({ barOpen: !isOpen })}
    />
  );
};
