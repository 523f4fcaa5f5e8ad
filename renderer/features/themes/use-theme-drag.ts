import { type DragEvent, useState } from 'react';
import type { Theme } from '#shared/model/theme.ts';
import { placeTheme, type ThemePlace } from './theme-actions.ts';
import { withSubthemes } from './theme-board.ts';
import { currentThemes } from './use-board.ts';

const themeDragType = 'application/x-understory-theme';

/** How much of a theme, from either edge, puts a theme beside it; the middle takes it in. */
const edge = 0.25;

/** Which theme is on its way; a drag does not show what it carries until it is dropped. */
let dragged: string | null = null;

type Side = ThemePlace['side'];

const sideOf = (event: DragEvent, across: boolean): Side => {
  const box = event.currentTarget.getBoundingClientRect();
  const part = across
    ? (event.clientX - box.left) / box.width
    : (event.clientY - box.top) / box.height;
  if (part < edge) return 'before';
  return part > 1 - edge ? 'after' : 'inside';
};

const canTake = (theme: Theme): boolean =>
  dragged !== null && !withSubthemes(currentThemes(), dragged).has(theme.id);

interface ThemeDrag {
  /** Where the dragged theme would go, if it is over this one. */
  readonly side: Side | null;
  /** For what the theme is dragged by. */
  readonly handle: Pick<React.HTMLAttributes<HTMLElement>, 'onDragStart' | 'onDragEnd'> & {
    readonly draggable: true;
  };
  /** For the whole theme, which takes others. */
  readonly target: Pick<
    React.HTMLAttributes<HTMLElement>,
    'onDragOverCapture' | 'onDragLeave' | 'onDropCapture'
  >;
}

/**
 * Lets a theme be dragged beside others, or into them. The keys do the same: Alt with the arrows,
 * and `Make subtheme of`. `across` says that siblings stand side by side.
 */
export const useThemeDrag = (theme: Theme, across: boolean): ThemeDrag => {
  const [side, setSide] = useState<Side | null>(null);
  const takes = (event: DragEvent): boolean => {
    // The innermost theme under the pointer is the one that is meant.
    const inner = (event.target as Element).closest('[data-theme]');
    return inner === event.currentTarget && canTake(theme);
  };
  return {
    side,
    handle: {
      draggable: true,
      onDragStart: (event) => {
        dragged = theme.id;
        event.dataTransfer.setData(themeDragType, theme.id);
        event.dataTransfer.effectAllowed = 'move';
      },
      onDragEnd: () => {
        dragged = null;
      },
    },
    // Caught on the way down: the lists of codes inside would say that they take no themes.
    target: {
      onDragOverCapture: (event) => {
        if (dragged === null) return;
        setSide(takes(event) ? sideOf(event, across) : null);
        if (!takes(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'move';
      },
      onDragLeave: () => setSide(null),
      onDropCapture: (event) => {
        setSide(null);
        if (dragged === null || !takes(event)) return;
        event.preventDefault();
        event.stopPropagation();
        void placeTheme(dragged, { beside: theme, side: sideOf(event, across) });
      },
    },
  };
};
