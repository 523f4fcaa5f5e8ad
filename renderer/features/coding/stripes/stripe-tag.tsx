import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { useColumnState } from '#renderer/features/coding/columns/columns.ts';
import { CategorySwatch } from './category-swatch.tsx';
import type { Placed } from './place-stripes.ts';
import { type CodingBar, describeBar } from './stripe-bars.ts';
import type { StripePlace } from './stripe-places.ts';
import styles from './stripes.module.css';
import { useStripesState } from './stripes-state.ts';

interface Props {
  readonly placed: Placed;
  readonly memoed: ReadonlySet<string | null>;
}

/** More names than this are counted in a tag, not listed; the list has them all. */
const mostNames = 12;

interface Tagged {
  readonly bars: readonly CodingBar[];
  readonly place: StripePlace;
  /** Beside the margin it may cover words only while it is pointed at. */
  readonly isPassing: boolean;
}

const holding = (
  { stripes, stacks }: Placed,
  id: string | null,
): Omit<Tagged, 'isPassing'> | null => {
  if (id === null) return null;
  const isIn = (bar: CodingBar): boolean => bar.members.some((coding) => coding.id === id);
  const stripe = stripes.find(({ bar }) => isIn(bar));
  if (stripe !== undefined) return { bars: [stripe.bar], place: stripe.place };
  const stack = stacks.find(({ bars }) => bars.some(isIn));
  const bar = stack?.bars.find(isIn);
  return stack === undefined || bar === undefined ? null : { bars: [bar], place: stack.place };
};

/** What the tag names: the "+n" or the stripe that is pointed at, else the coding looked at. */
const useTagged = (placed: Placed): Tagged | null => {
  const stackHovered = useStripesState((state) => state.stackHovered);
  const hovered = useCodingState((state) => state.hovered);
  const active = useColumnState((state) => state.active);
  const stack = placed.stacks.find((known) => known === stackHovered);
  if (stack !== undefined) return { ...stack, isPassing: true };
  const pointed = holding(placed, hovered);
  if (pointed !== null) return { ...pointed, isPassing: true };
  const looked = holding(placed, active);
  return looked === null ? null : { ...looked, isPassing: false };
};

/**
 * The name of the stripe that is pointed at, else of the one looked at, in full: above it, or at the
 * top of the screen while its beginning is out of sight. Of a "+n", the names it stands for.
 */
export const StripeTag = ({ placed, memoed }: Props) => {
  const tagged = useTagged(placed);
  if (tagged === null) return null;
  const { bars, place, isPassing } = tagged;
  return (
    <div className={styles.tagPlace} style={{ top: place.top, height: place.height }}>
      <div className={`${styles.tagLine} ${bars.length > 1 ? styles.list : ''}`}>
        <ul className={`${styles.tag} ${isPassing ? styles.passing : ''}`} data-stripe-tag>
          {bars.slice(0, mostNames).map((bar) => (
            <li key={`${bar.key} ${bar.start}`}>
              <CategorySwatch category={bar.category ?? { colour: null, letter: '+' }} />
              {describeBar(bar, memoed)}
            </li>
          ))}
          {bars.length > mostNames ? (
            <li>and {(bars.length - mostNames).toLocaleString()} more</li>
          ) : null}
        </ul>
      </div>
    </div>
  );
};
