import { expect, test } from 'vitest';
import { joinRichTexts } from '#shared/text/join-rich-texts.ts';
import { paragraphsOf, richTextFrom } from '#shared/text/rich-text.ts';

test('texts stand behind the first, each under a line that says whose it was', () => {
  const joined = joinRichTexts(richTextFrom(['Ours']), [
    { heading: 'From A:', narrative: richTextFrom(['Theirs', 'More of it']) },
    { heading: 'From B:', narrative: richTextFrom(['Last']) },
  ]);
  expect(paragraphsOf(joined)).toEqual([
    'Ours',
    'From A:',
    'Theirs',
    'More of it',
    'From B:',
    'Last',
  ]);
});

test('links in what is joined stay links', () => {
  const link = { type: 'code-link', version: 1, recordId: 'x', text: 'Doubt' };
  const narrative = JSON.stringify({
    root: { type: 'root', children: [{ type: 'paragraph', children: [link] }] },
  });
  const joined = joinRichTexts('', [{ heading: 'From A:', narrative }]);
  expect(JSON.parse(joined)).toMatchObject({ root: { children: [{}, { children: [link] }] } });
});
