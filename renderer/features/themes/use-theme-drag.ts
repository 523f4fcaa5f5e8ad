import { type DragEvent, useEffect, useState } from 'react';
import { codeDragType } from '#renderer/features/coding/transcript/drag-types.ts';
import type { Theme } from '#shared/model/theme.ts';
import { fromThemeType } from './code-drag.ts';
import { addCode, moveCode, placeTheme, type ThemePlace } from './theme-actions.ts';
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

const isCode = (event: DragEvent): boolean => event.dataTransfer.types.includes(codeDragType);

/** The keys that people know for copying, on whichever system. */
const isCopying = (event: DragEvent): boolean => event.ctrlKey || event.altKey;

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
 * Lets a theme be dragged beside others, or into them, and takes codes anywhere outside its list.
 * The keys do the same: Alt with the arrows, `Make subtheme of` and `Add code to theme`. `across`
 * says that siblings stand side by side.
 */
export const useThemeDrag = (theme: Theme, across: boolean): ThemeDrag => {
  const [side, setSide] = useState<Side | null>(null);
  useEffect(() => {
    if (side === null) return undefined;
    // A drag that is given up with Esc leaves no theme, it only ends.
    const end = (): void => setSide(null);
    addEventListener('dragend', end, true);
    return () => removeEventListener('dragend', end, true);
  }, [side]);
  const takes = (event: DragEvent): boolean => {
    const under = event.target as Element;
    // The innermost theme under the pointer is the one that is meant.
    if (under.closest('[data-theme]') !== event.currentTarget) return false;
    // The list of codes takes codes itself, each to its place.
    return isCode(event) ? under.closest('[data-codes-of]') === null : canTake(theme);
  };
  const sideFor = (event: DragEvent): Side => (isCode(event) ? 'inside' : sideOf(event, across));
  const take = (event: DragEvent): void => {
    if (isCode(event)) {
      const codeId = event.dataTransfer.getData(codeDragType);
      const from = event.dataTransfer.getData(fromThemeType);
      const place = { codeId, themeId: theme.id };
      void (from === '' || isCopying(event) ? addCode(place) : moveCode(from, place));
    } else if (dragged !== null)
      void placeTheme(dragged, { beside: theme, side: sideOf(event, across) });
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
        const isTaken = takes(event);
        setSide(isTaken ? sideFor(event) : null);
        if (!isTaken) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = isCode(event) && isCopying(event) ? 'copy' : 'move';
      },
      onDragLeave: () => setSide(null),
      onDropCapture: (event) => {
        setSide(null);
        if (!takes(event)) return;
        event.preventDefault();
        event.stopPropagation();
        take(event);
      },
    },
  };
};
