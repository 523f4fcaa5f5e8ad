import { type RefObject, useEffect, useRef } from 'react';
import { useColourScheme } from '#renderer/state/use-colour-scheme.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import { paletteColour } from '#shared/model/code-palette.ts';
import type { Coding } from '#shared/model/coding.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { columnOf } from './columns.ts';
import styles from './minimap.module.css';
import { turnElementId } from './transcript-dom.ts';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
}

const width = 14;

/** Draws how densely each stretch of the text is coded, from offsets alone: no layout is read. */
const draw = (canvas: HTMLCanvasElement, props: Props, scheme: 'light' | 'dark'): void => {
  const context = canvas.getContext('2d');
  const ratio = devicePixelRatio;
  const height = canvas.clientHeight;
  if (context === null || height === 0) return;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  context.scale(ratio, ratio);
  const colours = new Map(props.codes.map((code) => [code.id, paletteColour(code.colour)[scheme]]));
  const perCharacter = height / Math.max(props.reading.text.length, 1);
  context.globalAlpha = 0.35;
  for (const coding of props.codings) {
    context.fillStyle = colours.get(coding.codeId) ?? '#888888';
    const top = coding.start * perCharacter;
    context.fillRect(2, top, width - 4, Math.max(1.5, coding.end * perCharacter - top));
  }
};

/** The whole source at a glance: where it is coded and how densely. A click goes there. */
export const Minimap = (props: Props) => {
  const { scroller, reading, codings, codes } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useColourScheme();
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const redraw = (): void => draw(element, { scroller, reading, codings, codes }, scheme);
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    // Not before the words themselves are painted: nobody waits for this.
    const idle = requestIdleCallback(redraw, { timeout: 300 });
    return () => {
      cancelIdleCallback(idle);
      observer.disconnect();
    };
  }, [scroller, reading, codings, codes, scheme]);
  return (
    <canvas
      ref={canvas}
      className={styles.minimap}
      style={{ width }}
      aria-hidden
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const offset = ((event.clientY - box.top) / box.height) * reading.text.length;
        document
          .getElementById(
            turnElementId(Math.max(0, turnAt(reading.turns, offset)), columnOf(reading.turns)),
          )
          ?.scrollIntoView({ block: 'center' });
      }}
    />
  );
};
