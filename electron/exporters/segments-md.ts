import type { ListedSegment } from '#shared/model/segment-list.ts';
import { textFile } from './exported.ts';
import { escaped, paragraphs } from './markdown.ts';
import { aboutSegments, codedAs, placeOf } from './segment-columns.ts';
import type { SegmentsExporter } from './segments.ts';

const quote = (segment: ListedSegment): string =>
  [
    `${paragraphs(segment.text)}\n\n— ${escaped(placeOf(segment))} (${escaped(codedAs(segment))})`
      .replaceAll(/^/gmu, '> ')
      .replaceAll(/ $/gmu, ''),
    ...(segment.memo === '' ? [] : [`*Memo.* ${paragraphs(segment.memo)}`]),
  ].join('\n\n');

/** Segments as Markdown (CommonMark): a heading for each group, each segment a quotation. */
export const segmentsToMarkdown: SegmentsExporter = (list) =>
  textFile(
    `${[
      `# ${escaped(list.project)}`,
      ['Segments', ...aboutSegments(list)].map(escaped).join(' · '),
      ...list.headings.flatMap(({ name, segments }) => [
        ...(name === '' ? [] : [`## ${escaped(name)}`]),
        ...segments.map(quote),
      ]),
    ].join('\n\n')}\n`,
  );
