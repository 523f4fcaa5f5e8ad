import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { lookAt } from '#renderer/features/coding/moves/coding-moves.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Highlighter } from './highlighter.ts';
import { codingsAt } from './word-pointer.ts';

/** What the pane where the words are hears of the pointer. */
interface WordPointer {
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onClick: (event: MouseEvent) => void;
}

const isSpeech = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-speech]') !== null;

const hover = (id: string | null): void => {
  if (useCodingState.getState().hovered !== id) useCodingState.setState({ hovered: id });
};

/**
 * Lets the pointer find the codings under the words: pointing lights their stripe, a click makes
 * one the active one, and further clicks on the same place go through all that are there.
 */
export const useWordPointer = (reading: Reading, highlighter: Highlighter): WordPointer => {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return {
    onPointerMove: (event) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const point = { clientX: event.clientX, clientY: event.clientY };
      const inSpeech = isSpeech(event.target);
      const onStripe = event.target instanceof Element && event.target.closest('[data-stripes]');
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        if (onStripe) return;
        hover(inSpeech ? (codingsAt(point, reading.turns, highlighter)[0]?.id ?? null) : null);
      });
    },
    onPointerLeave: () => {
      cancelAnimationFrame(frame.current);
      hover(null);
    },
    onClick: (event) => {
      if (!isSpeech(event.target) || event.detail !== 1) return;
      if (getSelection()?.isCollapsed === false) return;
      const here = codingsAt(event, reading.turns, highlighter);
      const { active } = useCodingState.getState();
      const at = here.findIndex((coding) => coding.id === active);
      const next = here[(at + 1) % here.length];
      if (next !== undefined) lookAt(next.id, { focus: false, scroll: false });
    },
  };
};
