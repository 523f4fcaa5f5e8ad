import { useEffect, useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TabbedArea } from '#renderer/ui/tabbed-area.tsx';
import { AllMemos } from './all-memos.tsx';
import { Journal } from './journal.tsx';
import { newEntry } from './memo-actions.ts';
import { memoCommands } from './memo-commands.ts';
import { type MemosView, useMemosState } from './memos-state.ts';

const tabs = [
  { id: 'journal', name: 'Journal', content: <Journal /> },
  { id: 'all', name: 'All memos', content: <AllMemos /> },
];

/** A memo that is not of the journal is shown among all memos, wherever somebody came from. */
const useViewOf = (targetKind: string | undefined): void => {
  useEffect(() => {
    if (targetKind !== undefined && targetKind !== 'project')
      useMemosState.setState({ view: 'all' });
  }, [targetKind]);
};

/** The reflexive journal, and every memo of the project. */
export const Memos = () => {
  const view = useMemosState((state) => state.view);
  const id = useNavigation(({ address }) => (address.area === 'memos' ? address.id : undefined));
  const memo = useCall('memos.get', { id: id ?? '' }, { enabled: id !== undefined }).data ?? null;
  useViewOf(id === undefined ? undefined : memo?.targetKind);
  useCommands(useMemo(() => memoCommands(memo), [memo]));
  return (
    <TabbedArea
      title="Memos"
      action={
        <Button kind="primary" onPress={() => void newEntry()}>
          New entry
        </Button>
      }
      tabs={tabs}
      selected={view}
      onSelect={(next) => useMemosState.setState({ view: next as MemosView })}
    />
  );
};
