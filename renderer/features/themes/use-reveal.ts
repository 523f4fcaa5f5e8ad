import { useEffect, useRef } from 'react';
import { useNavigation } from '#renderer/state/navigation.ts';
import { goToTheme } from './theme-actions.ts';
import type { ThemeBoard } from './theme-board.ts';
import { type Reveal, useBoardView, useThemesState } from './themes-state.ts';
import { currentBoard } from './use-board.ts';

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

/** How long what was asked for keeps the focus while the board is read again, in milliseconds. */
const settling = 2000;

/** How many frames are waited for what has to be scrolled to before it is drawn. */
const mostFrames = 20;

/** Scrolls a code that is not drawn yet, since its theme or its place in it is out of sight, near. */
const bringNear = (reveal: Reveal): void => {
  if (reveal.kind !== 'code') return;
  const list = document.querySelector(`[data-codes-of="${CSS.escape(reveal.themeId)}"]`);
  if (list === null) {
    document
      .querySelector(`[data-theme="${CSS.escape(reveal.themeId)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
  const codes = currentBoard().byId.get(reveal.themeId)?.codes ?? [];
  const at = codes.findIndex((code) => code.id === reveal.codeId);
  const scroller = list.closest('[data-theme-column]');
  if (at === -1 || scroller === null) return;
  const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const place = (list.clientHeight * at) / codes.length;
  scroller.scrollBy({ top: top + place - scroller.clientHeight / 2, behavior: 'instant' });
};

/** Waits until what was just closed has given the focus back. */
const afterDialogs = (act: () => void): (() => void) => {
  let frame = requestAnimationFrame(function look() {
    frame = requestAnimationFrame(
      document.querySelector('[role=dialog], [role=menu]') === null ? act : look,
    );
  });
  return () => cancelAnimationFrame(frame);
};

/**
 * Puts the focus on what was asked for, once it is on the screen. The board may be read again just
 * after, which can put another element in its place; then that one gets the focus.
 */
const useFocus = (board: ThemeBoard | undefined): void => {
  const reveal = useThemesState((state) => state.reveal);
  const done = useRef<{ readonly reveal: Reveal; readonly at: number }>(undefined);
  useEffect(() => {
    if (reveal === null) return undefined;
    let frames = 0;
    let again = 0;
    const look = (): void => {
      const before = done.current;
      const isDone = before?.reveal === reveal;
      if (isDone && performance.now() - before.at > settling) return;
      if (isDone && document.activeElement !== document.body) return;
      const found = document.querySelector<HTMLElement>(selectorOf(reveal));
      if (found === null) {
        bringNear(reveal);
        frames += 1;
        if (frames < mostFrames) again = requestAnimationFrame(look);
        return;
      }
      if (!isDone) done.current = { reveal, at: performance.now() };
      const active = document.activeElement;
      // The toasts give the focus back to where it was as soon as it leaves them: let them first.
      if (active instanceof HTMLElement && active.closest('[data-sonner-toaster]') !== null)
        active.blur();
      if (!found.contains(document.activeElement)) found.focus({ preventScroll: true });
      found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    const stop = afterDialogs(look);
    return () => {
      stop();
      cancelAnimationFrame(again);
    };
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
    if (!isThere) return;
    useThemesState.setState({ at: null });
    if (board?.retired.some(({ theme }) => theme.id === id) === true)
      useBoardView.setState({ retiredOpen: true });
    const at = document.querySelector(`[data-theme="${CSS.escape(id)}"]`);
    if (at?.contains(document.activeElement) === false)
      useThemesState.setState({ reveal: { kind: 'theme', id } });
    // Only another address counts, not what the board has become since.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, isThere]);
};

/** Looks after the focus on the themes screen: what is asked for, what went away and came back. */
export const useReveal = (board: ThemeBoard | undefined): void => {
  useFocus(board);
  useReturn(board);
  useAddress(board);
};
