import { Star, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { useColumnState } from '#renderer/features/coding/columns/columns.ts';
import { lookAt } from '#renderer/features/coding/moves/coding-moves.ts';
import { categoryColour } from './category-swatch.tsx';
import { type BarSigns, type CodingBar, nameWithCount } from './stripe-bars.ts';
import type { StripePlace } from './stripe-places.ts';
import styles from './stripes.module.css';
import { useStripesState } from './stripes-state.ts';

interface Props {
  readonly bar: CodingBar;
  readonly place: StripePlace;
  readonly left: number;
  readonly width: number;
  /** Where its name begins in the margin; null while there is no room for it. */
  readonly nameLeft: number | null;
  readonly signs: BarSigns;
}

/** Looks at what a stripe stands for: at the first, and when that is looked at, at the next. */
const lookInto = ({ members }: CodingBar): void => {
  const { active } = useCodingState.getState();
  const at = members.findIndex((coding) => coding.id === active);
  const next = members[(at + 1) % members.length];
  if (next !== undefined) lookAt(next.id, { scroll: false });
};

const point = (bar: CodingBar | null): void => {
  useCodingState.setState({ hovered: bar?.members[0]?.id ?? null });
  useStripesState.setState({ lit: bar === null ? null : { start: bar.start, end: bar.end } });
};

const has = ({ members }: CodingBar, id: string | null): boolean =>
  id !== null && members.some((coding) => coding.id === id);

/*
 * Rendered only when something of it changed: at 5,000 codings there are hundreds near the screen,
 * and one more of them must not cost as much as all (measured).
 */
const Drawn = ({ bar, place, left, width, nameLeft, signs }: Props) => {
  const isActive = useColumnState((state) => has(bar, state.active));
  const isHovered = useCodingState((state) => has(bar, state.hovered));
  const showsLetter = useStripesState((state) => state.colourBy !== 'code');
  const hasSign = signs.memo || signs.important;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-stripe={bar.members[0]?.id}
      data-name={nameWithCount(bar)}
      data-named={nameLeft !== null || undefined}
      data-important={signs.important || undefined}
      data-latent={signs.latent || undefined}
      className={`${styles.stripe} ${isActive ? styles.active : ''} ${isHovered ? styles.hovered : ''}`}
      style={{
        top: place.top,
        height: place.height,
        insetInlineStart: left,
        width,
        color: categoryColour(bar.category?.colour ?? null),
      }}
      // The focus stays with the words: a stripe comes and goes with them.
      onMouseDown={(event) => event.preventDefault()}
      onPointerEnter={() => point(bar)}
      onPointerLeave={() => point(null)}
      onClick={() => lookInto(bar)}
    >
      <span className={styles.bar}>
        <span className={showsLetter ? styles.letter : styles.spareLetter}>
          {bar.category?.letter ?? '+'}
        </span>
      </span>
      {nameLeft === null && !hasSign ? null : (
        <span
          className={nameLeft === null ? styles.signs : styles.label}
          style={
            nameLeft === null
              ? undefined
              : {
                  insetInlineStart: nameLeft - left,
                  width: `calc(var(--stripes-width) - ${nameLeft}px)`,
                }
          }
        >
          {signs.important ? <Star className={styles.sign} size={11} data-important /> : null}
          {signs.memo ? <StickyNote className={styles.sign} size={11} data-memo /> : null}
          {nameLeft === null ? null : <span className={styles.name}>{nameWithCount(bar)}</span>}
        </span>
      )}
    </button>
  );
};

const isSame = (a: Props, b: Props): boolean =>
  a.left === b.left &&
  a.width === b.width &&
  a.nameLeft === b.nameLeft &&
  a.place.top === b.place.top &&
  a.place.height === b.place.height &&
  a.bar.name === b.bar.name &&
  a.bar.category === b.bar.category &&
  a.signs.memo === b.signs.memo &&
  a.bar.members.length === b.bar.members.length &&
  a.bar.members.every((coding, index) => coding === b.bar.members[index]);

/** One stripe in the margin. */
export const Stripe = memo(Drawn, isSame);
Stripe.displayName = 'Stripe';
