import type { Code } from '#shared/model/code.ts';
import styles from './code-chip.module.css';
import { CodeSwatch } from './code-swatch.tsx';

interface Props {
  readonly code: Pick<Code, 'name' | 'colour'>;
  /** How often it is used, where that is shown. */
  readonly count?: number | undefined;
}

/** A code as it looks everywhere: swatch, name, count. */
export const CodeChip = ({ code, count }: Props) => (
  <span className={styles.chip}>
    <CodeSwatch colour={code.colour} />
    <span className={styles.name}>{code.name}</span>
    {count === undefined ? null : (
      <span className={`${styles.count} figures`} aria-label={`${count} codings`}>
        {count}
      </span>
    )}
  </span>
);
