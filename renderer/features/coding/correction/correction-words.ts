import { counted } from '#renderer/ui/words.ts';
import type { CodingEffect, TextEffect } from '#shared/contract/turns.ts';
import { asksFirst, type Following, followings } from '#shared/text/follow.ts';

type Counts = { readonly [change in Following]?: number | undefined };

/** What an edit does to codings: as it would be, and as it was. One coding, then several. */
const said: Readonly<
  Record<
    Exclude<Following, 'moved' | 'reworded'>,
    Readonly<Record<'would' | 'did', [string, string]>>
  >
> = {
  longer: { would: ['gets longer', 'get longer'], did: ['got longer', 'got longer'] },
  shorter: { would: ['gets shorter', 'get shorter'], did: ['got shorter', 'got shorter'] },
  joined: {
    would: ['becomes one with its twin', 'become one with their twins'],
    did: ['became one with its twin', 'became one with their twins'],
  },
  lost: { would: ['would be lost', 'would be lost'], did: ['lost', 'lost'] },
};

/** Whether somebody should see what an edit does before it is saved. */
export const asksBefore = ({ codings, notes, quotes }: TextEffect): boolean =>
  notes.loosened.length > 0 ||
  quotes.emptied > 0 ||
  followings.some((change) => asksFirst(change) && (codings.count[change] ?? 0) > 0);

/** What happens to codings beyond moving: `1 coding gets longer, 2 codings would be lost`; '' for nothing. */
export const codingWords = (count: Counts, tense: 'would' | 'did'): string =>
  Object.entries(said)
    .flatMap(([change, words]) => {
      const number = count[change as Following] ?? 0;
      return number === 0
        ? []
        : [`${counted(number, 'coding')} ${words[tense][number === 1 ? 0 : 1]}`];
    })
    .join(', ');

/** What an edit would do, in sentences: `2 places corrected. 1 coding would be lost.` */
export const previewWords = ({ words, codings, notes, quotes }: TextEffect): string =>
  [
    words.count === 0 ? '' : `${counted(words.count, 'place')} corrected.`,
    codingWords(codings.count, 'would'),
    notes.loosened.length === 0
      ? ''
      : `${counted(notes.loosened.length, 'note')} would be on the source as a whole`,
    quotes.emptied === 0
      ? ''
      : `${counted(quotes.emptied, 'quote')} in memos would have no place in the text any more`,
  ]
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');

/** What an edit did to codings and notes: `2 codings moved, 1 coding got longer`; '' for nothing. */
export const effectWords = ({ codings, notes }: TextEffect): string => {
  const moved = (codings.count.moved ?? 0) + (codings.count.reworded ?? 0);
  return [
    moved === 0 ? '' : `${counted(moved, 'coding')} moved`,
    codingWords(codings.count, 'did'),
    notes.moved === 0 ? '' : `${counted(notes.moved, 'note')} moved`,
  ]
    .filter((part) => part !== '')
    .join(', ');
};

/** What happens to one coding, as it stands beside its name. */
export const fateWords = ({ change, memos }: CodingEffect): string => {
  if (change === 'reworded') return 'is reworded';
  const [fate] = said[change].would;
  return memos > 0 && change === 'lost' ? `${fate}, with ${counted(memos, 'memo')}` : fate;
};
