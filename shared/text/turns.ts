import type {
  Alternative,
  DetectedSpeaker,
  DetectedTurn,
  Detection,
  PatternId,
  ReadDocument,
  SpeakerCorrection,
} from '#shared/model/document.ts';
import { labelReadings, type Prepared, type Reading } from './turn-patterns.ts';
import { buildTurns, countSpeakers, joined, mergeNeighbours } from './turn-patterns-build.ts';
import { readHeader } from './turn-patterns-header.ts';
import { layoutReadings } from './turn-patterns-layout.ts';
import { linesOf } from './turn-patterns-lines.ts';

/** The pattern a person chose, or `auto` for the likeliest. */
export interface PatternChoice {
  readonly pattern: PatternId | 'auto';
}

const survey = (document: ReadDocument): { prepared: Prepared; readings: Reading[] } => {
  const lines = linesOf(document);
  const prepared = { text: document.text, lines, header: readHeader(lines, document.text) };
  const labels = labelReadings(prepared);
  const readings = [...labels, ...layoutReadings(prepared, labels)].sort(
    (a, b) => b.confidence - a.confidence,
  );
  return { prepared, readings };
};

const detectionOf = (reading: Reading, prepared: Prepared): Detection => ({
  pattern: reading.pattern,
  ...buildTurns(reading, prepared),
});

const choose = (readings: readonly Reading[], pattern: PatternId | 'auto'): Reading | undefined =>
  pattern === 'auto' ? readings[0] : readings.find((reading) => reading.pattern === pattern);

/**
 * The turns and speakers of a document, under a given pattern or the likeliest. Turns are in order,
 * do not overlap, and leave nothing but space outside: what nobody said (a title, a legend, a
 * heading between turns, a footnote) is a turn whose speaker is null. Neighbours of one speaker are
 * one turn; paragraphs without a label go to the speaker before. A pattern that does not fit gives
 * one turn for each paragraph and the warning `pattern-not-found`. Time grows with the text's
 * length, however it is broken into lines.
 */
export const detectTurns = (document: ReadDocument, choice: PatternChoice): Detection => {
  const { prepared, readings } = survey(document);
  const reading = choose(readings, choice.pattern);
  if (reading !== undefined) return detectionOf(reading, prepared);
  const none = choose(readings, 'none');
  const fallback: Detection =
    none === undefined
      ? { pattern: 'none', turns: [], speakers: [], warnings: [] }
      : detectionOf(none, prepared);
  return {
    ...fallback,
    warnings: [
      {
        code: 'pattern-not-found',
        message:
          'The file has no speakers in the layout you chose. Each paragraph is a turn of its own.',
      },
      ...fallback.warnings,
    ],
  };
};

/** Every way to read a document, the likeliest first. */
export const detectAll = (document: ReadDocument): readonly Alternative[] => {
  const { prepared, readings } = survey(document);
  return readings.map((reading) => {
    const { turns, speakers } = buildTurns(reading, prepared);
    return {
      pattern: reading.pattern,
      turns: turns.length,
      speakers: speakers.length,
      confidence: Math.round(reading.confidence * 100) / 100,
    };
  });
};

/**
 * A detection as a person corrected it: labels renamed, merged where they end up alike, or taken
 * away (their words go to the turn before), and roles set. Ranges and times stay what they were.
 */
export const applyCorrections = (
  detection: Detection,
  corrections: readonly SpeakerCorrection[],
): Detection => {
  const byLabel = new Map(corrections.map((correction) => [correction.label, correction]));
  const nameOf = (label: string): string => byLabel.get(label)?.as ?? label;
  const kept: DetectedTurn[] = [];
  for (const turn of detection.turns) {
    const correction = turn.speaker === null ? undefined : byLabel.get(turn.speaker);
    const last = kept.at(-1);
    if (correction?.remove === true) {
      if (last === undefined) kept.push({ ...turn, speechStart: turn.start, speaker: null });
      else kept[kept.length - 1] = joined(last, turn);
    } else kept.push({ ...turn, speaker: turn.speaker === null ? null : nameOf(turn.speaker) });
  }
  const turns = mergeNeighbours(kept);
  const speakers = [...countSpeakers(turns)].map(([label, count]): DetectedSpeaker => {
    const before = detection.speakers.filter((speaker) => nameOf(speaker.label) === label);
    const chosen = before
      .map((speaker) => byLabel.get(speaker.label)?.role)
      .find((role) => role !== undefined);
    const known = before.find((speaker) => speaker.label === label) ?? before[0];
    return {
      label,
      ...count,
      suggestedRole: chosen ?? known?.suggestedRole ?? 'other',
      ...(known?.meaning === undefined ? {} : { meaning: known.meaning }),
    };
  });
  return { ...detection, turns, speakers };
};
