import type { Code, CodeUse } from '#shared/model/code.ts';
import type { Theme, ThemeCode } from '#shared/model/theme.ts';

/** A code where it stands: in a theme, or among those that stand in none. */
export interface PlacedCode {
  readonly id: string;
  readonly code: Code;
  readonly codings: number;
  /** Its place among the codes of the theme, as it is stored. */
  readonly position: number;
  /** The names of the other themes it stands in. */
  readonly alsoIn: readonly string[];
}

/** A theme with what stands in it. */
export interface ThemeNode {
  readonly theme: Theme;
  readonly codes: readonly PlacedCode[];
  /** Subthemes that are not retired, in order. */
  readonly subthemes: readonly ThemeNode[];
  /** Codes and quotes of the theme and its subthemes, each counted once. */
  readonly codeCount: number;
  readonly quoteCount: number;
}

/** Everything the themes screen shows. */
export interface ThemeBoard {
  readonly themes: readonly ThemeNode[];
  /** Retired themes, without those that went along with the theme they are nested in. */
  readonly retired: readonly ThemeNode[];
  /** Codes in no theme, or in retired ones only, in the order of the codebook. */
  readonly unplaced: readonly PlacedCode[];
  /** Codes that stand in a theme, with the names of their themes. */
  readonly placed: readonly PlacedCode[];
  readonly byId: ReadonlyMap<string, ThemeNode>;
}

/** The records a board is made of. */
interface BoardRecords {
  readonly themes: readonly Theme[];
  readonly themeCodes: readonly ThemeCode[];
  readonly codes: readonly Code[];
  readonly use: readonly CodeUse[];
}

/** The themes that are retired, and those nested in them. */
const retiredIds = (themes: readonly Theme[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  // Parents come first, so one pass reaches every level.
  for (const { id, parentId, status } of themes)
    if (status === 'retired' || (parentId !== null && ids.has(parentId))) ids.add(id);
  return ids;
};

const group = <T>(items: readonly T[], key: (item: T) => string | null) => Map.groupBy(items, key);

/** Makes the board of the records: themes with their codes, subthemes and counts, and the rest. */
export const themeBoard = ({ themes, themeCodes, codes, use }: BoardRecords): ThemeBoard => {
  const retired = retiredIds(themes);
  const names = new Map(themes.map((theme) => [theme.id, theme.name]));
  const codeById = new Map(codes.map((code) => [code.id, code]));
  const codings = new Map(use.map((entry) => [entry.codeId, entry.codings]));
  const placesByCode = group(themeCodes, (place) => place.codeId);
  const placesByTheme = group(themeCodes, (place) => place.themeId);
  const childrenOf = group(themes, (theme) => theme.parentId);
  const byId = new Map<string, ThemeNode>();

  const placedCode = (code: Code, place?: ThemeCode): PlacedCode => ({
    id: code.id,
    code,
    codings: codings.get(code.id) ?? 0,
    position: place?.position ?? 0,
    alsoIn: (placesByCode.get(code.id) ?? [])
      .filter(({ themeId }) => themeId !== place?.themeId && !retired.has(themeId))
      .flatMap(({ themeId }) => names.get(themeId) ?? []),
  });

  const build = (theme: Theme): { readonly node: ThemeNode; readonly ids: ReadonlySet<string> } => {
    const own = (placesByTheme.get(theme.id) ?? []).flatMap((place) => {
      const code = codeById.get(place.codeId);
      return code === undefined ? [] : [placedCode(code, place)];
    });
    const inside = (childrenOf.get(theme.id) ?? []).map(build);
    const ids = new Set([...own.map(({ id }) => id), ...inside.flatMap((child) => [...child.ids])]);
    const node: ThemeNode = {
      theme,
      codes: own,
      subthemes: inside
        .map((child) => child.node)
        .filter((child) => retired.has(theme.id) || child.theme.status !== 'retired'),
      codeCount: ids.size,
      quoteCount: [...ids].reduce((sum, id) => sum + (codings.get(id) ?? 0), 0),
    };
    byId.set(theme.id, node);
    return { node, ids };
  };

  const roots = (childrenOf.get(null) ?? []).map((theme) => build(theme).node);
  const isPlaced = (code: Code): boolean =>
    (placesByCode.get(code.id) ?? []).some(({ themeId }) => !retired.has(themeId));
  return {
    themes: roots.filter(({ theme }) => theme.status !== 'retired'),
    retired: themes
      .filter(
        ({ status, parentId }) =>
          status === 'retired' && (parentId === null || !retired.has(parentId)),
      )
      .flatMap(({ id }) => byId.get(id) ?? []),
    unplaced: codes.filter((code) => !isPlaced(code)).map((code) => placedCode(code)),
    placed: codes.filter(isPlaced).map((code) => placedCode(code)),
    byId,
  };
};

/** The siblings of a theme on the board, itself among them, in order. */
export const siblingsOf = (board: ThemeBoard, { parentId }: Theme): readonly ThemeNode[] =>
  parentId === null ? board.themes : (board.byId.get(parentId)?.subthemes ?? []);

/** A theme and everything nested in it, as ids. */
export const withSubthemes = (themes: readonly Theme[], id: string): ReadonlySet<string> => {
  const ids = new Set([id]);
  for (const theme of themes)
    if (theme.parentId !== null && ids.has(theme.parentId)) ids.add(theme.id);
  return ids;
};

const isSameRecord = <T extends object>(one: T, other: T): boolean =>
  one === other || (Object.keys(one) as (keyof T)[]).every((field) => one[field] === other[field]);

const isSamePlace = (one: PlacedCode, other: PlacedCode): boolean =>
  one.id === other.id &&
  one.codings === other.codings &&
  one.position === other.position &&
  one.alsoIn.length === other.alsoIn.length &&
  one.alsoIn.every((name, index) => name === other.alsoIn[index]) &&
  isSameRecord(one.code, other.code);

/** Whether two themes look and hold the same, whichever board they are of. */
export const isSameNode = (one: ThemeNode, other: ThemeNode): boolean =>
  one.codeCount === other.codeCount &&
  one.quoteCount === other.quoteCount &&
  isSameRecord(one.theme, other.theme) &&
  one.codes.length === other.codes.length &&
  one.codes.every((code, index) => {
    const beside = other.codes[index];
    return beside !== undefined && isSamePlace(code, beside);
  }) &&
  one.subthemes.length === other.subthemes.length &&
  one.subthemes.every((theme, index) => {
    const beside = other.subthemes[index];
    return beside !== undefined && isSameNode(theme, beside);
  });
