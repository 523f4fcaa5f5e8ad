/** A word as a reader counts them: letters and digits, with apostrophes and hyphens inside. */
const word = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*/gu;

/** How many words a text has. */
export const countWords = (text: string): number => {
  let count = 0;
  for (const _ of text.matchAll(word)) count += 1;
  return count;
};
