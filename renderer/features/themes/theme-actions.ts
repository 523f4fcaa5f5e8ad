import { edit } from '#renderer/client/edit.ts';
import { restedOn } from '#renderer/features/evidence/resting.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { Theme, ThemeStatus } from '#shared/model/theme.ts';
import { siblingsOf } from './theme-board.ts';
import { closeDialog, type Reveal, useThemesState } from './themes-state.ts';
import { currentBoard, currentCodes, currentThemes } from './use-board.ts';

const themeName = (id: string): string =>
  quoted(currentThemes().find((theme) => theme.id === id)?.name ?? '');
const codeName = (id: string): string =>
  quoted(currentCodes().find((code) => code.id === id)?.name ?? '');

const reveal = (what: Reveal): void =>
  useThemesState.setState({
    reveal: what,
    // The focus alone does not choose a code in its list.
    ...(what.kind === 'code' ? { code: { codeId: what.codeId, themeId: what.themeId } } : {}),
  });

/** Looks at a theme: its details stand in the inspector. */
export const lookAtTheme = (id: string): void => {
  const { address, settle } = useNavigation.getState();
  useThemesState.setState({ at: null });
  if (address.area === 'themes' && address.id !== id) settle({ area: 'themes', id });
};

/**
 * Turns to the theme that has the focus. Its details are shown, unless they would come as a drawer
 * over the board, which only a choice brings out.
 */
export const turnToTheme = (id: string): void => {
  const { narrow, inspectorOpen } = usePreferences.getState();
  if (narrow && !inspectorOpen) useThemesState.setState({ at: id });
  else lookAtTheme(id);
};

/** Looks at a theme and puts the focus on it, however deep it is nested. */
export const goToTheme = (id: string): void => {
  useNavigation.getState().go({ area: 'themes', id });
  reveal({ kind: 'theme', id });
};

/** Shows the quotes behind a theme. */
export const showQuotes = (id: string): void => {
  lookAtTheme(id);
  useThemesState.setState({ tab: 'quotes' });
  usePreferences.getState().change({ inspectorOpen: true });
};

/** Goes to the review of a theme: its extracts, whom it reaches, what is uncoded beside it. */
export const reviewTheme = (id: string): void =>
  useNavigation.getState().go({ area: 'themes', id, at: 'review' });

/** Adds a candidate theme; without a name nothing is added. */
export const createTheme = async (name: string, parentId: string | null): Promise<void> => {
  useThemesState.setState({ naming: null });
  if (name.trim() === '') return;
  const theme = await edit(
    'themes.create',
    { name, parentId },
    { announce: `${parentId === null ? 'Theme' : 'Subtheme'} ${quoted(name.trim())} added` },
  );
  if (theme !== null) goToTheme(theme.id);
};

/** Gives a theme another name; an empty or unchanged one changes nothing. */
export const renameTheme = async (theme: Theme, name: string): Promise<void> => {
  useThemesState.setState({ renaming: null });
  if (name.trim() === '' || name.trim() === theme.name) return;
  await edit(
    'themes.update',
    { id: theme.id, name },
    { announce: `Theme renamed to ${quoted(name.trim())}` },
  );
};

/** Where a theme is put: beside another one, or inside it. */
export interface ThemePlace {
  readonly beside: Theme;
  readonly side: 'before' | 'after' | 'inside';
}

/** Puts a theme before, after or inside another one. */
export const placeTheme = async (id: string, { beside, side }: ThemePlace): Promise<void> => {
  if (id === beside.id) return;
  await edit(
    'themes.move',
    side === 'inside'
      ? { id, parentId: beside.id }
      : {
          id,
          parentId: beside.parentId,
          position: side === 'before' ? beside.position : beside.position + 1,
        },
    {
      announce:
        side === 'inside'
          ? `${themeName(id)} is now a subtheme of ${quoted(beside.name)}`
          : `${themeName(id)} moved ${side} ${quoted(beside.name)}`,
    },
  );
  reveal({ kind: 'theme', id });
};

/** The theme that another one changes places with when it moves a step; none at the ends. */
export const neighbour = (theme: Theme, step: 1 | -1): Theme | undefined => {
  const siblings = siblingsOf(currentBoard(), theme);
  const at = siblings.findIndex((node) => node.theme.id === theme.id);
  return at === -1 ? undefined : siblings[at + step]?.theme;
};

/** Moves a theme one place earlier (-1) or later (1) among its siblings. */
export const moveTheme = async (theme: Theme, step: 1 | -1): Promise<void> => {
  const beside = neighbour(theme, step);
  if (beside !== undefined)
    await placeTheme(theme.id, { beside, side: step === 1 ? 'after' : 'before' });
};

/** Takes a subtheme out of its theme, so that it stands on its own. */
export const makeTopTheme = async (theme: Theme): Promise<void> => {
  await edit(
    'themes.move',
    { id: theme.id, parentId: null },
    { announce: `${quoted(theme.name)} is now a theme of its own` },
  );
  reveal({ kind: 'theme', id: theme.id });
};

/** Says how far a theme has come. */
export const setStatus = async (
  theme: Theme,
  status: Exclude<ThemeStatus, 'retired'>,
): Promise<void> => {
  await edit(
    'themes.update',
    { id: theme.id, status, ...(theme.status === 'retired' ? { retiredReason: '' } : {}) },
    { announce: `${quoted(theme.name)} is now ${status}` },
  );
};

/** Puts a theme aside, with the reason; it can be restored. */
export const retireTheme = async (theme: Theme, retiredReason: string): Promise<void> => {
  const next = neighbour(theme, 1) ?? neighbour(theme, -1);
  await edit(
    'themes.update',
    { id: theme.id, status: 'retired', retiredReason: retiredReason.trim() },
    { toast: `Theme ${quoted(theme.name)} retired` },
  );
  if (next !== undefined) reveal({ kind: 'theme', id: next.id });
};

/** Brings a retired theme back as a candidate. */
export const restoreTheme = async (theme: Theme): Promise<void> => {
  await setStatus(theme, 'candidate');
  goToTheme(theme.id);
};

/** Makes themes one with another; their codes, subthemes and memos go to it. */
export const mergeThemes = async (
  going: readonly Theme[],
  into: Theme,
  keepWords: boolean,
): Promise<void> => {
  closeDialog();
  const [only] = going;
  const what =
    going.length === 1 && only !== undefined ? quoted(only.name) : counted(going.length, 'theme');
  const merged = await edit(
    'themes.merge',
    { ids: going.map(({ id }) => id), into: into.id, keepWords },
    { toast: `${what} merged into ${quoted(into.name)}` },
  );
  if (merged !== null) goToTheme(into.id);
};

/** Makes a new theme beside one and gives it some of its codes. */
export const splitTheme = async (
  theme: Theme,
  name: string,
  codeIds: readonly string[],
): Promise<void> => {
  closeDialog();
  const created = await edit(
    'themes.split',
    { id: theme.id, name, codeIds: [...codeIds] },
    {
      toast: `${quoted(name)} split from ${quoted(theme.name)} with ${counted(codeIds.length, 'code')}`,
    },
  );
  if (created !== null) goToTheme(created.id);
};

/** Deletes a theme with its subthemes; the codes stay in the codebook. */
export const deleteTheme = async (theme: Theme): Promise<void> => {
  const nested = currentBoard().byId.get(theme.id)?.subthemes.length ?? 0;
  const next = neighbour(theme, 1) ?? neighbour(theme, -1);
  useThemesState.setState({ missed: theme.id });
  await edit('themes.delete', { id: theme.id }, ({ claims }) => ({
    toast: `Theme ${quoted(theme.name)} deleted${
      nested === 0 ? '' : ` with ${counted(nested, 'subtheme')}`
    }${restedOn(claims, nested === 0 ? 'it' : 'them')}`,
  }));
  if (next === undefined) return;
  lookAtTheme(next.id);
  reveal({ kind: 'theme', id: next.id });
};

/** A code on its way into a theme. */
interface CodePlace {
  readonly codeId: string;
  readonly themeId: string;
  /** As the codes of the theme hold it; absent: behind the last. */
  readonly position?: number;
}

/** Puts a code into a theme; it stays in the others it stands in. */
export const addCode = async (place: CodePlace): Promise<void> => {
  const added = await edit('themes.addCode', place, {
    announce: `${codeName(place.codeId)} added to ${themeName(place.themeId)}`,
  });
  if (added !== null) reveal({ kind: 'code', ...place });
};

/** Moves a code from one theme to another, or to another place in the same one. */
export const moveCode = async (fromThemeId: string, place: CodePlace): Promise<void> => {
  const { codeId, themeId, ...position } = place;
  const moved = await edit(
    'themes.moveCode',
    { codeId, fromThemeId, toThemeId: themeId, ...position },
    {
      announce:
        fromThemeId === themeId
          ? `${codeName(codeId)} moved`
          : `${codeName(codeId)} moved from ${themeName(fromThemeId)} to ${themeName(themeId)}`,
    },
  );
  if (moved !== null) reveal({ kind: 'code', codeId, themeId });
};

/** Moves a code one place up (-1) or down (1) in its theme. */
export const shiftCode = async (codeId: string, themeId: string, step: 1 | -1): Promise<void> => {
  const codes = currentBoard().byId.get(themeId)?.codes ?? [];
  const at = codes.findIndex((code) => code.id === codeId);
  const beside = at === -1 ? undefined : codes[at + step];
  if (beside === undefined) return;
  await moveCode(themeId, {
    codeId,
    themeId,
    position: step === 1 ? beside.position + 1 : beside.position,
  });
};

/** Takes a code out of a theme; it stays in the codebook, and in the other themes. */
export const takeOutCode = async (codeId: string, themeId: string): Promise<void> => {
  const codes = currentBoard().byId.get(themeId)?.codes ?? [];
  const at = codes.findIndex((code) => code.id === codeId);
  const next = codes[at + 1] ?? codes[at - 1];
  // Until it is out, the key that takes it out has nothing to act on.
  useThemesState.setState({ code: null });
  await edit(
    'themes.removeCode',
    { themeId, codeId },
    { toast: `${codeName(codeId)} taken out of ${themeName(themeId)}` },
  );
  reveal(
    next === undefined
      ? { kind: 'theme', id: themeId }
      : { kind: 'code', themeId, codeId: next.id },
  );
};
