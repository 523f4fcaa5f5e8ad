import type { Block, ReadDocument } from '#shared/model/document.ts';
import type { Decoded } from './encoding.ts';
import { paragraphsOf } from './text-blocks.ts';

const heading = /^ {0,3}(#{1,6})[ \t]/;

/**
 * A Markdown file, kept as typed, marks and all. Lines are paragraphs; `#` lines are headings.
 * A fenced block is not searched for headings, since `#` starts a comment there.
 */
export const readMd = ({ text, encoding, warnings }: Decoded): ReadDocument => {
  let fenced = false;
  const blocks = paragraphsOf(text).map((block): Block => {
    const line = text.slice(block.start, Math.min(block.end, block.start + 40));
    if (/^ {0,3}(```|~~~)/.test(line)) fenced = !fenced;
    const level = fenced ? undefined : heading.exec(line)?.[1]?.length;
    return level === undefined ? block : { ...block, heading: level };
  });
  return { format: 'md', text, blocks, encoding, warnings };
};
