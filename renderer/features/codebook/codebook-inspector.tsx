import { useDeferredValue, useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { CodeDetails } from './code-details.tsx';
import { useCodebookState } from './codebook-state.ts';
import { SeveralCodes } from './several-codes.tsx';

/** The code that is chosen in the codebook, or what several amount to. */
export const CodebookInspector = () => {
  // The details take longer to draw than the next row takes to choose, so they follow behind.
  const chosen = useDeferredValue(useCodebookState((state) => state.chosen));
  const address = useNavigation((navigation) => navigation.address);
  const codes = useCall('codes.list', {}).data;
  const use = useCall('codes.use', {}).data;
  const uses = useMemo(() => new Map(use?.map((entry) => [entry.codeId, entry])), [use]);
  if (codes === undefined || use === undefined) return <Skeleton />;
  const shown = codes.filter((code) => chosen.has(code.id));
  const [code] = shown;
  if (shown.length > 1) return <SeveralCodes codes={shown} uses={uses} />;
  if (code !== undefined)
    return (
      <CodeDetails
        key={code.id}
        code={code}
        use={uses.get(code.id) ?? { codeId: code.id, codings: 0, sources: 0 }}
      />
    );
  if (chosen.size > 0) return <Skeleton />;
  if (address.id !== undefined)
    return (
      <EmptyState title="This code is no longer in the project">
        It was deleted or merged, or its making was undone. Undo may bring it back.
      </EmptyState>
    );
  return (
    <EmptyState title="No code chosen">
      Choose a code to read and write its definition and to see its quotes.
    </EmptyState>
  );
};
