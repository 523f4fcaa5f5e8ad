import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import type { Evidence } from '#shared/model/evidence.ts';
import styles from './evidence.module.css';
import { kindOf, placeOf } from './evidence-words.ts';

interface Props {
  readonly evidence: Evidence;
  /** It stands in the tree already, with what rests on it. */
  readonly again?: boolean;
}

/** A record of the chain: what it is, its words, and for a quote who says it. */
export const EvidenceWords = ({ evidence, again = false }: Props) => {
  const place = placeOf(evidence);
  return (
    <span className={styles.record}>
      <span className={styles.kind}>{kindOf(evidence)}</span>
      {evidence.colour === null ? null : (
        <span className={styles.swatch}>
          <CodeSwatch colour={evidence.colour} />
        </span>
      )}
      <span className={styles.words} data-kind={evidence.kind}>
        {evidence.kind === 'coding' ? `“${evidence.words}”` : evidence.words}
      </span>
      {place === '' ? null : <span className={`${styles.note} figures`}>{place}</span>}
      {evidence.retired ? <span className={styles.note}>Retired</span> : null}
      {again ? <span className={styles.note}>Told in full where it is nearest</span> : null}
    </span>
  );
};

/** The same in one line, for screen readers and for typing ahead. */
export const spoken = (evidence: Evidence): string =>
  [kindOf(evidence), evidence.words, placeOf(evidence), evidence.retired ? 'retired' : '']
    .filter((part) => part !== '')
    .join(', ');
