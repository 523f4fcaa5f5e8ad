import { z } from 'zod';

/** Puts `text` in the place of `[start, end)` (UTF-16 code units of the text before the edit). */
const replacementSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
});
export type Replacement = Readonly<z.infer<typeof replacementSchema>>;

/** The edit as it is recorded: what was done to the text, and what would undo it. */
export interface TextEdit {
  readonly replacements: readonly Replacement[];
  readonly inverse: readonly Replacement[];
}

/**
 * Applies replacements that are in order and do not overlap. Answers the new text and the edit
 * with its inverse, whose offsets are in the new text. Throws a RangeError for any other list.
 */
export const applyReplacements = (
  text: string,
  replacements: readonly Replacement[],
): { readonly text: string; readonly edit: TextEdit } => {
  const pieces: string[] = [];
  const inverse: Replacement[] = [];
  let from = 0;
  let shift = 0;
  for (const replacement of replacements) {
    const { start, end } = replacement;
    if (start < from || end < start || end > text.length)
      throw new RangeError('Replacements are in order, inside the text, and do not overlap');
    pieces.push(text.slice(from, start), replacement.text);
    inverse.push({
      start: start + shift,
      end: start + shift + replacement.text.length,
      text: text.slice(start, end),
    });
    shift += replacement.text.length - (end - start);
    from = end;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(''), edit: { replacements, inverse } };
};
