import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { settingsFile } from './settings-file.ts';

/** How far a window is shifted from the one under it, in pixels. */
const step = 32;
/** So much of a window's top edge must lie on a display for it to be dragged back, in pixels. */
const grip = 64;

const stateSchema = z.object({
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) })
    .nullable(),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

const file = settingsFile('window-state.json', stateSchema, {
  bounds: null,
  maximized: false,
  fullScreen: false,
});

const isReachable = (bounds: Rectangle, area: Rectangle): boolean =>
  bounds.x + bounds.width >= area.x + grip &&
  bounds.x <= area.x + area.width - grip &&
  bounds.y >= area.y &&
  bounds.y <= area.y + area.height - grip;

/** Brings bounds onto the display they are nearest to; a window off every display is centred. */
const onDisplay = (bounds: Rectangle): Rectangle => {
  const { workArea } = screen.getDisplayMatching(bounds);
  const width = Math.min(bounds.width, workArea.width);
  const height = Math.min(bounds.height, workArea.height);
  if (isReachable(bounds, workArea)) return { ...bounds, width, height };
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
    width,
    height,
  };
};

/** Where a new window goes: where the last one was, shifted from those that are open. */
export const placeWindow = (open: readonly BrowserWindow[]): WindowState => {
  const state = file.read();
  const top = open.at(-1)?.getNormalBounds();
  if (top !== undefined)
    return {
      bounds: onDisplay({ ...top, x: top.x + step, y: top.y + step }),
      maximized: false,
      fullScreen: false,
    };
  return { ...state, bounds: state.bounds === null ? null : onDisplay(state.bounds) };
};

/** Remembers a window's place for the next one. */
export const rememberWindow = (window: BrowserWindow): void =>
  file.write({
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  });
