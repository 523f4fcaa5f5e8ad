import { type IParagraphStyleOptions, LineRuleType } from 'docx';

/**
 * How paragraphs are spaced in a document whose lines are usually `usual` high: the room before and
 * after, and the height of a line, in twentieths of a point.
 */
export const spacingWith =
  (usual: number) =>
  (before: number, after: number, line = usual) => ({
    before,
    after,
    line,
    // LibreOffice takes a line height of a style without a rule for an exact one, and overlaps lines.
    lineRule: LineRuleType.AUTO,
  });

/** A style of paragraphs, by the name that people find it under. */
export const style = (
  id: string,
  name: string,
  rest: Omit<IParagraphStyleOptions, 'id' | 'name'>,
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, ...rest });
