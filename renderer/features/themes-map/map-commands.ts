import { useMemo } from 'react';
import { type Command, useCommands } from '#renderer/commands/registry.ts';
import { aboveCommand } from '#renderer/features/evidence/evidence-commands.ts';
import { reviewTheme } from '#renderer/features/themes/theme-actions.ts';
import { changeRelation, deleteRelation, layOutAgain, showCodes, showView } from './map-actions.ts';
import {
  type MapItem,
  showDialog,
  type ThemesView,
  themesViews,
  useMapState,
  useThemesView,
} from './map-state.ts';
import { fitAll, zoomBy } from './map-view.ts';
import type { ShownMap } from './use-map.ts';

const menu = 'Theme' as const;
/** Keys that work while the focus is on the map or its outline. */
const onMap = { menu, scope: 'reading' } as const;

const viewLabels: Readonly<Record<ThemesView, string>> = {
  board: 'Themes as board',
  map: 'Themes as map',
  outline: 'Themes as outline',
};

const viewCommands: readonly Command[] = themesViews.map((view) => ({
  id: `themes.show-${view}`,
  label: viewLabels[view],
  menu,
  run: () => showView(view),
}));

/** Offers the views of the themes. */
export const useViewCommands = (): void => useCommands(viewCommands);

const relationCommands = (active: MapItem | null, canRelate: boolean): readonly Command[] => {
  const relationId = active?.kind === 'relation' ? active.id : null;
  const isRelation = (): boolean => relationId !== null;
  const withRelation = (act: (id: string) => void | Promise<void>) => () =>
    relationId === null ? undefined : act(relationId);
  return [
    {
      id: 'map.relate',
      label: 'Add relation',
      ...onMap,
      keys: 'r',
      enabled: () => canRelate,
      run: () =>
        showDialog(
          active === null || active.kind === 'relation'
            ? { kind: 'from' }
            : { kind: 'to', from: active },
        ),
    },
    {
      id: 'map.edit-relation',
      label: 'Change words of relation',
      ...onMap,
      keys: 'F2',
      enabled: isRelation,
      run: withRelation((id) => showDialog({ kind: 'edit', relationId: id })),
    },
    {
      id: 'map.reverse-relation',
      label: 'Turn relation round',
      menu,
      enabled: isRelation,
      run: withRelation((id) => changeRelation(id, { reverse: true })),
    },
    {
      id: 'map.delete-relation',
      label: 'Remove relation',
      ...onMap,
      keys: 'Delete',
      enabled: isRelation,
      run: withRelation(deleteRelation),
    },
  ];
};

/** What can be asked of a theme or code, as on the board. */
const endCommands = (active: MapItem | null): readonly Command[] => [
  aboveCommand(() =>
    active === null || active.kind === 'relation' ? null : { kind: active.kind, id: active.id },
  ),
  {
    id: 'theme.review',
    label: 'Review theme',
    ...onMap,
    keys: 'Alt+Enter',
    enabled: () => active?.kind === 'theme',
    run: () => {
      if (active?.kind === 'theme') reviewTheme(active.id);
    },
  },
];

const canvasCommands = (shown: ShownMap): readonly Command[] => [
  { id: 'map.zoom-in', label: 'Zoom in on the map', ...onMap, keys: '=', run: () => zoomBy(1.25) },
  { id: 'map.zoom-out', label: 'Zoom out of the map', ...onMap, keys: '-', run: () => zoomBy(0.8) },
  { id: 'map.fit', label: 'Show the whole map', ...onMap, keys: '0', run: () => fitAll(shown) },
];

/** Offers what can be done with the map, and in its canvas. */
export const useMapCommands = (shown: ShownMap | undefined): void => {
  const active = useMapState((state) => state.active);
  const { codes, view } = useThemesView();
  const commands = useMemo((): readonly Command[] => {
    const ends = shown?.boxes.length ?? 0;
    const places = shown?.map.places.length ?? 0;
    return [
      ...endCommands(active),
      ...relationCommands(active, ends > 1),
      {
        id: 'map.codes',
        label: codes ? 'Hide codes on the map' : 'Show codes on the map',
        menu,
        run: () => showCodes(!codes),
      },
      {
        id: 'map.lay-out-again',
        label: 'Lay out the map again',
        menu,
        enabled: () => places > 0,
        run: layOutAgain,
      },
      {
        id: 'map.export',
        label: 'Export map',
        menu,
        enabled: () => ends > 0,
        run: () => showDialog({ kind: 'export' }),
      },
      ...(view === 'map' && shown !== undefined ? canvasCommands(shown) : []),
    ];
  }, [active, shown, codes, view]);
  useCommands(commands);
};
