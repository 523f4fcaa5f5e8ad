import type { Codebook, CodebookCode } from '#shared/model/codebook.ts';
import { type CodebookExporter, type CodebookOptions, textFile } from './exported.ts';
import {
  aboutLines,
  attribution,
  exampleLabel,
  metaOf,
  undefinedYet,
  writtenParts,
} from './wording.ts';

/** Text as text: nothing in it becomes Markdown or HTML. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>&|~$#]/gu, '\\$&')
    .replaceAll(/^(\s*)([+=-]|\d+(?=[.)]))/gmu, (_, space: string, mark: string) =>
      /^\d/u.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );

/** Prose as paragraphs: empty lines part them, a single line end stays one, nothing is indented. */
const paragraphs = (text: string): string =>
  escaped(text.trim())
    .split(/\n\s*\n/u)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .join('\\\n'),
    )
    .join('\n\n');

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
