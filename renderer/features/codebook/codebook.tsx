import { useCall } from '#renderer/client/queries.ts';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';

/** The codebook: all codes. */
export const Codebook = () => {
  const codes = useCall('codes.list', {});
  if (codes.isError) return <ErrorState error={codes.error} onRetry={() => void codes.refetch()} />;
  if (codes.data === undefined) return <Skeleton />;
  return (
    <ul>
      {codes.data.map((code) => (
        <li key={code.id}>
          <CodeChip code={code} />
        </li>
      ))}
    </ul>
  );
};
