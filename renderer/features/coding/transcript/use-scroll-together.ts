import { useEffect } from 'react';
import type { Column } from '#renderer/features/coding/coding-state.ts';
import { transcriptElement, turnElementId } from './transcript-dom.ts';

const isColumn = (name: string | undefined): name is Column => name === 'main' || name === 'beside';

/** How far apart two positions may be and still be the same, in CSS pixels: zoom makes fractions. */
const same = 2;

/** The first turn that is not above a pane. */
const topTurn = (pane: HTMLElement, column: Column): HTMLElement | null => {
  const { top } = pane.getBoundingClientRect();
  let low = 0;
  let high = pane.querySelector('[data-words]')?.childElementCount ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const box = document.getElementById(turnElementId(middle, column))?.getBoundingClientRect();
    if (box !== undefined && box.bottom <= top) low = middle + 1;
    else high = middle;
  }
  return document.getElementById(turnElementId(low, column));
};

/** Keeps two columns of the same source at the same turn, whichever of them is scrolled. */
export const useScrollTogether = (enabled: boolean): void => {
  useEffect(() => {
    if (!enabled) return;
    // Where a column was put from here, so that it does not move the first one in turn.
    const put = new Map<Column, number>();
    let frame = 0;
    const follow = (pane: HTMLElement, column: Column): void => {
      const other: Column = column === 'main' ? 'beside' : 'main';
      const follower = transcriptElement(other);
      const turn = topTurn(pane, column);
      if (follower === null || turn === null) return;
      const twin = document.getElementById(turnElementId(Number(turn.dataset.turn), other));
      if (twin === null) return;
      const shift = turn.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      const at = twin.getBoundingClientRect().top - follower.getBoundingClientRect().top;
      follower.scrollBy({ top: at - shift });
      put.set(other, follower.scrollTop);
    };
    const hear = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement) || !isColumn(target.dataset.transcript)) return;
      const column = target.dataset.transcript;
      if (Math.abs((put.get(column) ?? -same) - target.scrollTop) < same) return;
      put.delete(column);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => follow(target, column));
    };
    addEventListener('scroll', hear, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', hear, { capture: true });
    };
  }, [enabled]);
};
