/** Who says something, when and where, as records name them. */
export interface Said {
  readonly pseudonym: string | null;
  readonly speaker: string | null;
  readonly sourceName: string;
  readonly group: string | null;
  readonly timePoint: string | null;
  /** Counted from 1. */
  readonly turn: number | null;
}

/**
 * Who says it, when and where, for example `P03 Nasreen, Participant, Baseline, turn 23`: the
 * pseudonym (else the speaker's label, else the source), group, time point and turn, as far as known.
 */
export const attribution = (said: Said): string =>
  [
    said.pseudonym ?? said.speaker ?? said.sourceName,
    said.group,
    said.timePoint,
    said.turn === null ? null : `turn ${said.turn.toLocaleString('en-GB')}`,
  ]
    .filter((part) => part !== null)
    .filter((part) => part !== '')
    .join(', ');
