import { Suspense, useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { platform } from '#renderer/client/platform.ts';
import { useCall } from '#renderer/client/queries.ts';
import { areas } from '#renderer/features/areas.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { ErrorBoundary } from '#renderer/ui/error-boundary.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { CommandPalette } from './command-palette.tsx';
import { KeyboardMap } from './keyboard-map.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { useGlobalCommands } from './use-global-commands.ts';
import { useNarrow } from './use-narrow.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The window while a project is open: rail, panel, centre, inspector, status bar. */
export const Shell = () => {
  const area = useNavigation(({ address }) => areas.find((known) => known.id === address.area));
  const { panelOpen, inspectorOpen } = usePreferences();
  const narrow = useNarrow();
  const { data } = useCall('project.state', {});
  useGlobalCommands();
  useShortcuts();
  const title = data?.project?.name ?? 'Understory';
  useEffect(() => platform.setTitle(`${title} · Understory`), [title]);
  const shown = area ?? areas[0];
  const ShownPanel = panelOpen ? shown?.Panel : undefined;
  const Inspector = inspectorOpen ? shown?.Inspector : undefined;
  const panelIds = [ShownPanel && 'panel', 'centre', !narrow && Inspector && 'inspector'].filter(
    (id) => typeof id === 'string',
  );
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `understory-${shown?.id ?? ''}`,
    panelIds,
    storage: localStorage,
  });
  if (shown === undefined) return null;
  return (
    <div className={styles.shell}>
      <Rail />
      <Group
        className={styles.panes}
        key={`${shown.id} ${panelIds.join(' ')}`}
        {...(defaultLayout === undefined ? {} : { defaultLayout })}
        onLayoutChanged={onLayoutChanged}
      >
        {ShownPanel === undefined ? null : (
          <>
            <Panel id="panel" minSize={180} defaultSize={260} maxSize="45">
              <aside className={styles.pane} aria-label={`${shown.name}: lists`} data-pane>
                <ErrorBoundary>
                  <Suspense fallback={<Skeleton />}>
                    <ShownPanel />
                  </Suspense>
                </ErrorBoundary>
              </aside>
            </Panel>
            <Separator className={styles.separator} />
          </>
        )}
        <Panel id="centre" minSize={320}>
          <main className={styles.centre} aria-label={shown.name} data-pane>
            <ErrorBoundary>
              <Suspense fallback={<Skeleton />}>
                <shown.Centre />
              </Suspense>
            </ErrorBoundary>
          </main>
        </Panel>
        {Inspector === undefined || narrow ? null : (
          <>
            <Separator className={styles.separator} />
            <Panel id="inspector" minSize={220} defaultSize={320} maxSize="45">
              <aside className={styles.pane} aria-label={`${shown.name}: details`} data-pane>
                <ErrorBoundary>
                  <Suspense fallback={<Skeleton />}>
                    <Inspector />
                  </Suspense>
                </ErrorBoundary>
              </aside>
            </Panel>
          </>
        )}
      </Group>
      {Inspector !== undefined && narrow ? (
        <aside className={styles.drawer} aria-label={`${shown.name}: details`} data-pane>
          <Suspense fallback={<Skeleton />}>
            <Inspector />
          </Suspense>
        </aside>
      ) : null}
      <StatusBar />
      <CommandPalette />
      <KeyboardMap />
    </div>
  );
};
