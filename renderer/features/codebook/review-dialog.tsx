import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, fold, listed, quoted } from '#renderer/ui/words.ts';
import type { Code } from '#shared/model/code.ts';
import type { Segment } from '#shared/model/coding.ts';
import { splitInto } from './codebook-actions.ts';
import { closeDialog } from './codebook-state.ts';
import {
  addTo,
  contextOf,
  countsOf,
  moveTo,
  nextUndecided,
  noReview,
  partsOf,
  type Review,
  stay,
  type Target,
} from './review.ts';
import styles from './review-dialog.module.css';
import { reviewOf, setReview, useReviews } from './review-state.ts';
import { placeOf, useAllQuotes } from './use-quotes.ts';

/** Targets that have a number key. */
const mostKeys = 9;

const saying = (review: Review, id: string, own: string): string => {
  const decision = review.decisions.get(id);
  const nameOf = (key: string): string =>
    quoted(review.targets.find((target) => target.key === key)?.name ?? '');
  if (decision === undefined) return 'Not decided yet: it stays.';
  if (decision.kind === 'stay') return `Stays with ${quoted(own)}.`;
  if (decision.kind === 'move') return `Goes to ${nameOf(decision.to)}.`;
  return `Stays, and is coded ${listed(decision.to.map(nameOf))} as well.`;
};

const Quote = ({ quote }: { readonly quote: Segment }) => {
  const text = useCall('sources.get', { id: quote.sourceId }).data?.text;
  const scroller = useRef<HTMLDivElement>(null);
  const { before, after } = text === undefined ? { before: '', after: '' } : contextOf(text, quote);
  useEffect(() => {
    scroller.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [quote.id, before]);
  return (
    // Long quotes scroll, which the keys must be able to do too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={styles.text} role="group" aria-label="Quote" tabIndex={0}>
      <span className={styles.around}>{before}</span>
      <mark>{quote.text}</mark>
      <span className={styles.around}>{after}</span>
    </div>
  );
};

interface ActionsOf {
  readonly stay: () => void;
  readonly move: (target: Target | undefined) => void;
  readonly add: (target: Target | undefined) => void;
  readonly go: (step: number) => void;
}

/** Makes the decisions on the quote that is looked at; each goes on to the next and is spoken. */
const actionsOf = (codeId: string, own: string, quotes: readonly Segment[]): ActionsOf => {
  const ids = quotes.map((quote) => quote.id);
  const go = (step: number): void => {
    const review = reviewOf(codeId);
    const at = Math.min(Math.max(review.at + step, 0), quotes.length - 1);
    setReview(codeId, { ...review, at });
    announce(
      at === review.at
        ? step > 0
          ? 'This is the last quote.'
          : 'This is the first quote.'
        : `Quote ${at + 1} of ${quotes.length}. ${quotes[at]?.text ?? ''}`,
    );
  };
  const decide = (change: (review: Review, id: string) => Review, goesOn: boolean): void => {
    const before = reviewOf(codeId);
    const id = ids[before.at];
    if (id === undefined) return;
    const review = change(before, id);
    const next = goesOn ? nextUndecided(review, ids) : review.at;
    setReview(codeId, { ...review, at: next ?? review.at });
    const said = saying(review, id, own);
    if (!goesOn) announce(said);
    else if (next === null) announce(`${said} Every quote is decided.`);
    else announce(`${said} Quote ${next + 1} of ${ids.length}. ${quotes[next]?.text ?? ''}`);
  };
  return {
    go,
    stay: () => decide(stay, true),
    move: (target) => {
      if (target !== undefined) decide((review, id) => moveTo(review, id, target.key), true);
    },
    add: (target) => {
      if (target !== undefined) decide((review, id) => addTo(review, id, target.key), false);
    },
  };
};

const NewTarget = ({
  codeId,
  codes,
}: {
  readonly codeId: string;
  readonly codes: readonly Code[];
}) => {
  const [name, setName] = useState('');
  const wanted = name.trim();
  const there = codes.find((code) => wanted !== '' && fold(code.name) === fold(wanted));
  const add = (): void => {
    if (wanted === '' || there?.id === codeId) return;
    const review = reviewOf(codeId);
    const key = there?.id ?? `new ${fold(wanted)}`;
    setName('');
    if (review.targets.some((target) => target.key === key)) return;
    const target = { key, name: there?.name ?? wanted, codeId: there?.id ?? null };
    setReview(codeId, { ...review, targets: [...review.targets, target] });
    announce(`Added ${quoted(target.name)}, key ${review.targets.length + 1}`);
    document.querySelector<HTMLElement>('[data-review]')?.focus();
  };
  return (
    <Form
      className={styles.new ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label="Add a code that quotes go to"
        value={name}
        onChange={setName}
        maxLength={200}
        description={
          there === undefined
            ? 'A new name, or the name of a code that is there'
            : there.id === codeId
              ? 'This is the code that is being split'
              : `${quoted(there.name)} is there: quotes go to it`
        }
      />
      <Button type="submit" isDisabled={wanted === '' || there?.id === codeId}>
        Add code
      </Button>
    </Form>
  );
};

const Targets = ({ review, actions }: { readonly review: Review; readonly actions: ActionsOf }) => (
  <ul className={styles.targets} aria-label="Where the quote goes">
    <li className={styles.target}>
      <Button onPress={actions.stay}>
        <kbd>0</kbd>
        <span className={styles.name}>Stay</span>
      </Button>
    </li>
    {review.targets.map((target, index) => {
      const { moved, added } = countsOf(review, target.key);
      return (
        <li key={target.key} className={styles.target}>
          <Button onPress={() => actions.move(target)}>
            {index < mostKeys ? <kbd>{index + 1}</kbd> : null}
            <span className={styles.name}>{target.name}</span>
            <span className={`${styles.count} figures`}>{moved + added}</span>
          </Button>
          <Button
            kind="quiet"
            aria-label={`Also ${target.name}`}
            onPress={() => actions.add(target)}
          >
            Also
          </Button>
        </li>
      );
    })}
  </ul>
);

interface ReviewingProps {
  readonly code: Code;
  readonly codes: readonly Code[];
  readonly quotes: readonly Segment[];
  readonly review: Review;
}

const Reviewing = ({ code, codes, quotes, review }: ReviewingProps) => {
  const actions = actionsOf(code.id, code.name, quotes);
  const quote = quotes[review.at];
  const onKey = (event: React.KeyboardEvent): void => {
    const { target } = event.nativeEvent;
    if (target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return;
    const digit = /^(?:Digit|Numpad)(\d)$/u.exec(event.code)?.[1];
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (digit === undefined && step === undefined) return;
    event.preventDefault();
    if (step !== undefined) actions.go(step);
    else if (digit === '0') actions.stay();
    else
      (event.shiftKey || event.altKey ? actions.add : actions.move)(
        review.targets[Number(digit) - 1],
      );
  };
  if (quote === undefined) return <p>No quote carries this code any more.</p>;
  return (
    <div className={styles.panes} role="presentation" onKeyDown={onKey}>
      {/* The place where the number keys work at once. */}
      <section
        className={styles.reading}
        aria-label={`Quote ${review.at + 1} of ${quotes.length}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-review
      >
        <p className={`${styles.place} figures`}>
          Quote {(review.at + 1).toLocaleString()} of {quotes.length.toLocaleString()},{' '}
          {review.decisions.size.toLocaleString()} decided. {placeOf(quote)}
        </p>
        <Quote quote={quote} />
        <p className={styles.decided}>{saying(review, quote.id, code.name)}</p>
        <div className={styles.moves}>
          <Button small isDisabled={review.at === 0} onPress={() => actions.go(-1)}>
            Back one <kbd>←</kbd>
          </Button>
          <Button small isDisabled={review.at === quotes.length - 1} onPress={() => actions.go(1)}>
            Skip <kbd>→</kbd>
          </Button>
        </div>
      </section>
      <div className={styles.decide}>
        <NewTarget codeId={code.id} codes={codes} />
        <Targets review={review} actions={actions} />
        <p className={styles.hint}>
          A number moves the quote and goes on; with Shift the quote stays and is coded so as well.
        </p>
      </div>
    </div>
  );
};

/** Goes through the quotes of a code one by one; what was decided is applied as one step at the end. */
export const ReviewDialog = ({ id }: { readonly id: string }) => {
  const codes = useCall('codes.list', {}).data ?? [];
  const code = codes.find((known) => known.id === id);
  const quotes = useAllQuotes(id);
  const kept = useReviews(({ reviews }) => reviews.get(id)) ?? noReview;
  const list = quotes.data ?? [];
  const review = { ...kept, at: Math.min(kept.at, Math.max(0, list.length - 1)) };
  const parts = partsOf(
    review,
    list.map((quote) => quote.id),
  );
  const apply = async (): Promise<void> => {
    if (await splitInto(id, parts)) setReview(id, null);
  };
  return (
    <Dialog
      title={`Split ${quoted(code?.name ?? '')} quote by quote`}
      isOpen
      size="large"
      onClose={closeDialog}
      actions={
        <>
          <span className={styles.outcome}>
            {parts.length === 0
              ? 'Quotes that are not decided stay.'
              : `${counted(parts.length, 'code')} ${parts.length === 1 ? 'gets' : 'get'} quotes. The others stay.`}
          </span>
          <Button kind="quiet" onPress={closeDialog}>
            Go on later
          </Button>
          <Button kind="primary" isDisabled={parts.length === 0} onPress={() => void apply()}>
            Split code
          </Button>
        </>
      }
    >
      {quotes.isError ? (
        <ErrorState error={quotes.error} onRetry={() => void quotes.refetch()} />
      ) : quotes.data === undefined || code === undefined ? (
        <Skeleton />
      ) : (
        <Reviewing code={code} codes={codes} quotes={list} review={review} />
      )}
    </Dialog>
  );
};
