import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePreferences } from '#renderer/state/preferences.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { wholeGraphemes } from '#shared/text/units.ts';
import { useCodingState } from './coding-state.ts';
import { describeCodings } from './describe.ts';
import { DropCode } from './drop-code.tsx';
import { Highlighter, installHighlightRules } from './highlighter.ts';
import { Minimap } from './minimap.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { Stripes } from './stripes.tsx';
import styles from './transcript.module.css';
import { pageRanges, selectedRange, showOnPage } from './transcript-dom.ts';
import { Turns } from './turns.tsx';
import { useReadingKeys } from './use-reading-keys.ts';

installHighlightRules();

interface Props {
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  /** The coding that the address asks to be shown, if any. */
  readonly showCoding: string | undefined;
}

const faces = {
  serif: 'var(--font-serif)',
  sans: 'var(--font-interface)',
  legible: 'var(--font-legible)',
} as const;

/** Tells the highlighter which turns are near the screen, and calls back when that changes. */
const useNearTurns = (
  scroller: React.RefObject<HTMLElement | null>,
  highlighter: Highlighter,
  options: { readonly reading: Reading; readonly onChange: () => void },
): void => {
  const { reading, onChange } = options;
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries)
          highlighter.setNear(
            Number((entry.target as HTMLElement).dataset.turn),
            entry.isIntersecting,
          );
        onChange();
      },
      { root, rootMargin: '400px 0px' },
    );
    for (const turn of root.querySelectorAll('[data-turn]')) observer.observe(turn);
    return () => {
      observer.disconnect();
      highlighter.clear();
    };
  }, [scroller, highlighter, reading, onChange]);
};

/** Keeps the selection in the store in step with the page's own, while the transcript has it. */
const useSelection = (reading: Reading, scroller: React.RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const hear = (): void => {
      const anchor = getSelection()?.anchorNode ?? null;
      if (anchor === null || scroller.current?.contains(anchor) !== true) return;
      const found = selectedRange(reading.turns);
      const selection = found === null ? null : wholeGraphemes(reading.text, found);
      useCodingState.setState({ selection });
    };
    document.addEventListener('selectionchange', hear);
    return () => document.removeEventListener('selectionchange', hear);
  }, [reading, scroller]);
};

/**
 * Hands the codings to the highlighter. A part of its own, standing between the words and the
 * stripes, because effects run in that order: the words are there, and the stripes need the result.
 */
const PaintCodings = ({
  reading,
  codings,
  codes,
  highlighter,
}: Omit<Props, 'showCoding'> & { readonly highlighter: Highlighter }) => {
  useLayoutEffect(() => {
    highlighter.update(reading.turns, codings, codes);
  }, [highlighter, reading, codings, codes]);
  return null;
};

/** The reading pane: the words, the codings over them, stripes in the margin, the whole at a glance. */
export const Transcript = ({ reading, codings, codes, showCoding }: Props) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [highlighter] = useState(() => new Highlighter());
  const [near, setNear] = useState(0);
  const [noteNear] = useState(() => () => setNear((count) => count + 1));
  const { face, size } = usePreferences();
  const active = useCodingState((state) => state.active);
  const hovered = useCodingState((state) => state.hovered);
  // Painted always, since the page's own selection goes when the focus moves to a field.
  const kept = useCodingState((state) => state.selection);

  useNearTurns(scroller, highlighter, { reading, onChange: noteNear });
  useSelection(reading, scroller);
  const onKeyDown = useReadingKeys();

  useEffect(() => {
    const find = (id: string | null): Coding | null =>
      id === null ? null : (codings.find((coding) => coding.id === id) ?? null);
    highlighter.point(find(active), find(hovered));
    highlighter.keepSelection(kept);
  }, [highlighter, codings, active, hovered, kept]);
  useEffect(() => {
    const names = new Map(codes.map((code) => [code.id, code.name]));
    for (const turn of highlighter.near) {
      const note = document.getElementById(`codings-${turn}`);
      const words = describeCodings(highlighter.codingsIn(turn), names);
      if (note !== null && note.textContent !== words) note.textContent = words;
    }
  }, [highlighter, codings, codes, near]);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    // Once for each coding that the address asks for, as soon as it is there: edits do not scroll.
    if (shown.current === showCoding) return;
    const coding = codings.find((known) => known.id === showCoding);
    const [part] = coding === undefined ? [] : pageRanges(reading.turns, coding);
    if (coding === undefined || part === undefined) return;
    shown.current = showCoding;
    useCodingState.setState({ active: coding.id });
    showOnPage(part);
  }, [showCoding, reading, codings]);

  return (
    <div className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- single keys work
          here and only here, as the role says; the turns inside take the focus */}
      <div
        ref={scroller}
        className={styles.scroller}
        data-transcript
        data-pane-focus
        role="application"
        aria-label={`Transcript of ${reading.source.name}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={
          {
            '--transcript-face': faces[face],
            '--transcript-size': `${size / 16}rem`,
          } as React.CSSProperties
        }
      >
        <DropCode reading={reading} highlighter={highlighter}>
          <div className={styles.page}>
            <div className={styles.words}>
              <Turns reading={reading} />
            </div>
            <PaintCodings
              reading={reading}
              codings={codings}
              codes={codes}
              highlighter={highlighter}
            />
            <Stripes
              scroller={scroller}
              reading={reading}
              codings={codings}
              codes={codes}
              near={near}
              highlighter={highlighter}
            />
          </div>
        </DropCode>
      </div>
      <Minimap scroller={scroller} reading={reading} codings={codings} codes={codes} />
      <SelectionBar scroller={scroller} reading={reading} />
    </div>
  );
};
