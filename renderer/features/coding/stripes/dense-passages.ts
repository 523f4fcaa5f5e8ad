import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { goToTurn } from '#renderer/features/coding/moves/coding-moves.ts';
import { currentReading, shownCodings } from '#renderer/features/coding/reading-data.ts';
import { announce } from '#renderer/ui/announce.ts';
import { countsIn, peaksOf } from '#shared/text/density.ts';

/** Goes to the next or previous turn where more codings lie than around it. */
export const moveToDense = (step: 1 | -1): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const counts = countsIn(shownCodings(), reading.turns);
  const peaks = peaksOf(counts);
  const { turn } = useCodingState.getState();
  const next =
    step === 1 ? peaks.find((peak) => peak > turn) : peaks.findLast((peak) => peak < turn);
  if (next === undefined)
    return announce(
      peaks.length === 0 ? 'Nothing is coded yet.' : 'No further densely coded passage.',
    );
  goToTurn(next);
  const count = counts[next] ?? 0;
  announce(`Turn ${next + 1}, ${count} ${count === 1 ? 'coding' : 'codings'}`);
};
