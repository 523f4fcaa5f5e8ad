import { useContext, useEffect, useId, useRef, useState } from 'react';
import { turnToColumn, useCodingState } from '#renderer/features/coding/coding-state.ts';
import { ColumnContext, useIsActiveColumn } from '#renderer/features/coding/columns/columns.ts';
import { ReplaceDialog } from '#renderer/features/coding/correction/replace-dialog.tsx';
import { TurnCorrection } from '#renderer/features/coding/correction/turn-correction.tsx';
import { TurnPencil } from '#renderer/features/coding/correction/turn-pencil.tsx';
import { useEditedText } from '#renderer/features/coding/correction/use-edited-text.ts';
import { FindBar } from '#renderer/features/coding/find/find-bar.tsx';
import { lookAt } from '#renderer/features/coding/moves/coding-moves.ts';
import { NoteBar } from '#renderer/features/coding/notes/note-bar.tsx';
import { NotesMargin } from '#renderer/features/coding/notes/notes-margin.tsx';
import { useKeepProgress } from '#renderer/features/coding/read-progress.ts';
import { useReadingView } from '#renderer/features/coding/reading-view.ts';
import { CodingsList } from '#renderer/features/coding/stripes/codings-list.tsx';
import { Minimap } from '#renderer/features/coding/stripes/minimap.tsx';
import { Stripes } from '#renderer/features/coding/stripes/stripes.tsx';
import { useStripesState } from '#renderer/features/coding/stripes/stripes-state.ts';
import { useShown } from '#renderer/features/coding/stripes/use-shown.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { DropCode } from './drop-code.tsx';
import { ExtentGrips } from './extent-grips.tsx';
import { Highlighter, installHighlightRules } from './highlighter.ts';
import { PaintCodings } from './paint-codings.tsx';
import { useQuoteCopies } from './quote-words.ts';
import { SelectionBar } from './selection-bar.tsx';
import styles from './transcript.module.css';
import { useReadingPlace, useSelection, useView } from './transcript-view.ts';
import { Turns } from './turns.tsx';
import { useColumnPointer } from './use-column-pointer.ts';
import { useReadingKeys } from './use-reading-keys.ts';
import { useShownRange } from './use-shown-range.ts';
import { useWordPointer } from './use-word-pointer.ts';

installHighlightRules();

interface Props {
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  /** What it is called among the parts of the page. */
  readonly label: string;
  /** The coding, or the range of the text, that the address asks to be shown, if any. */
  readonly showCoding: string | undefined;
}

const faces = {
  serif: 'var(--font-serif)',
  sans: 'var(--font-interface)',
  legible: 'var(--font-legible)',
} as const;

/** How one gets about, for those who do not see the page. */
const hints = {
  code: 'J and K go from turn to turn, L and H from sentence to sentence, N and P from coding to coding. The slash codes. The question mark shows all keys.',
  read: 'J and K go from turn to turn, L and H from sentence to sentence, Y to the next note. M writes a note. Shift and R goes back to coding.',
} as const;

/** The keys go on from the turn that was clicked. */
const followFocus = (event: React.FocusEvent): void => {
  const turn = event.target.closest<HTMLElement>('[data-turn]')?.dataset.turn;
  if (turn === undefined || Number(turn) === useCodingState.getState().turn) return;
  useCodingState.setState({ turn: Number(turn), place: null });
};

/** Shows the coding that the address asks for: once, as soon as it is there. Edits do not scroll. */
const useShownCoding = (id: string | undefined, codings: readonly Coding[]): void => {
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (id === undefined || shown.current === id) return;
    if (!codings.some((coding) => coding.id === id)) return;
    shown.current = id;
    turnToColumn('main');
    lookAt(id, { focus: false });
  }, [id, codings]);
};

/** The reading pane: the words, the codings over them, stripes in the margin, the whole at a glance. */
export const Transcript = ({ reading, codings, codes, label, showCoding }: Props) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [highlighter] = useState(() => new Highlighter());
  const { face, size } = usePreferences();
  const { view, layout } = useView(scroller, reading, highlighter);
  useSelection(scroller, reading);
  useReadingPlace(scroller, reading, showCoding !== undefined);
  useShownCoding(showCoding, codings);
  useShownRange(showCoding, reading);
  useQuoteCopies(scroller);
  useEditedText(reading);
  const onKeyDown = useReadingKeys();
  const hintId = useId();
  const pointer = useWordPointer(reading, highlighter);
  const columnPointer = useColumnPointer(reading);
  const column = useContext(ColumnContext);
  const mode = useReadingView((state) => state.mode);
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  useKeepProgress(scroller, reading, mode);
  const Bar = mode === 'read' ? NoteBar : SelectionBar;
  const isActive = useIsActiveColumn();
  const { shown, drawn } = useShown(reading, codings, codes);
  const marginOpen = useStripesState((state) => state.marginOpen);
  const painted = { reading, codings: shown, codes, highlighter, view };

  return (
    <div className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- single keys work here and
          only here, as the role says; the turns inside take the focus */}
      <div
        ref={scroller}
        className={`${styles.scroller} ${mode === 'read' ? styles.reading : ''}`}
        data-transcript={column}
        data-pane-focus
        // Where letters are keys, a screen reader hands them on; to read, it keeps its own.
        role={mode === 'read' || !singleKeys ? 'document' : 'application'}
        aria-label={label}
        aria-describedby={hintId}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          turnToColumn(column);
          followFocus(event);
        }}
        {...pointer}
        {...columnPointer}
        style={
          {
            '--transcript-face': faces[face],
            [mode === 'read' ? '--transcript-chosen' : '--transcript-size']: `${size / 16}rem`,
          } as React.CSSProperties
        }
      >
        {reading.turns.length === 0 ? (
          <EmptyState title="No words">
            This source was imported without any words in it.
          </EmptyState>
        ) : null}
        <p id={hintId} className="visually-hidden">
          {hints[mode]}
        </p>
        <DropCode reading={reading} highlighter={highlighter}>
          <div className={styles.page} data-margin={marginOpen}>
            <div className={styles.words} data-words>
              <Turns reading={reading} />
            </div>
            <PaintCodings {...painted} categories={drawn.colours} />
            {mode === 'read' ? null : (
              <>
                {marginOpen ? (
                  <Stripes {...painted} drawn={drawn} scroller={scroller} layout={layout} />
                ) : null}
                <ExtentGrips {...painted} />
              </>
            )}
            <NotesMargin {...painted} />
          </div>
        </DropCode>
      </div>
      {mode === 'read' ? null : (
        <>
          <Minimap {...painted} scroller={scroller} />
          <TurnPencil scroller={scroller} reading={reading} />
        </>
      )}
      {isActive ? (
        <>
          <CodingsList reading={reading} codings={shown} drawn={drawn} />
          <Bar {...painted} scroller={scroller} />
          <FindBar {...painted} />
          <ReplaceDialog reading={reading} codes={codes} />
          <TurnCorrection reading={reading} codings={codings} codes={codes} />
        </>
      ) : null}
    </div>
  );
};
