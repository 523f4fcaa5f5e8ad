/** Letters beyond plain English ones: only these can have accents or other forms. */
const beyondAscii = /[^\u0000-\u007f]/u;

/** Letters without case and accents, for finding words as somebody would type them. */
export const fold = (text: string): string =>
  beyondAscii.test(text)
    ? text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
    : text.toLowerCase();
