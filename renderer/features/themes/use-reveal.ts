import { useEffect, useRef } from 'react';
import { useNavigation } from '#renderer/state/navigation.ts';
import { goToTheme } from './theme-actions.ts';
import type { ThemeBoard } from './theme-board.ts';
import { type Reveal, useThemesState } from './themes-state.ts';

const selectorOf = (reveal: Reveal): string => {
  switch (reveal.kind) {
    case 'theme':
      return `[data-theme="${CSS.escape(reveal.id)}"] [data-theme-name]`;
    case 'code':
      return `[data-codes-of="${CSS.escape(reveal.themeId)}"] [data-key="${CSS.escape(reveal.codeId)}"]`;
    case 'new-theme':
      return '[data-new-theme]';
  }
};

/** Whether the focus may be taken: nobody is typing, or using anything outside the board. */
const focusIsFree = (): boolean => {
  const active = document.activeElement;
  if (active === null || active === document.body) return true;
  if (active.matches('input, textarea, [contenteditable=true]')) return false;
  return active.closest('[data-themes], [data-sonner-toaster]') !== null;
};

/** Puts the focus on what was asked for, once it is on the screen and dialogs have closed. */
const useFocus = (board: ThemeBoard | undefined): void => {
  const reveal = useThemesState((state) => state.reveal);
  useEffect(() => {
    if (reveal === null) return undefined;
    let frames = 0;
    let frame = 0;
    const look = (): void => {
      const found = document.querySelector<HTMLElement>(selectorOf(reveal));
      const isReady = found !== null && document.querySelector('[role=dialog]') === null;
      // Two frames, so that what was closed has given the focus back before it is moved on.
      if (isReady && frames >= 2) {
        useThemesState.setState({ reveal: null });
        if (!found.contains(document.activeElement)) found.focus({ preventScroll: true });
        found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        return;
      }
      frames += 1;
      // What is not there after so long comes with a later reading, and with it a new look.
      if (frames < 30) frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [reveal, board]);
};

/** Goes back to a theme that went away while it was looked at, when an undo brings it back. */
const useReturn = (board: ThemeBoard | undefined): void => {
  const id = useNavigation(({ address }) => address.id);
  const before = useRef<ThemeBoard>(undefined);
  useEffect(() => {
    if (board === undefined) return;
    const { missed } = useThemesState.getState();
    const was = before.current;
    before.current = board;
    if (was === undefined) return;
    if (missed !== null && board.byId.has(missed) && !was.byId.has(missed)) {
      useThemesState.setState({ missed: null });
      if (focusIsFree()) goToTheme(missed);
    } else if (id !== undefined && was.byId.has(id) && !board.byId.has(id)) {
      useThemesState.setState({ missed: id });
      const next = board.themes[0]?.theme.id;
      if (document.activeElement === document.body && next !== undefined)
        useThemesState.setState({ reveal: { kind: 'theme', id: next } });
    }
  }, [board, id]);
};

/** Shows the theme of the address, for example one chosen in the palette. */
const useAddress = (board: ThemeBoard | undefined): void => {
  const id = useNavigation(({ address }) => address.id);
  const isThere = id !== undefined && board?.byId.has(id) === true;
  useEffect(() => {
    if (!isThere || !focusIsFree()) return;
    const at = document.querySelector(`[data-theme="${CSS.escape(id)}"]`);
    if (at?.contains(document.activeElement) === false)
      useThemesState.setState({ reveal: { kind: 'theme', id } });
  }, [id, isThere]);
};

/** Looks after the focus on the themes screen: what is asked for, what went away and came back. */
export const useReveal = (board: ThemeBoard | undefined): void => {
  useFocus(board);
  useReturn(board);
  useAddress(board);
};
