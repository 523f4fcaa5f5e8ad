import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { stretchesIn, type Unit, unitsIn } from '#shared/text/units.ts';

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

/** A stretch of a turn, whose units are found when they are first asked for. */
interface Stretch extends Range {
  readonly units: Map<Unit, readonly Range[]>;
}

const stretches = new WeakMap<Turn, readonly Stretch[]>();

const stretchesOf = (reading: Reading, index: number): readonly Stretch[] => {
  const turn = reading.turns[index];
  if (turn === undefined) return [];
  let found = stretches.get(turn);
  if (found === undefined) {
    const speech = { start: turn.speechStart, end: turn.end };
    found = stretchesIn(reading.text, speech).map((part) => ({ ...part, units: new Map() }));
    stretches.set(turn, found);
  }
  return found;
};

const unitsOfStretch = (
  reading: Reading,
  part: Stretch,
  unit: 'sentence' | 'word',
): readonly Range[] => {
  let found = part.units.get(unit);
  if (found === undefined) {
    found = unitsIn(reading.text, part, unit);
    part.units.set(unit, found);
  }
  return found;
};

/** A place in a turn, in UTF-16 code units of the text. */
interface Place {
  readonly turn: number;
  readonly offset: number;
}

/**
 * The units of one kind around a place of a turn, in order, and at least those beside it: all of a
 * turn of usual length, of a very long one no more than a few pages.
 */
export const unitsAround = (
  reading: Reading,
  unit: Unit,
  { turn, offset }: Place,
): readonly Range[] => {
  if (unit === 'turn' || unit === 'paragraph') return unitsOfTurn(reading, turn, unit);
  const parts = stretchesOf(reading, turn);
  const at = parts.findIndex((part) => offset < part.end);
  const here = at === -1 ? parts.length - 1 : at;
  return parts
    .slice(Math.max(0, here - 1), here + 2)
    .flatMap((part) => unitsOfStretch(reading, part, unit));
};

/** The unit at a place of a turn, or the next one in it; undefined when none follows. */
export const unitAt = (reading: Reading, unit: Unit, place: Place): Range | undefined =>
  unitsAround(reading, unit, place).find((range) => range.end > place.offset);

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
    const found = nextInTurn(reading, unit, { turn: index, edge, step });
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The next unit of a turn from a place on, stretch by stretch. */
const nextInTurn = (
  reading: Reading,
  unit: Unit,
  { turn, edge, step }: From,
): Range | undefined => {
  if (unit === 'turn' || unit === 'paragraph') {
    const units = unitsOfTurn(reading, turn, unit);
    return step === 1
      ? units.find((range) => range.start >= edge)
      : units.findLast((range) => range.end <= edge);
  }
  const parts = stretchesOf(reading, turn);
  for (const part of step === 1 ? parts : parts.toReversed()) {
    if (step === 1 ? part.end <= edge : part.start >= edge) continue;
    const units = unitsOfStretch(reading, part, unit);
    const found =
      step === 1
        ? units.find((range) => range.start >= edge)
        : units.findLast((range) => range.end <= edge);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Where one end of a coding can stand near a place of a turn, in order: at words and sentences. */
export const edgesAround = (
  reading: Reading,
  end: 'start' | 'end',
  place: Place,
): readonly number[] => {
  const edges = new Set<number>();
  for (const unit of ['word', 'sentence'] as const)
    for (const range of unitsAround(reading, unit, place)) edges.add(range[end]);
  return [...edges].sort((a, b) => a - b);
};
