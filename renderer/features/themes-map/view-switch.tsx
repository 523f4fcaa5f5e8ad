import { ListTree, type LucideIcon, Network, SquareKanban } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from '#renderer/ui/view-switch.module.css';
import { prepareView, showView } from './map-actions.ts';
import { type ThemesView, themesViews, useThemesView } from './map-state.ts';

const looks: Readonly<Record<ThemesView, { readonly name: string; readonly icon: LucideIcon }>> = {
  board: { name: 'Board', icon: SquareKanban },
  map: { name: 'Map', icon: Network },
  outline: { name: 'Outline', icon: ListTree },
};

/** Switches between the board of themes, their map, and the outline of the map. */
export const ThemesViewSwitch = () => {
  const view = useThemesView((state) => state.view);
  return (
    <ToggleButtonGroup
      className={styles.views ?? ''}
      aria-label="View of the themes"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={([id]) => {
        const chosen = themesViews.find((known) => known === id);
        if (chosen !== undefined) showView(chosen);
      }}
    >
      {themesViews.map((id) => {
        const { name, icon: Icon } = looks[id];
        return (
          <ToggleButton
            key={id}
            id={id}
            className={styles.view ?? ''}
            onHoverStart={() => prepareView(id)}
            onFocus={() => prepareView(id)}
          >
            <Icon size={14} aria-hidden /> {name}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
};
