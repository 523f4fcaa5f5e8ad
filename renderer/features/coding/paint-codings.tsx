import { useEffect, useLayoutEffect } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { useCodingState } from './coding-state.ts';
import { describeCodings } from './describe.ts';
import type { Highlighter } from './highlighter.ts';

interface Props {
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  readonly highlighter: Highlighter;
  /** Counts up when other turns have come near the screen. */
  readonly view: number;
}

/** Marks what is looked at, pointed at and selected. */
const PaintPointed = ({ codings, highlighter }: Pick<Props, 'codings' | 'highlighter'>) => {
  const active = useCodingState((state) => state.active);
  const preview = useCodingState((state) => state.preview);
  const hovered = useCodingState((state) => state.hovered);
  // Painted always, since the page's own selection goes when the focus moves to a field.
  const kept = useCodingState((state) => state.selection);
  useEffect(() => {
    const find = (id: string | null): Coding | null =>
      id === null ? null : (codings.find((coding) => coding.id === id) ?? null);
    highlighter.point(preview ?? find(active), preview ?? find(hovered));
  }, [highlighter, codings, active, preview, hovered]);
  useEffect(() => highlighter.keepSelection(kept), [highlighter, codings, kept]);
  return null;
};

/** Offers the codings of each turn near the screen as words, for screen readers. */
const DescribeTurns = ({ reading, codings, codes, highlighter, view }: Props) => {
  const memos = useCall('memos.inSource', { sourceId: reading.source.id }).data;
  useEffect(() => {
    const names = new Map(codes.map((code) => [code.id, code.name]));
    const memoed = new Set(memos?.map((note) => note.targetId));
    for (const turn of highlighter.near) {
      const note = document.getElementById(`codings-${turn}`);
      const words = describeCodings(highlighter.codingsIn(turn), { names, memoed });
      if (note !== null && note.textContent !== words) note.textContent = words;
    }
  }, [highlighter, codings, codes, memos, view]);
  return null;
};

/**
 * Hands the codings to the highlighter. A part of its own, standing between the words and the
 * stripes, because effects run in that order: the words are there, and the stripes need the result.
 */
export const PaintCodings = (props: Props) => {
  const { reading, codings, codes, highlighter } = props;
  useLayoutEffect(() => {
    highlighter.update(reading.turns, codings, codes);
  }, [highlighter, reading, codings, codes]);
  return (
    <>
      <PaintPointed codings={codings} highlighter={highlighter} />
      <DescribeTurns {...props} />
    </>
  );
};
