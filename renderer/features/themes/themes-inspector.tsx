import { useCall } from '#renderer/client/queries.ts';
import { RichTextView } from '#renderer/editor/rich-text-editor.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

/** The theme that is looked at. */
export const ThemesInspector = () => {
  const id = useNavigation((navigation) => navigation.address.id);
  const theme = useCall('themes.list', {}).data?.find((known) => known.id === id);
  if (theme === undefined) return <EmptyState title="No theme chosen" />;
  return <RichTextView value={theme.narrative} />;
};
