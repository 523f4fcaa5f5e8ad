import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

/** The code that is looked at in the codebook. */
export const CodebookInspector = () => {
  const id = useNavigation((navigation) => navigation.address.id);
  const code = useCall('codes.list', {}).data?.find((known) => known.id === id);
  if (code === undefined) return <EmptyState title="No code chosen" />;
  return <h2>{code.name}</h2>;
};
