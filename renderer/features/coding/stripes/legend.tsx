import { useDeferredValue, useMemo } from 'react';
import type { Coding } from '#shared/model/coding.ts';
import type { Categories, Category } from './categories.ts';
import { CategorySwatch } from './category-swatch.tsx';
import styles from './stripes-bar.module.css';

/** More categories than this are counted, not named. */
const mostNamed = 12;

interface Props {
  readonly categories: Categories;
  /** The codings that are shown. */
  readonly codings: readonly Coding[];
}

/** What the colours mean while they are not those of the codes, with the letters that say the same. */
export const Legend = ({ categories, codings }: Props) => {
  const settled = useDeferredValue(codings);
  const present = useMemo((): readonly Category[] => {
    if (categories.by === 'code') return [];
    const found = new Set(settled.map(categories.of));
    const named = categories.all.filter((category) => found.has(category));
    return [...named, ...[...found].filter((category) => !named.includes(category))];
  }, [categories, settled]);
  if (present.length === 0) return null;
  return (
    <ul className={styles.legend} aria-label={`Colours by ${categories.by}`}>
      {present.slice(0, mostNamed).map((category) => (
        <li key={category.id}>
          <CategorySwatch category={category} />
          {category.name}
        </li>
      ))}
      {present.length > mostNamed ? (
        <li>and {(present.length - mostNamed).toLocaleString()} more</li>
      ) : null}
      {categories.by === 'theme' ? (
        <li className={styles.aside}>A code in several themes counts with the first.</li>
      ) : null}
    </ul>
  );
};
