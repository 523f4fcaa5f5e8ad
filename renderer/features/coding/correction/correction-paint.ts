import { capDepth } from '#renderer/features/coding/transcript/tint.ts';
import { codeColours } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Range as TextRange } from '#shared/model/range.ts';

/** As over the words that are read: with three tints, words keep 4.5:1 in every colour. */
const deepestTint = 3;

interface Placed {
  readonly node: Text;
  /** Where it begins in the text, in UTF-16 code units. */
  readonly start: number;
}

/** The text nodes of an editor of plain text with their places in it. */
const textNodes = (words: HTMLElement): readonly Placed[] => {
  const placed: Placed[] = [];
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      placed.push({ node, start: at });
      at += node.length;
      // What the editor puts in to keep a last line open is no line break of the text.
    } else if (
      node instanceof HTMLBRElement &&
      !node.hasAttribute('data-lexical-managed-linebreak')
    )
      at += 1;
  }
  return placed;
};

interface Painted {
  /** Codings with their places among the words as they are typed now. */
  readonly codings: readonly (TextRange & Pick<Coding, 'codeId'>)[];
  readonly colours: ReadonlyMap<string, number>;
}

/**
 * Paints codings over words that are being typed, in the layers that the transcript is painted in.
 * Answers how to take them off again.
 */
export const paintTyped = (words: HTMLElement, { codings, colours }: Painted): (() => void) => {
  const nodes = textNodes(words);
  const painted: (() => void)[] = [];
  const pieces = capDepth(codings, deepestTint);
  for (const [index, { codeId }] of codings.entries()) {
    const layer = CSS.highlights.get(`code-${(colours.get(codeId) ?? 0) % codeColours}`);
    if (layer === undefined) continue;
    for (const piece of pieces[index] ?? [])
      for (const { node, start } of nodes) {
        const [from, to] = [
          Math.max(piece.start - start, 0),
          Math.min(piece.end - start, node.length),
        ];
        if (from >= to) continue;
        const range = new StaticRange({
          startContainer: node,
          startOffset: from,
          endContainer: node,
          endOffset: to,
        });
        layer.add(range);
        painted.push(() => layer.delete(range));
      }
  }
  return () => {
    for (const wipe of painted) wipe();
  };
};
