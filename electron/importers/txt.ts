import type { ReadDocument } from '#shared/model/document.ts';
import type { Decoded } from './encoding.ts';
import { paragraphsOf } from './text-blocks.ts';

/** A plain text file: every line that is not blank is a paragraph. */
export const readTxt = ({ text, encoding, warnings }: Decoded): ReadDocument => ({
  format: 'txt',
  text,
  blocks: paragraphsOf(text),
  encoding,
  warnings,
});
