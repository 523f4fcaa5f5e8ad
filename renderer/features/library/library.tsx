import { useMemo, useRef } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { pickInterviews, readFiles } from '#renderer/features/import/import-actions.ts';
import { ImportScreen } from '#renderer/features/import/import-screen.tsx';
import { useImportState } from '#renderer/features/import/import-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TabbedArea } from '#renderer/ui/tabbed-area.tsx';
import { CasesTab } from './cases-tab.tsx';
import styles from './library.module.css';
import { libraryCommands } from './library-commands.ts';
import { type LibraryTab, useLibraryState } from './library-state.ts';
import { PlacesTab } from './places-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { useCaseShown } from './use-addressed-case.ts';
import { useFileDrop } from './use-file-drop.ts';

const tabs = [
  { id: 'sources', name: 'Sources', content: <SourcesTab /> },
  { id: 'cases', name: 'Cases', content: <CasesTab /> },
  { id: 'groups', name: 'Groups and time points', content: <PlacesTab /> },
];

const Lists = () => {
  const tab = useLibraryState((state) => state.tab);
  const isEmpty = useCall('sources.list', {}).data?.length === 0;
  return (
    <TabbedArea
      title="Library"
      action={
        isEmpty && tab === 'sources' ? null : (
          <Button kind="primary" data-import onPress={() => void pickInterviews()}>
            Import interviews
          </Button>
        )
      }
      tabs={tabs}
      selected={tab}
      onSelect={(id) => useLibraryState.setState({ tab: id as LibraryTab })}
    />
  );
};

/** The sources and cases of the study, and the way in for new ones. */
export const Library = () => {
  const importing = useImportState((state) => state.phase !== 'closed');
  const sources = useCall('sources.list', {}).data;
  const chosen = useLibraryState((state) => state.chosen);
  const frame = useRef<HTMLDivElement>(null);
  const isOver = useFileDrop(frame, readFiles);
  const commands = useMemo(
    () =>
      libraryCommands(
        // Behind the import screen nothing is in sight that could be meant.
        importing ? [] : (sources ?? []).filter((source) => chosen.has(source.id)),
      ),
    [sources, chosen, importing],
  );
  useCommands(commands);
  useCaseShown();
  return (
    <div className={styles.frame} ref={frame} data-over={isOver}>
      {importing ? <ImportScreen /> : <Lists />}
      {isOver ? <p className={styles.drop}>Drop files or a folder to import them</p> : null}
    </div>
  );
};
