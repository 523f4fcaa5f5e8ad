/** A count with its noun: `1 coding`, `1,204 codings`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString()} ${count === 1 ? noun : plural}`;

/** A name in quotation marks, as it stands within a sentence. */
export const quoted = (name: string): string => `‘${name}’`;

/** Words joined as people say them: `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(words);

export { fold } from '#shared/text/fold.ts';
