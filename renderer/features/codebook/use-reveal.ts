import { type RefObject, useEffect } from 'react';
import { rowHeight } from '#renderer/ui/row-height.ts';
import type { CodeNode } from './code-rows.ts';
import { currentCodes } from './codebook-data.ts';
import { useCodebookState } from './codebook-state.ts';

/** How many frames a row that was asked for may take to appear. */
const frames = 120;

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

const parentsOf = (id: string): readonly string[] => {
  const byId = new Map(currentCodes().map((code) => [code.id, code]));
  const parents: string[] = [];
  for (let at = byId.get(id)?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null)
    parents.push(at);
  return parents;
};

const scrollTo = (tree: HTMLElement, index: number): void => {
  const height = rowHeight();
  const top = index * height;
  if (top < tree.scrollTop) tree.scrollTop = top;
  else if (top + height > tree.scrollTop + tree.clientHeight)
    tree.scrollTop = top + height - tree.clientHeight;
};

/**
 * Focuses a row once it is drawn. A dialog or toast that was just closed may give the focus back to
 * where it was before, so it counts only when it has stayed for a frame.
 */
const focusRow = async (tree: HTMLElement, id: string): Promise<void> => {
  let tries = 0;
  for (let left = frames; left > 0 && tries < 3; left -= 1) {
    await nextFrame();
    if (document.querySelector('[role=dialog]') !== null) continue;
    const row = tree.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`);
    if (row === null) continue;
    if (tries > 0 && document.activeElement === row) return;
    row.focus({ preventScroll: true });
    tries += 1;
    await nextFrame();
  }
};

/**
 * Gives the focus back to a row that was taken out and drawn anew elsewhere while it had it; not where
 * a key has moved on meanwhile to a row that is about to be drawn.
 */
const keepFocus = async (tree: HTMLElement, id: string): Promise<void> => {
  await nextFrame();
  await nextFrame();
  const { chosen } = useCodebookState.getState();
  const movedOn = chosen.size > 0 && !chosen.has(id);
  if (document.activeElement === document.body && !movedOn) await focusRow(tree, id);
};

interface Watched {
  readonly tree: RefObject<HTMLDivElement | null>;
  /** The id of the row that has the focus, as far as it was told; null: none. */
  readonly focused: RefObject<string | null>;
}

/**
 * Brings the code that was asked for into sight, unfolding what it is nested in, and keeps the focus
 * on its row when the rows change.
 */
export const useReveal = ({ tree, focused }: Watched, rows: readonly CodeNode[]): void => {
  useEffect(() => {
    const id = focused.current;
    if (id !== null && tree.current !== null && rows.some((row) => row.id === id))
      void keepFocus(tree.current, id);
  }, [rows, tree, focused]);
  const reveal = useCodebookState((state) => state.reveal);
  useEffect(() => {
    if (reveal === null || tree.current === null) return;
    const index = rows.findIndex((row) => row.id === reveal.id);
    if (index !== -1) {
      useCodebookState.setState({ reveal: null });
      scrollTo(tree.current, index);
      if (reveal.focus) void focusRow(tree.current, reveal.id);
      return;
    }
    const { collapsed } = useCodebookState.getState();
    const folded = parentsOf(reveal.id).filter((id) => collapsed.has(id));
    if (folded.length > 0)
      useCodebookState.setState({
        collapsed: new Set([...collapsed].filter((id) => !folded.includes(id))),
      });
  }, [reveal, rows, tree]);
};
