import { assertNever } from '#shared/model/assert-never.ts';
import type { Block, ListItem, Run, ThemeRow, WrittenQuote } from '#shared/model/written.ts';
import { textFile } from './exported.ts';
import { escaped, paragraphs } from './markdown.ts';
import type { ReportExporter } from './report.ts';
import { aboutReport, inMarks, noQuote, restsOnWords, tableHeaders } from './report-wording.ts';

const oneLine = (text: string): string => escaped(text.replaceAll(/\s+/gu, ' ').trim());

/** Marks stand at the words, since with a space inside them they would be text. */
const run = ({ text, bold, italic }: Run): string => {
  const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? text : `${before}${mark}${escaped(words)}${mark}${after}`;
};

const runs = (all: readonly Run[]): string =>
  all
    .map(run)
    .join('')
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\\\n');

const set = (text: string): string => text.replaceAll(/^/gmu, '> ').replaceAll(/ $/gmu, '');

const quotation = ({ text, who }: WrittenQuote): string =>
  set(`${paragraphs(inMarks(text))}\n\n— ${oneLine(who)}`);

const item = ({ depth, ordered, runs: words }: ListItem): string => {
  // As wide as the widest mark, so that what is nested is nested under both.
  const indent = ' '.repeat(depth * 3);
  return `${indent}${ordered ? '1.' : '-'} ${runs(words).replaceAll('\n', `\n${indent}   `)}`;
};

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const themeRow = ({ theme, span, subtheme, counts, quote }: ThemeRow, hasCounts: boolean): string =>
  tableRow([
    span === 0 ? '' : oneLine(theme),
    oneLine(subtheme),
    ...(hasCounts ? [oneLine(counts)] : []),
    quote === null ? noQuote : `${oneLine(inMarks(quote.text))} (${oneLine(quote.who)})`,
  ]);

const written = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${oneLine(block.text)}`;
    case 'paragraph':
      return runs(block.runs);
    case 'set apart':
      return set(runs(block.runs));
    case 'list':
      return block.items.map(item).join('\n');
    case 'quote':
      return quotation(block.quote);
    case 'counts':
      return escaped(block.text);
    case 'theme table': {
      const headers = tableHeaders(block);
      return [
        tableRow(headers),
        tableRow(headers.map(() => '---')),
        ...block.rows.map((row) => themeRow(row, block.hasCounts)),
      ].join('\n');
    }
    case 'claims':
      return block.claims
        .map(({ statement, restsOn }) =>
          [
            `1. ${paragraphs(statement).replaceAll('\n', '\n   ')}`,
            ...[restsOnWords(restsOn)]
              .filter((text) => text.trim() !== '')
              .map((text) => `   ${paragraphs(text).replaceAll(/\n(?=.)/gu, '\n   ')}`),
          ].join('\n\n'),
        )
        .join('\n');
    default:
      return assertNever(block);
  }
};

/** Two quotations, or two lists, that follow each other would be one without something between. */
const parted = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block, at) => {
    const before = blocks[at - 1]?.type;
    const words = written(block);
    return before === block.type &&
      (before === 'quote' || before === 'list' || before === 'set apart')
      ? ['<!-- -->', words]
      : [words];
  });

/** A report as Markdown (CommonMark, with GitHub's tables): quotes are quotations. */
export const reportToMarkdown: ReportExporter = (report) =>
  textFile(
    `${[
      `# ${oneLine(report.name)}`,
      aboutReport(report).map(oneLine).join(' · '),
      ...parted(report.parts.flatMap(({ blocks }) => blocks)),
    ].join('\n\n')}\n`,
  );
