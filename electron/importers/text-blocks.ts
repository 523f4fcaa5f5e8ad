import type { Block } from '#shared/model/document.ts';

/** Plain text as blocks: every line that is not blank is a paragraph. */
export const paragraphsOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (/\S/.test(text.slice(start, end))) blocks.push({ kind: 'paragraph', start, end });
    start = end + 1;
  }
  return blocks;
};
