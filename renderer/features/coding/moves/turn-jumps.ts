import type { Reading } from '#shared/contract/sources.ts';
import type { Speaker } from '#shared/model/speaker.ts';

/** Whose turns are gone through: of one label, or of everyone but the interviewer. */
export type Whose = { readonly label: string } | 'not-interviewer';

const speakerOf = (reading: Reading, index: number): Speaker | undefined =>
  reading.speakers.find((speaker) => speaker.id === reading.turns[index]?.speakerId);

interface From {
  /** The turn to begin beside, counted from 0. */
  readonly turn: number;
  readonly step: 1 | -1;
  readonly matches: (index: number) => boolean;
}

/** The nearest turn in a direction that matches, without the one begun at; undefined for none. */
export const turnFrom = (reading: Reading, { turn, step, matches }: From): number | undefined => {
  for (let index = turn + step; index >= 0 && index < reading.turns.length; index += step)
    if (matches(index)) return index;
  return undefined;
};

/** The label of whoever speaks in a turn; undefined where nobody does. */
export const labelOf = (reading: Reading, index: number): string | undefined =>
  speakerOf(reading, index)?.label;

/** Whether a turn is one of those that are gone through. */
export const isBy = (reading: Reading, index: number, whose: Whose): boolean => {
  const speaker = speakerOf(reading, index);
  if (speaker === undefined) return false;
  return whose === 'not-interviewer'
    ? speaker.role !== 'interviewer'
    : speaker.label === whose.label;
};
