import { graphemesOf } from '#shared/text/graphemes.ts';

const narrow = /^[\sijlfrtI.,:;'’‘|!()[\]-]$/u;
const broad = /^[mwMW@%—…]$/u;
const capital = /^[\p{Lu}\p{N}&?]$/u;
const simple = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Zs}]/u;

/** Letters that are one character each, as most names are made of; others are told apart with care. */
const plain = /^[\u0020-\u024F‘’“”–—…]*$/u;
const characters = (text: string): readonly string[] =>
  plain.test(text) ? Array.from(text) : graphemesOf(text);

/** How wide a character is, in ems: no face is asked, so that a drawing needs none. Errs to wide. */
const measure = (grapheme: string): number => {
  if (narrow.test(grapheme)) return 0.36;
  if (broad.test(grapheme)) return 0.95;
  if (capital.test(grapheme)) return 0.72;
  return simple.test(grapheme) ? 0.6 : 1.1;
};

const widths = new Map<string, number>();
/** The same, remembered for the characters that come again and again. */
const widthOf = (grapheme: string): number => {
  const known = widths.get(grapheme);
  if (known !== undefined) return known;
  const width = measure(grapheme);
  if (widths.size < 5000) widths.set(grapheme, width);
  return width;
};

/** About how wide a line is, in pixels, at a size in pixels. */
export const lineWidth = (line: string, size: number): number =>
  characters(line).reduce((sum, grapheme) => sum + widthOf(grapheme), 0) * size;

/** What a label is set in. Pixels. */
export interface Setting {
  readonly size: number;
  readonly width: number;
}

/** A word that is too long for a line, in pieces that are not. */
const pieces = (word: string, { size, width }: Setting): readonly string[] => {
  if (lineWidth(word, size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const grapheme of characters(word)) {
    if (part !== '' && lineWidth(part + grapheme, size) > width) {
      parts.push(part);
      part = '';
    }
    part += grapheme;
  }
  return part === '' ? parts : [...parts, part];
};

/** Breaks a label into lines of at most about `width` pixels, between words where it can. Loses nothing but the spaces at the breaks. */
export const labelLines = (label: string, setting: Setting): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of label.split(/\s+/u).filter((part) => part !== ''))
    for (const piece of pieces(word, setting)) {
      const longer = line === '' ? piece : `${line} ${piece}`;
      if (line !== '' && lineWidth(longer, setting.size) > setting.width) {
        lines.push(line);
        line = piece;
      } else line = longer;
    }
  return line === '' ? lines : [...lines, line];
};
