import { useEffect, useRef } from 'react';
import { turnToColumn } from '#renderer/features/coding/coding-state.ts';
import { select } from '#renderer/features/coding/moves/coding-moves.ts';
import type { Reading } from '#shared/contract/sources.ts';

const pattern = /^(\d+)-(\d+)$/u;

/** Selects the range of the text that the address asks for (`120-145`): once. Edits do not scroll. */
export const useShownRange = (at: string | undefined, reading: Reading): void => {
  const shown = useRef<string>(undefined);
  useEffect(() => {
    const match = pattern.exec(at ?? '');
    if (match === null || shown.current === at) return;
    shown.current = at;
    turnToColumn('main');
    const [start, end] = [Number(match[1]), Number(match[2])];
    if (start < end && end <= reading.text.length) select({ start, end });
  }, [at, reading]);
};
