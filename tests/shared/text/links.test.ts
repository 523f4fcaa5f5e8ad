import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendQuote,
  linkKinds,
  linksIn,
  linkUrl,
  mentionType,
  parseLink,
  passagesIn,
  quotedFrom,
} from '#shared/text/links.ts';
import { plainText, richTextFrom } from '#shared/text/rich-text.ts';

const link = fc.record({ kind: fc.constantFrom(...linkKinds), id: fc.uuid() });

const mention = (url: string, text: string) => ({ type: mentionType, version: 1, url, text });

const paragraph = (...children: readonly object[]) => ({ type: 'paragraph', version: 1, children });

const state = (...children: readonly object[]): string =>
  JSON.stringify({ root: { type: 'root', version: 1, children } });

const quoted = (url: string) => ({
  url,
  text: 'It comes and goes',
  from: 'P01 baseline, Nasreen, turn 12',
  sourceId: '01939f3e-0000-7000-8000-000000000001',
  start: 120,
  end: 137,
});

describe('a link', () => {
  test('that is built reads back as what it was built from', () => {
    fc.assert(
      fc.property(link, (one) => {
        expect(parseLink(linkUrl(one))).toEqual(one);
      }),
    );
  });

  test('is nothing else than that: other addresses are not taken for one', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((s) => `understory:${s}`),
        ),
        (url) => {
          const parsed = parseLink(url);
          if (parsed !== null) expect(linkUrl(parsed)).toBe(url.toLowerCase());
        },
      ),
    );
    for (const url of [
      'understory:code/',
      'understory:coder/01939f3e-0000-7000-8000-000000000001',
      'javascript:alert(1)',
    ])
      expect(parseLink(url)).toBeNull();
  });
});

describe('the links of a rich text', () => {
  test('are found wherever they stand, each once, in the order of the words', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 8 }), (links) => {
        const nodes = links.map((one) => mention(linkUrl(one), 'A name'));
        const nested = { type: 'list', children: [{ type: 'listitem', children: nodes }] };
        const urls = [...new Set(links.map(linkUrl))];
        expect(linksIn(state(nested, paragraph(...nodes))).map(linkUrl)).toEqual(urls);
      }),
    );
    expect(linksIn('')).toEqual([]);
  });

  test('of quotes name the place, so that the project can keep it', () => {
    const id = '01939f3e-0000-7000-8000-000000000002';
    const body = appendQuote(richTextFrom(['Before']), quoted(`understory:passage/${id}`));
    expect(passagesIn(body)).toEqual([{ id, sourceId: quoted('').sourceId, start: 120, end: 137 }]);
    // A coding keeps its place itself.
    expect(passagesIn(appendQuote('', quoted(`understory:coding/${id}`)))).toEqual([]);
  });
});

test('plain text has the names of links and the words of quotes, and whose they are', () => {
  const body = state(
    paragraph(
      { type: 'text', text: 'See ' },
      mention('understory:code/01939f3e-0000-7000-8000-000000000003', 'Being believed'),
      { type: 'text', text: ' again.' },
    ),
  );
  const url = 'understory:coding/01939f3e-0000-7000-8000-000000000002';
  expect(plainText(appendQuote(body, quoted(url)))).toBe(
    'See Being believed again.\n\n“It comes and goes” (P01 baseline, Nasreen, turn 12)\n\n',
  );
});

test('whose words a quote has is said as far as it is known', () => {
  expect(quotedFrom({ sourceName: 'P01', speaker: 'Nasreen', turn: 1200 })).toBe(
    'P01, Nasreen, turn 1,200',
  );
  expect(quotedFrom({ sourceName: 'Field note', speaker: null, turn: null })).toBe('Field note');
});
