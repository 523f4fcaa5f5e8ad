import { type RefObject, startTransition, useEffect, useState } from 'react';

/** How far around the board something is drawn ahead of a scroll, in CSS pixels: several screens. */
const ahead = 4000;
/** How long after the last scroll something out of sight is drawn, in milliseconds. */
const rest = 200;

/** What waits to be drawn; one thing in each idle moment, so that no frame waits for many. */
const waiting = new Set<() => void>();
let lastScroll = Number.NEGATIVE_INFINITY;
addEventListener(
  'scroll',
  () => {
    lastScroll = performance.now();
  },
  { capture: true, passive: true },
);

const drawNext = (): void => {
  const [next] = waiting;
  if (next === undefined) return;
  const still = performance.now() - lastScroll;
  if (still < rest) {
    setTimeout(() => requestIdleCallback(drawNext), rest - still);
    return;
  }
  waiting.delete(next);
  next();
  if (waiting.size > 0) requestIdleCallback(drawNext);
};

const drawWhenIdle = (draw: () => void): void => {
  waiting.add(draw);
  if (waiting.size === 1) requestIdleCallback(drawNext);
};

/**
 * Whether what an element of the board holds is to be drawn: at once where it is in sight, in an idle
 * moment without scrolling where it is near. Once drawn it stays, so that nothing goes away under the focus.
 */
export const useNear = (element: RefObject<HTMLElement | null>): boolean => {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null || isDrawn) return undefined;
    // In slices, between which the window stays at hand.
    const draw = (): void => startTransition(() => setDrawn(true));
    const root = target.closest('[data-board]');
    const watch = (act: () => void, margin: number): IntersectionObserver => {
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) act();
        },
        { root, rootMargin: `${margin}px` },
      );
      observer.observe(target);
      return observer;
    };
    const observers = [watch(draw, 0), watch(() => drawWhenIdle(draw), ahead)];
    return () => {
      waiting.delete(draw);
      for (const observer of observers) observer.disconnect();
    };
  }, [element, isDrawn]);
  return isDrawn;
};
