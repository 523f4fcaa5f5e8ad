import { useState } from 'react';
import type { Extracted, Fit } from '#shared/model/extract.ts';
import { attribution } from '#shared/text/attribution.ts';
import styles from './quote-picker.module.css';

/** From how many characters on a quote is shown in part first. */
const longFrom = 420;

interface Props {
  readonly quote: Extracted;
  readonly fit: Fit | null;
  /** How often it is used and where; '' where it is not. */
  readonly used: string;
  /** Whether the keys are at it, so that its button is the next stop of Tab. */
  readonly isCurrent: boolean;
}

const WholeWords = ({
  text,
  isCurrent,
}: {
  readonly text: string;
  readonly isCurrent: boolean;
}) => {
  const [whole, setWhole] = useState(false);
  return (
    <>
      <p className={styles.words} data-short={!whole} dir="auto">
        {text}
      </p>
      <button
        type="button"
        className={styles.more}
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={whole}
        onClick={(event) => {
          event.stopPropagation();
          setWhole(!whole);
        }}
      >
        {whole ? 'Show less' : 'Show all of it'}
      </button>
    </>
  );
};

/** A quote to choose: its words, whose they are and when, how it fits, how often it is used. */
export const QuoteRow = ({ quote, fit, used, isCurrent }: Props) => (
  <div className={styles.quote}>
    {quote.text.length < longFrom ? (
      <p className={styles.words} dir="auto">
        {quote.text}
      </p>
    ) : (
      <WholeWords text={quote.text} isCurrent={isCurrent} />
    )}
    <p className={`${styles.foot} figures`}>
      <span>{attribution(quote)}</span>
      {fit === null ? null : (
        <span className={styles.fit} data-fit={fit}>
          {fit}
        </span>
      )}
      {used === '' ? null : <span className={styles.used}>{used}</span>}
    </p>
  </div>
);
