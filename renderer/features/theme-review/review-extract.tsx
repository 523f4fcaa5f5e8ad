import {
  ArrowUpRight,
  CircleSlash2,
  type LucideIcon,
  Quote,
  StickyNote,
  Unlink2,
} from 'lucide-react';
import { type KeyboardEvent, memo, useState } from 'react';
import type { Lists } from '#renderer/features/analysis/retrieval-rows.ts';
import { placeOf } from '#renderer/features/analysis/segment-row.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Code } from '#shared/model/code.ts';
import { type Extract, type Fit, fits } from '#shared/model/extract.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import { beginNote, markExtract, openExtract, saveNote } from './review-actions.ts';
import styles from './review-extract.module.css';
import { useReviewState } from './review-state.ts';

/** How each fit is called and drawn; a sign goes with every word. */
export const fitWords: Readonly<Record<Fit, { readonly name: string; readonly icon: LucideIcon }>> =
  {
    telling: { name: 'Telling', icon: Quote },
    'fits badly': { name: 'Fits badly', icon: Unlink2 },
    contrary: { name: 'Contrary', icon: CircleSlash2 },
  };

const stopNoting = (): void => useReviewState.setState({ noting: null });

/** Gives the focus back to the list, where the keys go on. */
const backToList = (from: Element): void =>
  from.closest<HTMLElement>('[data-measured-list]')?.focus({ preventScroll: true });

const Note = ({ mark }: { readonly mark: Extract }) => {
  const [note, setNote] = useState(mark.note);
  const hear = (event: KeyboardEvent<HTMLElement>): void => {
    const isSaved = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSaved && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    backToList(event.currentTarget);
    if (isSaved) void saveNote(mark, note);
    else stopNoting();
  };
  return (
    <div className={styles.noting} role="presentation" onKeyDown={hear}>
      <TextField
        label="Why it fits so"
        placeholder="What you noticed. Ctrl+Enter saves, Esc leaves it as it was"
        multiline
        autoFocus
        value={note}
        onChange={setNote}
      />
      <span className={styles.buttons}>
        <Button kind="primary" small onPress={() => void saveNote(mark, note)}>
          Save note
        </Button>
        <Button kind="quiet" small onPress={stopNoting}>
          Cancel
        </Button>
      </span>
    </div>
  );
};

interface Props {
  readonly extract: Retrieved;
  readonly code: Code | undefined;
  readonly mark: Extract | undefined;
  readonly lists: Lists;
  /** Whether the keys are at it, so that its buttons are the next stop of Tab. */
  readonly isCurrent: boolean;
}

/** An extract as the review shows it: its words in context, who says them, and how they fit. */
export const ReviewExtract = memo(({ extract, code, mark, lists, isCurrent }: Props) => {
  const isNoting = useReviewState((state) => state.noting === extract.id);
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <div className={styles.extract} data-fit={mark?.fit}>
      <div className={styles.head}>
        {code === undefined ? null : <CodeChip code={code} />}
        <span className={`${styles.place} figures`}>{placeOf(extract, lists)}</span>
      </div>
      <p className={styles.words} dir="auto">
        <span className={styles.context}>{extract.before}</span>
        <mark>{extract.text}</mark>
        <span className={styles.context}>{extract.after}</span>
      </p>
      {isNoting && mark !== undefined ? (
        <Note mark={mark} />
      ) : mark === undefined || mark.note === '' ? null : (
        <p className={styles.note}>{mark.note}</p>
      )}
      <div className={styles.buttons}>
        <span className={styles.fits} role="group" aria-label="How it fits">
          {fits.map((fit) => {
            const { name, icon: Icon } = fitWords[fit];
            return (
              <button
                key={fit}
                type="button"
                className={styles.fit}
                tabIndex={tabIndex}
                aria-pressed={mark?.fit === fit}
                onClick={() => void markExtract(extract.id, fit)}
              >
                <Icon size={12} aria-hidden /> {name}
              </button>
            );
          })}
        </span>
        {mark === undefined || isNoting ? null : (
          <button
            type="button"
            className={styles.quiet}
            tabIndex={tabIndex}
            onClick={() => beginNote(extract.id)}
          >
            <StickyNote size={12} aria-hidden /> {mark.note === '' ? 'Add a note' : 'Change note'}
          </button>
        )}
        <button
          type="button"
          className={styles.quiet}
          tabIndex={tabIndex}
          onClick={() => openExtract(extract)}
        >
          <ArrowUpRight size={12} aria-hidden /> Open in Coding
        </button>
      </div>
    </div>
  );
});
ReviewExtract.displayName = 'ReviewExtract';
