import { type IParagraphOptions, Paragraph, TextRun } from 'docx';

/** Whether the first letter of a text is written from right to left (Hebrew, Arabic and kin). */
export const rightToLeft = (text: string): boolean =>
  /^\P{L}*(?=[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])\p{L}/u.test(text);

/** A text as runs, a line break between its lines, each line in its own direction. */
export const runs = (text: string): TextRun[] =>
  text.split('\n').map(
    (line, at) =>
      new TextRun({
        text: line,
        ...(rightToLeft(line) ? { rightToLeft: true } : {}),
        ...(at > 0 ? { break: 1 } : {}),
      }),
  );

/** A paragraph of this text, after what `options` brings, in the direction of its first letter. */
export const paragraph = (text: string, options: IParagraphOptions): Paragraph =>
  new Paragraph({
    ...options,
    ...(rightToLeft(text) ? { bidirectional: true } : {}),
    children: [...(options.children ?? []), ...runs(text)],
  });
