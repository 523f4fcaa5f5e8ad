import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Extracted } from '#shared/model/extract.ts';
import { attribution } from '#shared/text/attribution.ts';
import styles from './chosen-quotes.module.css';
import { moved } from './quote-balance.ts';

interface Props {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** What is shown while none is chosen. */
  readonly empty: string;
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The quotes that are chosen, in order: moved by Alt with the arrows, taken out by Delete. */
export const ChosenQuotes = ({ label, chosen, onChange, empty }: Props) => {
  const list = useRef<HTMLOListElement>(null);
  const quotes = useCall(
    'extracts.get',
    { codingIds: [...chosen] },
    { enabled: chosen.length > 0, keepPrevious: true },
  ).data;
  const byId = new Map(quotes?.map((quote) => [quote.id, quote]));
  // Followed by what it is, since the list changes only when its change is saved.
  const followed = useRef<string | null>(null);
  useLayoutEffect(() => {
    const at = followed.current === null ? -1 : chosen.indexOf(followed.current);
    followed.current = null;
    if (at !== -1) list.current?.querySelectorAll<HTMLElement>(':scope > li')[at]?.focus();
  }, [chosen]);
  const move = (id: string, step: -1 | 1): void => {
    const next = moved(chosen, id, step);
    if (next === chosen) return;
    onChange(next);
    announce(`Now ${next.indexOf(id) + 1} of ${next.length}`);
  };
  const take = (id: string): void => {
    const index = chosen.indexOf(id);
    followed.current = chosen[index + 1] ?? chosen[index - 1] ?? null;
    onChange(chosen.filter((other) => other !== id));
    announce('Taken out');
  };
  const hear = (event: KeyboardEvent, id: string): void => {
    const step = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (step !== undefined) {
      followed.current = id;
      move(id, step);
    } else if (event.key === 'Delete' && event.target === event.currentTarget) take(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (chosen.length === 0) return <p className={styles.quiet}>{empty}</p>;
  return (
    <ol ref={list} className={styles.chosen} aria-label={label}>
      {chosen.map((id, index) => {
        const quote = byId.get(id);
        const words = quote === undefined ? 'quote' : `‘${shortened(quote.text)}’`;
        return (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- the keys do what its buttons do
          <li key={id} className={styles.item} tabIndex={0} onKeyDown={(event) => hear(event, id)}>
            <Words quote={quote} isRead={quotes !== undefined} />
            <span className={styles.tools}>
              <IconButton
                icon={ArrowUp}
                label={`Move ${words} up`}
                isDisabled={index === 0}
                onPress={() => move(id, -1)}
              />
              <IconButton
                icon={ArrowDown}
                label={`Move ${words} down`}
                isDisabled={index === chosen.length - 1}
                onPress={() => move(id, 1)}
              />
              <IconButton icon={X} label={`Take out ${words}`} onPress={() => take(id)} />
            </span>
          </li>
        );
      })}
    </ol>
  );
};

const Words = ({
  quote,
  isRead,
}: {
  readonly quote: Extracted | undefined;
  readonly isRead: boolean;
}) => {
  if (quote === undefined)
    return (
      <p className={styles.quiet}>
        {isRead ? 'This quote is no longer in the project.' : 'Reading'}
      </p>
    );
  return (
    <div className={styles.words}>
      <p className={styles.text} dir="auto">
        {quote.text}
      </p>
      <p className={`${styles.quiet} figures`}>{attribution(quote)}</p>
    </div>
  );
};
