import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PackFile, reviewPackToHtml } from '#electron/exporters/review-pack-html.ts';
import { answersAsText, answersOf } from '#electron/exporters/review-pack-parts.ts';
import type { PackTheme } from '#shared/model/review-pack.ts';

const id = (at: number): string => `0198f000-0000-7000-8000-${String(at).padStart(12, '0')}`;

const theme = (at: number, change: Partial<PackTheme> = {}): PackTheme => ({
  themeId: id(at),
  name: `Theme ${at}`,
  summary: 'People said so.',
  quotes: [{ codingId: id(100 + at), text: 'It hurts.', who: 'P01 Marian, Participant' }],
  ...change,
});

const pack = (themes: readonly PackTheme[], change: Partial<PackFile> = {}): PackFile => ({
  packId: id(999),
  name: 'First pack',
  contents: { title: 'What we heard', welcome: 'Thank you.', returnTo: 'To us', themes },
  ...change,
});

const written = (file: PackFile): string => new TextDecoder().decode(reviewPackToHtml(file).bytes);

const inTags = (page: string, tag: string): readonly string[] =>
  [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'gu'))].map((match) => match[1] ?? '');

const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&\u2028<!--`;

describe('the page', () => {
  test('may run and look like nothing but itself, and reach nothing', () => {
    const page = written(pack([theme(1, { name: hostile, summary: hostile })], { name: hostile }));
    const scripts = inTags(page, 'script');
    expect(scripts).toHaveLength(1);
    const hash = (text: string): string =>
      `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1] ?? '';
    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(scripts[0] ?? '')}`,
      `style-src ${hash(inTags(page, 'style')[0] ?? '')}`,
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const tags = page.replace(scripts[0] ?? '', '').match(/<[a-z][^>]*>/gu) ?? [];
    // Without what stands in quotation marks, only names of attributes are left.
    const names = tags.map((tag) => tag.replaceAll(/"[^"]*"/gu, ''));
    expect(names.filter((tag) => /\s(?:src|style|on\w+)=/u.test(tag))).toEqual([]);
    expect(page).not.toMatch(/https?:/u);
  });

  test('shows hostile words as words, wherever they stand', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (words) => {
        const given = `${words}${hostile}`;
        const page = written(
          pack(
            [
              theme(1, {
                name: given,
                summary: given,
                quotes: [{ codingId: id(2), text: given, who: given }],
              }),
            ],
            {
              name: given,
              contents: { title: given, welcome: given, returnTo: given, themes: [] },
            },
          ),
        );
        expect(page).not.toContain('<img');
        expect(page.match(/<script/gu)).toHaveLength(1);
        expect(page.match(/<\/script/gu)).toHaveLength(1);
        expect(page.match(/<!--/gu)).toBeNull();
      }),
    );
  });

  test('says under each box on paper what it is about, since sheets come apart', () => {
    const page = written(pack([theme(1, { name: 'Believed' }), theme(2)]));
    const feet = [
      ...page.matchAll(/data-paper="comment-[^"]*" dir="auto"><\/div><p[^>]*>(.*?)<\/p>/gu),
    ];
    expect(feet.map((foot) => (foot[1] ?? '').replaceAll(/<[^>]*>/gu, ''))).toEqual([
      'Theme 1: Believed · Pack code 0000-0999',
      'Theme 2: Theme 2 · Pack code 0000-0999',
      'Overall · Pack code 0000-0999',
    ]);
  });

  test('is one small file for ten themes with six long quotes each', () => {
    const quotes = Array.from({ length: 6 }, (_, at) => ({
      codingId: id(at),
      text: 'It hurts, mostly in the morning. '.repeat(100),
      who: 'P01 Marian, Participant',
    }));
    const { bytes } = reviewPackToHtml(
      pack(Array.from({ length: 10 }, (_, at) => theme(at, { quotes }))),
    );
    expect(bytes.length).toBeLessThan(2_000_000);
  });

  test('holds a script that needs nothing around it', () => {
    const script = inTags(written(pack([theme(1)])), 'script')[0] ?? '';
    // Anything that is not of the page itself would stop it before it looks for the page.
    expect(() => {
      runInNewContext(script, { TextEncoder, localStorage: undefined });
    }).toThrow('document is not defined');
    for (const newer of ['.at(', 'replaceAll', 'structuredClone', 'hasOwn', '__vite', 'import_'])
      expect(script).not.toContain(newer);
  });
});

const pagePack = {
  packId: id(999),
  packName: 'First pack',
  code: 'AB12-CD34',
  returnTo: '',
  themes: [
    { id: id(1), name: 'Believed' },
    { id: id(2), name: 'At work' },
  ],
};

describe('the answers', () => {
  test('are in the order of the themes, then on the whole', () => {
    const answered = answersOf(pagePack, {
      [`answer-${id(2)}`]: 'not quite',
      [`comment-${id(2)}`]: '  Only  mornings ',
      'answer-overall': 'hacked',
      role: 'Other',
      'role-other': 'Volunteer\n driver',
    });
    expect(answered).toEqual({
      reviewer: 'No name given',
      role: 'Volunteer driver',
      answers: [
        { themeId: id(1), themeName: 'Believed', answer: null, comment: '' },
        { themeId: id(2), themeName: 'At work', answer: 'not quite', comment: 'Only  mornings' },
        { themeId: null, themeName: null, answer: null, comment: '' },
      ],
    });
    expect(answersAsText(pagePack, answered)).toBe(
      [
        'Answers to: First pack',
        'Pack code: AB12-CD34',
        'From: No name given, Volunteer driver',
        '',
        '1. Believed',
        'No answer chosen',
        '',
        '2. At work',
        'Not quite',
        'Only  mornings',
        '',
        'Overall',
        'No answer chosen',
      ].join('\n'),
    );
  });
});
