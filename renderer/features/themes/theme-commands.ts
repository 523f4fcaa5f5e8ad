import type { Command } from '#renderer/commands/registry.ts';
import { aboveCommand } from '#renderer/features/evidence/evidence-commands.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Theme } from '#shared/model/theme.ts';
import {
  deleteTheme,
  makeTopTheme,
  moveTheme,
  neighbour,
  restoreTheme,
  reviewTheme,
  setStatus,
  shiftCode,
  showQuotes,
  takeOutCode,
} from './theme-actions.ts';
import { type ChosenCode, type ThemeDialog, useBoardView, useThemesState } from './themes-state.ts';
import { currentTheme } from './use-board.ts';

/** What the commands depend on, so that menus show what can be done now. */
export interface Choice {
  readonly theme: Theme | undefined;
  readonly code: ChosenCode | null;
  /** Whether codes stand in the theme itself. */
  readonly hasCodes: boolean;
  /** How many themes and codes there are in all. */
  readonly themes: number;
  readonly codes: number;
}

const open = (dialog: ThemeDialog): void => useThemesState.setState({ dialog });

/** Does something with the theme that is looked at. */
const withTheme =
  (act: (theme: Theme) => void | Promise<void>): (() => void | Promise<void>) =>
  () => {
    const theme = currentTheme();
    return theme === undefined ? undefined : act(theme);
  };

/** Puts the focus into the filter above the unplaced codes. */
const focusFilter = (): void =>
  document.querySelector<HTMLElement>('[data-unplaced] input')?.focus();

const setView = (view: 'columns' | 'cards'): void => {
  useBoardView.setState({ view });
  announce(`Themes are shown as ${view}`);
};

const menu = 'Theme' as const;
/** Keys that work while the focus is on the board. */
const onBoard = { menu, scope: 'reading' } as const;

const themeCommandsFor = ({ theme, themes, codes, hasCodes }: Choice): readonly Command[] => {
  const isRetired = theme?.status === 'retired';
  const some = (): boolean => theme !== undefined;
  const inUse = (): boolean => theme !== undefined && !isRetired;
  return [
    {
      id: 'theme.new',
      label: 'New theme',
      ...onBoard,
      keys: '$mod+Enter',
      run: () => useThemesState.setState({ naming: { parentId: null } }),
    },
    {
      id: 'theme.new-subtheme',
      label: 'New subtheme',
      ...onBoard,
      keys: '$mod+Shift+Enter',
      enabled: inUse,
      run: withTheme(({ id }) => useThemesState.setState({ naming: { parentId: id } })),
    },
    {
      id: 'theme.rename',
      label: 'Rename theme',
      ...onBoard,
      keys: 'F2',
      enabled: inUse,
      run: withTheme(({ id }) => useThemesState.setState({ renaming: id })),
    },
    {
      id: 'theme.add-codes',
      label: 'Add a code to this theme',
      menu,
      enabled: () => inUse() && codes > 0,
      run: withTheme(({ id }) => open({ kind: 'add-codes', themeId: id })),
    },
    {
      id: 'theme.quotes',
      label: 'Show quotes of theme',
      menu,
      enabled: some,
      run: withTheme(({ id }) => showQuotes(id)),
    },
    {
      id: 'theme.review',
      label: 'Review theme',
      ...onBoard,
      keys: 'Alt+Enter',
      enabled: some,
      run: withTheme(({ id }) => reviewTheme(id)),
    },
    {
      id: 'theme.merge',
      label: 'Merge themes',
      ...onBoard,
      keys: '$mod+Shift+m',
      enabled: () => inUse() && themes > 1,
      run: withTheme(({ id }) => open({ kind: 'merge', themeId: id })),
    },
    {
      id: 'theme.split',
      label: 'Split theme',
      ...onBoard,
      keys: '$mod+Shift+s',
      enabled: () => inUse() && hasCodes,
      run: withTheme(({ id }) => open({ kind: 'split', themeId: id })),
    },
    {
      id: 'theme.make-subtheme',
      label: 'Make subtheme of',
      menu,
      enabled: () => inUse() && themes > 1,
      run: withTheme(({ id }) => open({ kind: 'make-subtheme', themeId: id })),
    },
    {
      id: 'theme.make-top',
      label: 'Make a theme of its own',
      menu,
      enabled: () => inUse() && theme?.parentId !== null,
      run: withTheme(makeTopTheme),
    },
    ...(['candidate', 'reviewed', 'named'] as const).map(
      (status): Command => ({
        id: `theme.status-${status}`,
        label: `Mark theme as ${status}`,
        menu,
        enabled: () => inUse() && theme?.status !== status,
        run: withTheme((now) => setStatus(now, status)),
      }),
    ),
    {
      id: 'theme.retire',
      label: 'Retire theme',
      ...onBoard,
      keys: 'Shift+Delete',
      enabled: inUse,
      run: withTheme(({ id }) => open({ kind: 'retire', themeId: id })),
    },
    {
      id: 'theme.restore',
      label: 'Restore theme',
      menu,
      enabled: () => isRetired,
      run: withTheme(restoreTheme),
    },
    { id: 'theme.delete', label: 'Delete theme', menu, enabled: some, run: withTheme(deleteTheme) },
  ];
};

const codeCommandsFor = ({ code, themes }: Choice): readonly Command[] => {
  const inTheme = (): boolean => code !== null && code.themeId !== null;
  return [
    {
      id: 'theme.add-code',
      label: 'Add code to theme',
      menu,
      enabled: () => code !== null && themes > (inTheme() ? 1 : 0),
      run: () => {
        if (code !== null) open({ kind: 'add-code-to', codeId: code.codeId });
      },
    },
    {
      id: 'theme.move-code',
      label: 'Move code to theme',
      menu,
      enabled: () => inTheme() && themes > 1,
      run: () => {
        if (code !== null && code.themeId !== null)
          open({ kind: 'move-code-to', codeId: code.codeId, fromThemeId: code.themeId });
      },
    },
    {
      id: 'theme.take-out-code',
      label: 'Take code out of theme',
      ...onBoard,
      keys: 'Delete',
      enabled: inTheme,
      run: () => {
        if (code !== null && code.themeId !== null) void takeOutCode(code.codeId, code.themeId);
      },
    },
  ];
};

/** The same keys move what has the focus: a code in its theme, or else a theme among its siblings. */
const moveCommandsFor = ({ theme, code }: Choice): readonly Command[] =>
  ([-1, 1] as const).map((step) => {
    const keys = step === -1 ? 'Alt+ArrowUp' : 'Alt+ArrowDown';
    if (code !== null && code.themeId !== null) {
      const { codeId, themeId } = code;
      return {
        id: `theme.move-code-${step === -1 ? 'up' : 'down'}`,
        label: `Move code ${step === -1 ? 'up' : 'down'}`,
        ...onBoard,
        keys,
        run: () => shiftCode(codeId, themeId, step),
      };
    }
    return {
      id: `theme.move-${step === -1 ? 'earlier' : 'later'}`,
      label: `Move theme ${step === -1 ? 'earlier' : 'later'}`,
      ...onBoard,
      keys,
      enabled: () => theme !== undefined && neighbour(theme, step) !== undefined,
      run: withTheme((now) => moveTheme(now, step)),
    };
  });

/** What can be done with themes and with the codes in them. */
export const themeCommands = (choice: Choice): readonly Command[] => [
  aboveCommand(() => {
    if (choice.code !== null) return { kind: 'code', id: choice.code.codeId };
    return choice.theme === undefined ? null : { kind: 'theme', id: choice.theme.id };
  }),
  ...themeCommandsFor(choice),
  ...moveCommandsFor(choice),
  ...codeCommandsFor(choice),
  {
    id: 'theme.filter',
    label: 'Search unplaced codes',
    menu,
    enabled: () => choice.codes > 0,
    run: focusFilter,
  },
  { id: 'theme.columns', label: 'Themes as columns', menu, run: () => setView('columns') },
  { id: 'theme.cards', label: 'Themes as cards', menu, run: () => setView('cards') },
];
