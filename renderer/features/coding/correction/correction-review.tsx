import { useEffect, useId, useRef } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { CodingEffect } from '#shared/contract/turns.ts';
import type { Code } from '#shared/model/code.ts';
import { asksFirst } from '#shared/text/follow.ts';
import type { Review } from './correction-state.ts';
import { fateWords, previewWords } from './correction-words.ts';
import styles from './turn-correction.module.css';

/** How many codings are listed; what would be lost comes first. */
const mostListed = 100;

interface ItemProps {
  readonly effect: CodingEffect;
  readonly code: Code | undefined;
}

const Item = ({ effect, code }: ItemProps) => (
  <li className={styles.fate}>
    {code === undefined ? null : <CodeChip code={code} />} <span>{fateWords(effect)}</span>
    <p>
      {effect.before === effect.after ? (
        <span>{effect.before}</span>
      ) : (
        <>
          <del>
            <span className="visually-hidden">before: </span>
            {effect.before}
          </del>
          {effect.after === '' ? null : (
            <ins>
              <span className="visually-hidden">after: </span>
              {effect.after}
            </ins>
          )}
        </>
      )}
    </p>
  </li>
);

interface ListProps {
  readonly review: Pick<Review, 'effect'>;
  readonly codes: readonly Code[];
}

/** The codings that a correction does more to than move, and the notes that lose their place. */
export const WhatChanges = ({ review: { effect }, codes }: ListProps) => {
  const known = new Map(codes.map((code) => [code.id, code]));
  const asked = effect.codings.list.filter(({ change }) => asksFirst(change));
  return (
    <ul className={styles.fates}>
      {asked.slice(0, mostListed).map((one) => (
        <Item key={one.codingId} effect={one} code={known.get(one.codeId)} />
      ))}
      {asked.length > mostListed ? (
        <li>and {(asked.length - mostListed).toLocaleString()} more</li>
      ) : null}
      {effect.notes.loosened.map(({ memoId, title }) => (
        <li key={memoId}>
          The note {title === '' ? '' : `‘${title}’ `}loses its words and stays on the source as a
          whole
        </li>
      ))}
    </ul>
  );
};

interface Props {
  readonly review: Review;
  readonly codes: readonly Code[];
  readonly onAgree: () => void;
  readonly onBack: () => void;
}

/** What saving would do beyond moving codings with their words, and the choice to go on. */
export const CorrectionReview = ({ review, codes, onAgree, onBack }: Props) => {
  const { effect, step } = review;
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    heading.current?.focus();
    heading.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  const lost = effect.codings.count.lost ?? 0;
  const verb = step === 'merge' ? 'Merge turns' : 'Save correction';
  return (
    <section className={styles.review} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.heading}>
        {step === 'merge' ? 'What merging changes' : 'What the correction changes'}
      </h2>
      <p>{previewWords(effect)}</p>
      <WhatChanges review={review} codes={codes} />
      <div className={styles.tools}>
        <span className={styles.end}>
          <Button kind="quiet" small onPress={onBack}>
            Go on writing
          </Button>
          <Button kind={lost > 0 ? 'danger' : 'primary'} small onPress={onAgree}>
            {lost > 0 ? `${verb}, lose ${counted(lost, 'coding')}` : verb}
          </Button>
        </span>
      </div>
    </section>
  );
};
