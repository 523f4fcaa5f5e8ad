import type { Codebook } from '#shared/model/codebook.ts';

/** What a codebook shows beside the codes themselves. */
export interface CodebookOptions {
  /** How many codings and sources each code has. */
  readonly counts: boolean;
  /** The example quote of each code. */
  readonly quotes: boolean;
}

/** A file ready to be written, and what the format could not carry, said for people. */
export interface Exported {
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

/** Writes a codebook (at least one code, legal characters only) as a file of one format. */
export type CodebookExporter = (
  codebook: Codebook,
  options: CodebookOptions,
) => Exported | Promise<Exported>;

/** A text file in UTF-8 that carries everything. */
export const textFile = (text: string): Exported => ({
  bytes: new TextEncoder().encode(text),
  warnings: [],
});
