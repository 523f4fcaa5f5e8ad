import { textFile } from './exported.ts';
import { escaped, paragraphs } from './markdown.ts';
import type { PpiLogExporter } from './ppi-log.ts';
import {
  aboutLog,
  draftMark,
  noOutcomes,
  type OutcomeRow,
  outcomeRows,
  outcomesHeading,
  paragraphsOfProse,
  ppiLogTitle,
} from './ppi-log-words.ts';

const isList = (part: string): boolean => part.split('\n').every((line) => line.startsWith('- '));

const prose = (words: string): string =>
  paragraphsOfProse(words)
    .map((part) =>
      isList(part)
        ? part
            .split('\n')
            .map((line) => `- ${escaped(line.slice(2).trim())}`)
            .join('\n')
        : paragraphs(part),
    )
    .join('\n\n');

const outcome = ({ when, on, who, said, outcome: what, note }: OutcomeRow): string =>
  [
    `### ${escaped(on)}`,
    `${paragraphs(said)}\n\n— ${escaped(who)}`.replaceAll(/^/gmu, '> ').replaceAll(/ $/gmu, ''),
    `**${what}, ${escaped(when)}.** ${paragraphs(note)}`,
  ].join('\n\n');

/** The log as Markdown (CommonMark): a heading for each item, and one for each outcome. */
export const ppiLogToMarkdown: PpiLogExporter = (log) => {
  const rows = outcomeRows(log);
  return textFile(
    `${[
      `# ${escaped(log.project)}`,
      [ppiLogTitle, ...aboutLog(log)].map(escaped).join(' · '),
      ...log.items.flatMap(({ name, words, isDraft }) => [
        `## ${escaped(name)}`,
        ...(isDraft ? [`*${draftMark}*`] : []),
        prose(words),
      ]),
      `## ${outcomesHeading}`,
      ...(rows.length === 0 ? [noOutcomes] : rows.map(outcome)),
    ].join('\n\n')}\n`,
  );
};
