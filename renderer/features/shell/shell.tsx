import { useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { platform } from '#renderer/client/platform.ts';
import { useCall } from '#renderer/client/queries.ts';
import { ApproachDialog } from '#renderer/features/approach/approach-dialog.tsx';
import { areas } from '#renderer/features/areas.ts';
import { BackupsDialog } from '#renderer/features/backups/backups-dialog.tsx';
import { useFailedBackups } from '#renderer/features/backups/use-failed-backups.ts';
import { useReadingView } from '#renderer/features/coding/reading-view.ts';
import { AboveDialog } from '#renderer/features/evidence/above-dialog.tsx';
import { ReaderDialog } from '#renderer/features/reader/reader-dialog.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { CommandPalette } from './command-palette.tsx';
import { Drawer, useClearWords } from './drawer.tsx';
import { KeyboardMap } from './keyboard-map.tsx';
import { Pane } from './pane.tsx';
import { focusMain, rememberFocus } from './panes.ts';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { useGlobalCommands } from './use-global-commands.ts';
import { useNativeMenu } from './use-native-menu.ts';
import { useShortcuts } from './use-shortcuts.ts';

const Panes = () => {
  const area = useNavigation(({ address }) => areas.find((known) => known.id === address.area));
  const { panelOpen, inspectorOpen, narrow } = usePreferences();
  useClearWords();
  const shown = area ?? areas[0];
  const ShownPanel = panelOpen ? shown?.Panel : undefined;
  // Who only reads has no use for the details of codings, and more for the room.
  const isReading = useReadingView((view) => view.mode === 'read') && shown?.id === 'coding';
  const Inspector = inspectorOpen && !isReading ? shown?.Inspector : undefined;
  const panelIds = [ShownPanel && 'panel', 'centre', !narrow && Inspector && 'inspector'].filter(
    (id) => typeof id === 'string',
  );
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `understory-${shown?.id ?? ''}`,
    panelIds,
    storage: localStorage,
  });
  if (shown === undefined) return null;
  const isBelow = shown.detailsBelow ?? false;
  // The details lie over the edge of the panes; where there is room beside them, nothing is covered.
  const isBeside = Inspector !== undefined && narrow && ShownPanel === undefined && !isBelow;
  const drawer =
    Inspector !== undefined && narrow ? (
      <Drawer label={`${shown.name}: details`} isBelow={isBelow}>
        <Inspector />
      </Drawer>
    ) : null;
  return (
    <>
      <Group
        className={`${styles.panes} ${isBeside ? styles.beside : ''}`}
        key={shown.id}
        {...(defaultLayout === undefined ? {} : { defaultLayout })}
        onLayoutChanged={onLayoutChanged}
      >
        {ShownPanel === undefined ? null : (
          <>
            <Panel id="panel" minSize={180} defaultSize={260} maxSize="45">
              <Pane label={`${shown.name}: lists`}>
                <ShownPanel />
              </Pane>
            </Panel>
            <Separator className={styles.separator} />
          </>
        )}
        <Panel id="centre" minSize={320}>
          <div className={styles.column}>
            <Pane label={shown.name} isMain>
              <shown.Centre />
            </Pane>
            {isBelow ? drawer : null}
          </div>
        </Panel>
        {Inspector === undefined || narrow ? null : (
          <>
            <Separator className={styles.separator} />
            <Panel id="inspector" minSize={220} defaultSize={320} maxSize="45">
              <Pane label={`${shown.name}: details`}>
                <Inspector />
              </Pane>
            </Panel>
          </>
        )}
      </Group>
      {isBelow ? null : drawer}
    </>
  );
};

/** The window while a project is open: rail, panel, centre, inspector, status bar. */
export const Shell = () => {
  const { data } = useCall('project.state', {});
  useGlobalCommands();
  useNativeMenu();
  useShortcuts();
  useFailedBackups();
  const title = data?.project?.name ?? '';
  useEffect(() => platform.setTitle(`${title} · Understory`), [title]);
  useEffect(rememberFocus, []);
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={focusMain}>
        Skip to the main pane
      </button>
      <Rail />
      <Panes />
      <StatusBar />
      <CommandPalette />
      <KeyboardMap />
      <BackupsDialog />
      <AboveDialog />
      <ApproachDialog />
      <ReaderDialog />
    </div>
  );
};
