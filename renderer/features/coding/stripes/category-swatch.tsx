import { codeColour } from '#renderer/ui/code-colour.ts';
import type { Category } from './categories.ts';
import styles from './category-swatch.module.css';

/** The CSS colour of a category; a neutral one for what has none. */
export const categoryColour = (colour: number | null): string =>
  colour === null ? 'var(--line-strong)' : codeColour(colour);

/** A category's colour with its letter, so that it is told apart without colour too. */
export const CategorySwatch = ({
  category,
}: {
  readonly category: Pick<Category, 'colour' | 'letter'>;
}) => (
  <span
    className={styles.swatch}
    style={{ background: categoryColour(category.colour) }}
    aria-hidden
  >
    {category.letter}
  </span>
);
