import type { Codebook, CodebookCode } from '#shared/model/codebook.ts';
import { type CodebookExporter, type CodebookOptions, textFile } from './exported.ts';
import { escaped, paragraphs } from './markdown.ts';
import {
  aboutLines,
  attribution,
  exampleLabel,
  metaOf,
  undefinedYet,
  writtenParts,
} from './wording.ts';

const quoteOf = (code: CodebookCode): readonly string[] =>
  code.example === null
    ? []
    : [
        `**${exampleLabel}.**`,
        `${paragraphs(`“${code.example.text}”`)}\n\n— ${escaped(attribution(code))}`
          .replaceAll(/^/gmu, '> ')
          .replaceAll(/ $/gmu, ''),
      ];

const section = (code: CodebookCode, options: CodebookOptions): string => {
  const parts = writtenParts(code).map(({ label, text }) => `**${label}.** ${paragraphs(text)}`);
  return [
    `${'#'.repeat(Math.min(code.depth + 2, 6))} ${escaped(code.name)}`,
    `*${metaOf(code, options).map(escaped).join(' · ')}*`,
    ...(parts.length === 0 ? [undefinedYet] : parts),
    ...(options.quotes ? quoteOf(code) : []),
  ].join('\n\n');
};

const title = (codebook: Codebook): string =>
  [
    `# ${escaped(codebook.project)}`,
    ['Codebook', ...aboutLines(codebook)].map(escaped).join(' · '),
  ].join('\n\n');

/** The codebook as Markdown (CommonMark), one heading per code. */
export const codebookToMarkdown: CodebookExporter = (codebook, options) =>
  textFile(
    `${[title(codebook), ...codebook.codes.map((code) => section(code, options))].join('\n\n')}\n`,
  );
