import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { type Unit, unitsIn } from '#shared/text/units.ts';

/** Found once for a turn as it was read: a turn can be a million characters long. */
const known = new WeakMap<Turn, Map<Unit, readonly Range[]>>();

/** The units of one kind in the speech of a turn, in order; none for a turn that is not there. */
export const unitsOfTurn = (reading: Reading, index: number, unit: Unit): readonly Range[] => {
  const turn = reading.turns[index];
  if (turn === undefined) return [];
  let units = known.get(turn);
  if (units === undefined) {
    units = new Map();
    known.set(turn, units);
  }
  let found = units.get(unit);
  if (found === undefined) {
    found = unitsIn(reading.text, { start: turn.speechStart, end: turn.end }, unit);
    units.set(unit, found);
  }
  return found;
};

/** The whole speech of a turn without the space around it; undefined when nothing was said. */
export const speechOf = (reading: Reading, index: number): Range | undefined =>
  unitsOfTurn(reading, index, 'turn')[0];

/** Where from and in which direction a unit is looked for. */
interface From {
  /** The turn to begin in, counted from 0. */
  readonly turn: number;
  /** Units begin at or after this offset (step 1), or end at or before it (step -1). */
  readonly edge: number;
  readonly step: 1 | -1;
}

/** The next unit from a place on, across turns; undefined at the end of the text. */
export const nextUnit = (
  reading: Reading,
  unit: Unit,
  { turn, edge, step }: From,
): Range | undefined => {
  for (let index = turn; index >= 0 && index < reading.turns.length; index += step) {
    const units = unitsOfTurn(reading, index, unit);
    const found =
      step === 1
        ? units.find((range) => range.start >= edge)
        : units.findLast((range) => range.end <= edge);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Where one end of a coding can stand in a turn, in order: at its words and its sentences. */
export const edgesOfTurn = (
  reading: Reading,
  index: number,
  end: 'start' | 'end',
): readonly number[] => {
  const edges = new Set<number>();
  for (const unit of ['word', 'sentence'] as const)
    for (const range of unitsOfTurn(reading, index, unit)) edges.add(range[end]);
  return [...edges].sort((a, b) => a - b);
};
