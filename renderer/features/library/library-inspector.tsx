import { useCall } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { CaseDetails } from './case-details.tsx';
import { useLibraryState } from './library-state.ts';
import { SeveralSources } from './several-sources.tsx';
import { SourceDetails } from './source-details.tsx';

/** The source that is chosen in the library, or what several have in common. */
export const LibraryInspector = () => {
  const chosen = useLibraryState((state) => state.chosen);
  const tab = useLibraryState((state) => state.tab);
  const sources = useCall('sources.list', {}).data;
  if (tab === 'cases') return <CaseDetails />;
  if (sources === undefined) return <Skeleton />;
  const shown = sources.filter((source) => chosen.has(source.id));
  const [source] = shown;
  if (tab === 'groups')
    return (
      <EmptyState title="Groups and time points">
        They say who speaks in a source, and when. Set them for a source in the list of sources, or
        for many at once when you import.
      </EmptyState>
    );
  if (shown.length > 1) return <SeveralSources sources={shown} />;
  if (source !== undefined) return <SourceDetails key={source.id} source={source} />;
  return (
    <EmptyState title="No source chosen">
      Choose a source to see who speaks in it and where it belongs, or several to set it for all of
      them.
    </EmptyState>
  );
};
