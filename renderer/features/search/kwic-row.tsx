import type { Found, SearchHit } from '#shared/contract/search.ts';
import styles from './kwic-row.module.css';

interface Props {
  readonly found: Found;
  readonly hit: SearchHit;
  /** The source is said once, with its first hit. */
  readonly isFirst: boolean;
}

const rightToLeft = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

const placeOf = (found: Found): string =>
  found.kind === 'transcript'
    ? `${found.turn}${found.speaker === null ? '' : ` · ${found.speaker}`}`
    : found.name === ''
      ? 'Without a title'
      : found.name;

/** A hit in its context, in one line: the hits of all lines stand below each other. */
export const KwicRow = ({ found, hit, isFirst }: Props) => (
  <div className={styles.line} data-hit>
    {isFirst && found.kind === 'transcript' ? (
      <span className="visually-hidden">{found.sourceName}, </span>
    ) : null}
    <span className={`${styles.place} figures`} title={placeOf(found)}>
      {found.kind === 'transcript' ? <span className="visually-hidden">turn </span> : null}
      {placeOf(found)}
    </span>
    <span
      className={styles.context}
      dir={rightToLeft.test(hit.words) ? 'rtl' : 'ltr'}
      title={`${hit.left}${hit.words}${hit.right}`}
    >
      <span className={styles.left}>
        <bdi>{hit.left}</bdi>
      </span>
      <span className={styles.right}>
        <mark className={styles.hit}>{hit.words}</mark>
        {hit.right}
      </span>
    </span>
  </div>
);
