import { type SaveState, useSaveState } from '#renderer/client/autosave.ts';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { ThemeAbout } from './theme-about.tsx';
import type { ThemeNode } from './theme-board.ts';
import { ThemeMemos } from './theme-memos.tsx';
import { ThemeQuotes } from './theme-quotes.tsx';
import styles from './themes-inspector.module.css';
import { useThemesState } from './themes-state.ts';
import { useBoard } from './use-board.ts';

const states: Readonly<Record<SaveState, string>> = {
  saved: 'Saved',
  saving: 'Saving',
  failed: 'Not saved',
};

/** Says where the typed words are; only what has arrived on disk, or has not, is spoken. */
const Saved = ({ themeId }: { readonly themeId: string }) => {
  const state = useSaveState(`${themeId}/`);
  return (
    <p className={styles.saved} data-state={state}>
      <span aria-hidden>{states[state]}</span>
      <span className="visually-hidden" role="status">
        {state === 'saving' ? '' : states[state]}
      </span>
    </p>
  );
};

const isTab = (id: string): id is 'about' | 'quotes' | 'memos' =>
  id === 'about' || id === 'quotes' || id === 'memos';

const Details = ({ node, above }: { readonly node: ThemeNode; readonly above: string | null }) => {
  const { theme, quoteCount } = node;
  const tab = useThemesState((state) => state.tab);
  const memos = useCall('memos.list', { targetKind: 'theme', targetId: theme.id }).data;
  return (
    <div className={styles.details}>
      <header className={styles.head}>
        <div className={styles.names}>
          {above === null ? null : <p className={styles.quiet}>{above}</p>}
          <h2 className={styles.name}>{theme.name}</h2>
        </div>
        <Saved themeId={theme.id} />
      </header>
      <Tabs
        label="Theme"
        selected={tab}
        onSelect={(id) => {
          if (isTab(id)) useThemesState.setState({ tab: id });
        }}
        tabs={[
          { id: 'about', name: 'About', content: <ThemeAbout node={node} /> },
          {
            id: 'quotes',
            name: `Quotes ${quoteCount.toLocaleString()}`,
            content: <ThemeQuotes themeId={theme.id} />,
          },
          {
            id: 'memos',
            name: memos === undefined ? 'Memos' : `Memos ${memos.length.toLocaleString()}`,
            content: <ThemeMemos themeId={theme.id} />,
          },
        ]}
      />
    </div>
  );
};

/** The theme that is looked at: what it is about, the quotes behind it, the memos on it. */
export const ThemesInspector = () => {
  const id = useNavigation((navigation) => navigation.address.id);
  const { board, error, retry } = useBoard();
  if (error !== null) return <ErrorState error={error} onRetry={retry} />;
  if (board === undefined) return <Skeleton />;
  const node = id === undefined ? undefined : board.byId.get(id);
  if (node !== undefined) {
    const { parentId } = node.theme;
    const above = parentId === null ? null : (board.byId.get(parentId)?.theme.name ?? null);
    return <Details key={node.theme.id} node={node} above={above} />;
  }
  if (id !== undefined)
    return (
      <EmptyState title="This theme is no longer in the project">
        It was deleted, or its making was undone. Undo may bring it back.
      </EmptyState>
    );
  return (
    <EmptyState title="No theme chosen">
      Choose a theme to write what it is about, and to see the quotes behind it.
    </EmptyState>
  );
};
