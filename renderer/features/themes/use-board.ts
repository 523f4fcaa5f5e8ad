import { useMemo } from 'react';
import { keyOf, queryClient, useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';
import type { Theme, ThemeCode } from '#shared/model/theme.ts';
import { type ThemeBoard, themeBoard } from './theme-board.ts';
import { useThemesState } from './themes-state.ts';

const none: readonly never[] = [];

interface BoardReading {
  /** Absent while it is being read. */
  readonly board: ThemeBoard | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads the board, and keeps it current. */
export const useBoard = (): BoardReading => {
  const themes = useCall('themes.list', {});
  const themeCodes = useCall('themes.codes', {});
  const codes = useCall('codes.list', {});
  const use = useCall('codes.use', {});
  const board = useMemo(
    () =>
      themes.data === undefined || themeCodes.data === undefined || codes.data === undefined
        ? undefined
        : themeBoard({
            themes: themes.data,
            themeCodes: themeCodes.data,
            codes: codes.data,
            use: use.data ?? none,
          }),
    [themes.data, themeCodes.data, codes.data, use.data],
  );
  const readings = [themes, themeCodes, codes, use];
  return {
    board,
    error: readings.find((reading) => reading.isError)?.error ?? null,
    retry: () => {
      for (const reading of readings) if (reading.isError) void reading.refetch();
    },
  };
};

const read = <T>(method: 'themes.list' | 'themes.codes' | 'codes.list' | 'codes.use') =>
  queryClient.getQueryData<readonly T[]>(keyOf(method, {})) ?? none;

/** All themes as they are known now. */
export const currentThemes = (): readonly Theme[] => read<Theme>('themes.list');

/** All codes as they are known now. */
export const currentCodes = (): readonly Code[] => read<Code>('codes.list');

/** The board as it is known now. */
export const currentBoard = (): ThemeBoard =>
  themeBoard({
    themes: currentThemes(),
    themeCodes: read<ThemeCode>('themes.codes'),
    codes: currentCodes(),
    use: read<CodeUse>('codes.use'),
  });

/** The theme that commands are about: the one with the focus, else the one looked at. */
export const useCurrentTheme = (board: ThemeBoard | undefined): Theme | undefined => {
  const at = useThemesState((state) => state.at);
  const shown = useNavigation(({ address }) => address.id);
  return (board?.byId.get(at ?? '') ?? board?.byId.get(shown ?? ''))?.theme;
};

/** The same, as it is known now. */
export const currentTheme = (): Theme | undefined => {
  const { area, id } = useNavigation.getState().address;
  const { at } = useThemesState.getState();
  if (area !== 'themes') return undefined;
  const themes = currentThemes();
  return themes.find((theme) => theme.id === at) ?? themes.find((theme) => theme.id === id);
};
