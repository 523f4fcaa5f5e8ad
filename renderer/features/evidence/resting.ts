import { counted } from '#renderer/ui/words.ts';

/**
 * What is added to the words about a deletion where claims rested directly on what went, for example
 * `. 2 claims rested on it`; '' where none did.
 */
export const restedOn = (claims: number, gone: 'it' | 'them'): string =>
  claims === 0 ? '' : `. ${counted(claims, 'claim')} rested on ${gone}`;
