import type { Node, NodeProps } from '@xyflow/react';
import { memo, type RefObject, useLayoutEffect, useRef } from 'react';
import { codeColour } from '#renderer/ui/code-colour.ts';
import { boxStyles, type MapBox } from '#shared/map/boxes.ts';
import { paletteColour } from '#shared/model/code-palette.ts';
import { openEnd } from './map-actions.ts';
import styles from './map-canvas.module.css';
import { type MapItem, turnTo, useMapState } from './map-state.ts';

/** What a node of the canvas holds: a box, and what it is called for those who cannot see it. */
export type MapNodeData = { readonly box: MapBox; readonly words: string };
type BoxNode = Node<MapNodeData, 'box'>;

/** Takes the focus when asked to, and leaves it to the canvas when it goes out of sight. */
export const useItemFocus = (
  { kind, id }: MapItem,
  ref: RefObject<HTMLElement | null>,
): boolean => {
  const isActive = useMapState(({ active }) => active?.kind === kind && active.id === id);
  const wants = useMapState(({ wantsFocus }) => wantsFocus) && isActive;
  useLayoutEffect(() => {
    if (!wants || document.querySelector('[role=dialog]') !== null) return;
    ref.current?.focus({ preventScroll: true });
    useMapState.setState({ wantsFocus: false });
  }, [wants, ref]);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element !== null && document.activeElement === element)
        element.closest<HTMLElement>('[data-map-canvas]')?.focus({ preventScroll: true });
    };
  }, [ref]);
  return isActive;
};

const Box = ({ box, words }: MapNodeData) => {
  const ref = useRef<HTMLButtonElement>(null);
  const { kind, id } = box;
  const isActive = useItemFocus({ kind, id }, ref);
  const { size, lineHeight, left, right } = boxStyles[kind];
  return (
    <button
      ref={ref}
      type="button"
      className={styles.box}
      data-kind={kind}
      data-map-node={id}
      data-active={isActive}
      tabIndex={-1}
      aria-label={words}
      style={{
        width: box.width,
        height: box.height,
        paddingInline: `${left}px ${right}px`,
        font: `${kind === 'theme' ? 600 : 400} ${size}px / ${lineHeight}px var(--font-interface)`,
      }}
      onFocus={() => turnTo({ kind, id })}
      onClick={() => openEnd({ kind, id })}
    >
      {box.kind === 'code' ? (
        // Its letter is drawn, not written: it is no part of the name.
        <span
          className={styles.swatch}
          style={{ background: codeColour(box.code.colour) }}
          data-letter={paletteColour(box.code.colour).letter}
          aria-hidden
        />
      ) : null}
      <span className={styles.name} aria-hidden>
        {box.lines.map((line, at) => (
          // Lines have nothing but their place to be told by.
          <span key={at}>{line} </span>
        ))}
      </span>
    </button>
  );
};

/** A theme or code on the canvas. */
export const MapNode = memo(({ data }: NodeProps<BoxNode>) => <Box {...data} />);
