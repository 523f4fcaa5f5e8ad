import { z } from 'zod';
import { richTextFrom } from './rich-text.ts';

const stateSchema = z.looseObject({
  root: z.looseObject({ children: z.array(z.unknown()) }),
});

const childrenOf = (richText: string): readonly unknown[] => {
  if (richText === '') return [];
  const state = stateSchema.safeParse(JSON.parse(richText));
  return state.success ? state.data.root.children : [];
};

/**
 * A rich text with others behind it, each under a line that says whose it was. Links and quotes in
 * them stay what they are.
 */
export const joinRichTexts = (
  first: string,
  others: readonly { readonly heading: string; readonly narrative: string }[],
): string => {
  if (others.length === 0) return first;
  const children = [
    ...childrenOf(first),
    ...others.flatMap(({ heading, narrative }) => [
      ...childrenOf(richTextFrom([heading])),
      ...childrenOf(narrative),
    ]),
  ];
  const frame = stateSchema.parse(JSON.parse(first === '' ? richTextFrom([]) : first));
  return JSON.stringify({ ...frame, root: { ...frame.root, children } });
};
