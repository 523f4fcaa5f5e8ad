import { useCall } from '#renderer/client/queries.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';

/** The themes of the project. */
export const Themes = () => {
  const themes = useCall('themes.list', {});
  if (themes.isError)
    return <ErrorState error={themes.error} onRetry={() => void themes.refetch()} />;
  if (themes.data === undefined) return <Skeleton />;
  return (
    <ul>
      {themes.data.map((theme) => (
        <li key={theme.id}>{theme.name}</li>
      ))}
    </ul>
  );
};
