import { useEffect } from 'react';
import { Toaster } from 'sonner';
import { useOpening } from './client/open.ts';
import { useCall } from './client/queries.ts';
import { Reader } from './features/reader/reader.tsx';
import { useReader } from './features/reader/reader-state.ts';
import { Connection } from './features/shell/connection.tsx';
import { Shell } from './features/shell/shell.tsx';
import { StartScreen } from './features/start/start-screen.tsx';
import { useOpenedFromOutside } from './features/start/use-opened-from-outside.ts';
import { useColourScheme } from './state/use-colour-scheme.ts';
import { installCodePalette } from './ui/code-colour.ts';
import { ErrorState } from './ui/error-state.tsx';
import { LiveRegion } from './ui/live-region.tsx';
import { Skeleton } from './ui/skeleton.tsx';

installCodePalette();

const Window = () => {
  const state = useCall('project.state', {});
  const isFilling = useOpening(({ filling }) => filling);
  if (state.isError) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return <Skeleton />;
  const { project } = state.data;
  return project === null || isFilling ? <StartScreen /> : <Shell key={project.id} />;
};

/** The whole window: a project, or the screen to open one. */
export const App = () => {
  const scheme = useColourScheme();
  const isReading = useReader(({ packId }) => packId !== null);
  useOpenedFromOutside();
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme;
  }, [scheme]);
  return (
    <>
      <Connection />
      {isReading ? <Reader /> : <Window />}
      <LiveRegion />
      {isReading ? null : <Toaster theme={scheme} position="bottom-center" closeButton />}
    </>
  );
};
