import { paletteColour } from '#shared/model/code-palette.ts';
import { codeColour } from './code-colour.ts';
import styles from './code-swatch.module.css';

/** A code's colour with its letter, so that it is told apart without colour too. */
export const CodeSwatch = ({ colour }: { readonly colour: number }) => (
  <span
    className={styles.swatch}
    style={{ background: codeColour(colour) }}
    title={paletteColour(colour).name}
    aria-hidden
  >
    {paletteColour(colour).letter}
  </span>
);
