import type { PpiLogDocument } from '#shared/model/ppi-log.ts';
import { countOf, longDate } from './wording.ts';

export const ppiLogTitle = 'Public involvement log';
export const draftMark = 'Draft from the record, not yet put in the team’s own words.';
export const outcomesHeading = 'What was said, and what came of it';
export const noOutcomes = 'No answer has an outcome yet.';

/** What the file is: `24 November 2026`, `GRIPP2 short form`, `12 outcomes`. */
export const aboutLog = ({ date, decided }: PpiLogDocument): readonly string[] => [
  longDate(date),
  'By the items of GRIPP2 short form',
  countOf(decided.length, 'outcome'),
];

/** One answer with its outcome, in words. */
export interface OutcomeRow {
  readonly when: string;
  readonly on: string;
  readonly who: string;
  readonly said: string;
  readonly outcome: 'Changed' | 'Not changed';
  readonly note: string;
}

const day = (at: string): string =>
  new Date(at).toLocaleDateString('en-GB', { dateStyle: 'medium' });

const firstUpper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Every answer with an outcome, the oldest outcome first. */
export const outcomeRows = ({ decided }: PpiLogDocument): readonly OutcomeRow[] =>
  decided.map((item) => ({
    when: day(item.outcomeAt ?? item.receivedAt),
    on: item.themeName ?? 'On the whole',
    who: [item.reviewer, item.role, day(item.answeredAt)].filter((part) => part !== '').join(', '),
    said: [item.answer === null ? '' : `${firstUpper(item.answer)}.`, item.comment]
      .filter((part) => part !== '')
      .join(' '),
    outcome: item.outcome === 'changed' ? 'Changed' : 'Not changed',
    note: item.outcomeNote,
  }));

/** Prose as paragraphs; the lines of a list stay together. */
export const paragraphsOfProse = (words: string): readonly string[] =>
  words.split(/\n\s*\n/u).filter((part) => part.trim() !== '');

/** A paragraph, or the entries of a list. */
export type ProseBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] };

/** Prose as paragraphs and lists: lines that begin with a hyphen and a space are the entries of one. */
export const blocksOfProse = (words: string): readonly ProseBlock[] =>
  paragraphsOfProse(words).flatMap((part) =>
    (part.trim().match(/(?:^- .*\n?)+|(?:^(?!- ).*\n?)+/gmu) ?? []).map(
      (piece): ProseBlock =>
        piece.startsWith('- ')
          ? {
              type: 'list',
              items: piece
                .trimEnd()
                .split('\n')
                .map((line) => line.slice(2)),
            }
          : { type: 'paragraph', text: piece.trimEnd() },
    ),
  );
