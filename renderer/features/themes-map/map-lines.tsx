import { memo, useRef } from 'react';
import { type MapArrow, type MapLink, relationStyle } from '#shared/map/lines.ts';
import styles from './map-canvas.module.css';
import { useItemFocus } from './map-node.tsx';
import { showDialog, turnTo, useMapState } from './map-state.ts';
import { relationWords } from './map-words.ts';

const pathOf = (links: readonly MapLink[]): string => links.map(({ curve }) => curve.path).join('');

const isAt = (id: string | undefined, { from, to }: Pick<MapLink, 'from' | 'to'>): boolean =>
  from.id === id || to.id === id;

/** All links of a kind as one path: a canvas of hundreds has a handful of elements for its lines. */
const Links = memo(({ links }: { readonly links: readonly MapLink[] }) => (
  <>
    <path className={styles.link} d={pathOf(links.filter(({ kind }) => kind === 'code'))} />
    <path
      className={styles.link}
      data-kind="subtheme"
      d={pathOf(links.filter(({ kind }) => kind === 'subtheme'))}
    />
  </>
));

/** The lines that begin or end at what the keys are about. */
const ActiveLinks = ({ links }: { readonly links: readonly MapLink[] }) => {
  const id = useMapState(({ active }) => active?.id);
  return (
    <path
      className={styles.link}
      data-kind="active"
      d={pathOf(links.filter((link) => isAt(id, link)))}
    />
  );
};

const Arrow = ({ arrow }: { readonly arrow: MapArrow }) => {
  const isActive = useMapState(
    ({ active }) => active?.id === arrow.relation.id || isAt(active?.id, arrow),
  );
  const { path, end, angle } = arrow.curve;
  return (
    <g className={styles.arrow} data-active={isActive}>
      <path d={path} />
      <path
        className={styles.head}
        d="M0 0L-9 -4.5L-9 4.5Z"
        transform={`translate(${end.x} ${end.y}) rotate(${angle})`}
      />
    </g>
  );
};

const Label = ({ arrow }: { readonly arrow: MapArrow }) => {
  const ref = useRef<HTMLButtonElement>(null);
  const { relation, label } = arrow;
  const item = { kind: 'relation', id: relation.id } as const;
  const isActive = useItemFocus(item, ref);
  const { size, lineHeight } = relationStyle;
  return (
    <button
      ref={ref}
      type="button"
      className={`${styles.relation} nopan`}
      data-map-relation={relation.id}
      data-active={isActive}
      tabIndex={-1}
      aria-label={`${relationWords(arrow)}, relation`}
      style={{
        width: label.width,
        height: label.height,
        transform: `translate(${label.x}px, ${label.y}px)`,
        font: `italic ${size}px / ${lineHeight}px var(--font-interface)`,
      }}
      onFocus={() => turnTo(item)}
      onClick={() => showDialog({ kind: 'edit', relationId: relation.id })}
    >
      <span className={styles.name} aria-hidden>
        {label.lines.map((line, at) => (
          // Lines have nothing but their place to be told by.
          <span key={at}>{line} </span>
        ))}
      </span>
    </button>
  );
};

interface Props {
  readonly links: readonly MapLink[];
  readonly arrows: readonly MapArrow[];
}

/** The lines of the map beneath its boxes, and the labels of its relations above them. */
export const MapLines = memo(({ links, arrows }: Props) => (
  <>
    <svg className={styles.lines} width="1" height="1" aria-hidden="true">
      <Links links={links} />
      <ActiveLinks links={links} />
      {arrows.map((arrow) => (
        <Arrow key={arrow.relation.id} arrow={arrow} />
      ))}
    </svg>
    {arrows.map((arrow) => (
      <Label key={arrow.relation.id} arrow={arrow} />
    ))}
  </>
));
