import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import {
  columnOf,
  useColumnState,
  useIsActiveColumn,
} from '#renderer/features/coding/columns/columns.ts';
import { onlyIn } from '#renderer/features/coding/moves/differences.ts';
import { notesAmong } from '#renderer/features/coding/notes/notes-state.ts';
import { useReadingView } from '#renderer/features/coding/reading-view.ts';
import type { Categories } from '#renderer/features/coding/stripes/categories.ts';
import { useStripesState } from '#renderer/features/coding/stripes/stripes-state.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { describeCodings, describeNotes } from './describe.ts';
import type { Highlighter } from './highlighter.ts';
import { codingsElementId } from './transcript-dom.ts';

interface Props {
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  readonly categories: Categories;
  readonly highlighter: Highlighter;
  /** Counts up when other turns have come near the screen. */
  readonly view: number;
}

/** Marks what is looked at, pointed at and selected. */
const PaintPointed = ({ codings, highlighter }: Pick<Props, 'codings' | 'highlighter'>) => {
  const active = useColumnState((state) => state.active);
  const isActive = useIsActiveColumn();
  const preview = useCodingState((state) => (isActive ? state.preview : null));
  const hovered = useCodingState((state) => state.hovered);
  const lit = useStripesState((state) => state.lit);
  // Painted always, since the page's own selection goes when the focus moves to a field.
  const kept = useColumnState((state) => state.selection);
  useEffect(() => {
    const find = (id: string | null): Coding | null =>
      id === null ? null : (codings.find((coding) => coding.id === id) ?? null);
    const pointed = find(hovered);
    // What a stripe of the other column covers is not pointed at here.
    highlighter.point(preview ?? find(active), preview ?? (pointed && (lit ?? pointed)));
  }, [highlighter, codings, active, preview, hovered, lit]);
  const passages = useColumnState((state) => state.passages);
  useEffect(() => highlighter.keepSelection(kept), [highlighter, codings, kept]);
  useEffect(() => highlighter.keepPassages(passages), [highlighter, codings, passages]);
  return null;
};

/** Offers the codings of each turn near the screen as words, for screen readers. */
const DescribeTurns = ({ reading, codings, codes, highlighter, view }: Props) => {
  const memos = useCall('memos.inSource', { sourceId: reading.source.id }).data;
  const known = useMemo(
    () => ({
      names: new Map(codes.map((code) => [code.id, code.name])),
      memoed: new Set(memos?.map((note) => note.targetId)),
      notes: Map.groupBy(notesAmong(memos), ({ start }) => turnAt(reading.turns, start)),
      described: new Map<number, readonly Coding[]>(),
    }),
    [codes, memos, reading],
  );
  useEffect(() => {
    for (const turn of highlighter.near) {
      const here = highlighter.codingsIn(turn);
      if (known.described.get(turn) === here) continue;
      known.described.set(turn, here);
      const note = document.getElementById(codingsElementId(turn, columnOf(reading.turns)));
      const words = [describeCodings(here, known), describeNotes(known.notes.get(turn))]
        .filter((part) => part !== '')
        .join(' ');
      if (note !== null && note.textContent !== words) note.textContent = words;
    }
  }, [highlighter, codings, known, view, reading]);
  return null;
};

/** Marks what one of two coders beside each other alone has coded. */
const PaintAlone = ({ reading, codings, highlighter, view }: Props) => {
  const beside = useReadingView((state) => state.beside);
  const all = useCall('codings.list', { sourceId: reading.source.id }).data;
  useEffect(() => {
    if (beside?.kind !== 'coders') return highlighter.showAlone([]);
    const other = columnOf(reading.turns) === 'main' ? beside.right : beside.left;
    const others = (all ?? []).filter((coding) => coding.coderId === other);
    highlighter.showAlone(onlyIn(codings, others));
  }, [reading, codings, highlighter, view, beside, all]);
  return null;
};

/**
 * Hands the codings to the highlighter. A part of its own, standing between the words and the
 * stripes, because effects run in that order: the words are there, and the stripes need the result.
 */
export const PaintCodings = (props: Props) => {
  const { reading, codings, categories, highlighter } = props;
  useLayoutEffect(() => {
    highlighter.update(reading.turns, codings, categories);
  }, [highlighter, reading, codings, categories]);
  return (
    <>
      <PaintPointed codings={codings} highlighter={highlighter} />
      <DescribeTurns {...props} />
      <PaintAlone {...props} />
    </>
  );
};
