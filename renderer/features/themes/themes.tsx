import { Columns3, LayoutGrid } from 'lucide-react';
import { type KeyboardEvent, useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { runCommand, useCommands } from '#renderer/commands/registry.ts';
import { useReadingKeys } from '#renderer/features/coding/transcript/use-reading-keys.ts';
import { ReviewTheme } from '#renderer/features/theme-review/review-theme.tsx';
import { ThemesViewSwitch } from '#renderer/features/themes-map/view-switch.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import switchStyles from '#renderer/ui/view-switch.module.css';
import { counted } from '#renderer/ui/words.ts';
import { RetiredThemes } from './retired-themes.tsx';
import { StudyPhases } from './study-phases.tsx';
import type { ThemeBoard, ThemeNode } from './theme-board.ts';
import { NewTheme, ThemeCard } from './theme-card.tsx';
import { themeCommands } from './theme-commands.ts';
import { ThemeDialogs } from './theme-dialogs.tsx';
import styles from './themes.module.css';
import { ThemesHeader } from './themes-header.tsx';
import { useBoardView, useThemesState } from './themes-state.ts';
import { UnplacedCodes } from './unplaced-codes.tsx';
import { useBoard, useCurrentTheme } from './use-board.ts';
import { useReveal } from './use-reveal.ts';

const views = [
  { id: 'columns', name: 'Columns', icon: Columns3 },
  { id: 'cards', name: 'Cards', icon: LayoutGrid },
] as const;

const ViewSwitch = () => {
  const view = useBoardView((state) => state.view);
  return (
    <ToggleButtonGroup
      className={switchStyles.views ?? ''}
      aria-label="Show themes as"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={([id]) => {
        if (id !== undefined) runCommand(`theme.${id}`);
      }}
    >
      {views.map(({ id, name, icon: Icon }) => (
        <WithTooltip key={id} text={`Themes as ${name.toLowerCase()}`}>
          <ToggleButton id={id} className={switchStyles.view ?? ''}>
            <Icon size={14} aria-hidden /> {name}
          </ToggleButton>
        </WithTooltip>
      ))}
    </ToggleButtonGroup>
  );
};

const useThemeCommands = (board: ThemeBoard | undefined): void => {
  const theme = useCurrentTheme(board);
  const code = useThemesState((state) => state.code);
  const hasCodes = (board?.byId.get(theme?.id ?? '')?.codes.length ?? 0) > 0;
  const themes = board?.byId.size ?? 0;
  const codes = (board?.placed.length ?? 0) + (board?.unplaced.length ?? 0);
  // The board is named, since whether a theme can move depends on where the others stand.
  const commands = useMemo(
    () => themeCommands({ theme, code, hasCodes, themes, codes }),
    // oxlint-disable-next-line react/exhaustive-deps
    [theme, code, hasCodes, themes, codes, board],
  );
  useCommands(commands);
};

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea');

/** The keys of the board; across the columns the other two arrows mean the same. */
const useBoardKeys = (): ((event: KeyboardEvent) => void) => {
  const handle = useReadingKeys();
  return (event) => {
    // Menus and dialogs of the board stand outside it; their keys are their own.
    const isInside = event.currentTarget.contains(event.target as Node);
    if (!isInside || isTyping(event.target)) return;
    const step = { ArrowLeft: 'theme.move-earlier', ArrowRight: 'theme.move-later' }[event.key];
    const isStep = event.altKey && event.key.startsWith('Arrow');
    if (isStep && step !== undefined) {
      runCommand(step);
      event.preventDefault();
    } else handle(event);
    // Else the window would take a step back, or the list would move its focus.
    if (isStep || event.isDefaultPrevented()) event.stopPropagation();
  };
};

const subthemesIn = (nodes: readonly ThemeNode[]): number =>
  nodes.reduce((sum, { subthemes }) => sum + subthemes.length + subthemesIn(subthemes), 0);

const newTheme = (): void => runCommand('theme.new');

const Board = ({ board }: { readonly board: ThemeBoard }) => {
  const view = useBoardView((state) => state.view);
  const isNaming = useThemesState((state) => state.naming?.parentId === null);
  const isEmpty = board.themes.length === 0 && !isNaming;
  return (
    <div className={styles.body}>
      <UnplacedCodes board={board} />
      <div className={styles.board} data-board data-view={view}>
        {isEmpty ? (
          <EmptyState
            title="Themes are built here from codes"
            action={
              <Button kind="primary" onPress={newTheme}>
                New theme
              </Button>
            }
          >
            A theme is a pattern that several codes share, with one idea at its centre. For example
            ‘Believed before helped’, from the codes about being doubted.
          </EmptyState>
        ) : (
          <>
            {board.themes.map((node) => (
              <ThemeCard key={node.theme.id} node={node} level={0} view={view} />
            ))}
            {isNaming ? <NewTheme parentId={null} /> : null}
          </>
        )}
      </div>
    </div>
  );
};

const summaryOf = (board: ThemeBoard): string => {
  const codes = board.placed.length + board.unplaced.length;
  const subthemes = subthemesIn(board.themes);
  const parts = [
    counted(board.themes.length, 'theme'),
    subthemes === 0 ? '' : counted(subthemes, 'subtheme'),
    codes === 0
      ? ''
      : `${board.placed.length.toLocaleString()} of ${counted(codes, 'code')} placed`,
  ];
  return parts.filter((part) => part !== '').join(', ');
};

const Shown = ({ board }: { readonly board: ThemeBoard }) => (
  <>
    <ThemesHeader summary={summaryOf(board)}>
      <ThemesViewSwitch />
      <ViewSwitch />
      <Button
        kind={board.themes.length === 0 ? 'plain' : 'primary'}
        data-new-theme
        onPress={newTheme}
      >
        New theme
      </Button>
    </ThemesHeader>
    <StudyPhases board={board} />
    <Board board={board} />
    <RetiredThemes themes={board.retired} />
    <ThemeDialogs board={board} />
  </>
);

/** The themes of the project: what they are built from, and what is in none of them yet. */
export const Themes = () => {
  const { board, error, retry } = useBoard();
  const onKeyDownCapture = useBoardKeys();
  const reviewed = useNavigation(({ address }) =>
    address.at === 'review' ? address.id : undefined,
  );
  useThemeCommands(board);
  useReveal(board);
  const node = board?.byId.get(reviewed ?? '');
  if (board !== undefined && node !== undefined)
    return (
      <>
        <ReviewTheme node={node} />
        <ThemeDialogs board={board} />
      </>
    );
  return (
    <div
      className={styles.themes}
      role="presentation"
      data-themes
      onKeyDownCapture={onKeyDownCapture}
    >
      <div className={styles.frame}>
        {error === null && board !== undefined ? (
          <Shown board={board} />
        ) : (
          <>
            <ThemesHeader />
            {error === null ? (
              <Skeleton lines={14} />
            ) : (
              <ErrorState error={error} onRetry={retry} />
            )}
          </>
        )}
      </div>
    </div>
  );
};
