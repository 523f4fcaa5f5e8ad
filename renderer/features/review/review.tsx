import { useCommands } from '#renderer/commands/registry.ts';
import { TabbedArea } from '#renderer/ui/tabbed-area.tsx';
import { LogTab } from './log-tab.tsx';
import { PacksTab } from './packs-tab.tsx';
import { RepliesDialogs } from './replies-dialogs.tsx';
import { RepliesTab } from './replies-tab.tsx';
import { replyCommands } from './reply-commands.ts';
import { useReviewState } from './review-state.ts';

/** The tabs of the area, one file each. */
const tabs = [
  { id: 'packs', name: 'Packs', content: <PacksTab /> },
  { id: 'replies', name: 'Replies', content: <RepliesTab /> },
  { id: 'log', name: 'Log', content: <LogTab /> },
];

/** What people outside the team are asked about the themes, and what they answer. */
export const Review = () => {
  const tab = useReviewState((state) => state.tab);
  useCommands(replyCommands);
  return (
    <>
      <TabbedArea
        title="Review"
        tabs={tabs}
        selected={tab}
        onSelect={(next) => useReviewState.setState({ tab: next })}
      />
      <RepliesDialogs />
    </>
  );
};
