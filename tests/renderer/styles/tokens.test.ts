import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');

const tokensOf = (selector: string): ReadonlyMap<string, string> => {
  const [, block = ''] = css.split(`${selector} {`);
  const body = block.slice(0, block.indexOf('}'));
  return new Map(
    [...body.matchAll(/(--[\w-]+): (#[\da-f]{6});/gu)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
};

/** Relative luminance of an sRGB colour, as WCAG 2.2 defines it. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours, as WCAG 2.2 defines it: 1 to 21. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const papers = ['--paper', '--paper-raised', '--paper-sunken', '--paper-hover'];
const text: readonly (readonly [string, readonly string[]])[] = [
  [
    '--ink',
    [...papers, '--accent-soft', '--selection', '--danger-soft', '--warning-soft', '--good-soft'],
  ],
  ['--ink-soft', [...papers, '--accent-soft']],
  ['--ink-faint', [...papers, '--accent-soft']],
  ['--accent', papers],
  ['--accent-ink', ['--accent']],
  ['--danger', [...papers, '--danger-soft']],
  ['--warning', [...papers, '--warning-soft']],
  ['--good', [...papers, '--good-soft']],
];
const drawn: readonly (readonly [string, readonly string[]])[] = [
  ['--line-strong', papers],
  ['--focus', [...papers, '--accent-soft']],
];

test.each([
  ['light', ':root'],
  ['dark', ':root[data-scheme="dark"]'],
])('text stands out 4.5:1 and what is drawn 3:1, %s', (_scheme, selector) => {
  const tokens = tokensOf(selector);
  const tooLow = (pairs: typeof text, least: number): readonly string[] =>
    pairs.flatMap(([front, backs]) =>
      backs.flatMap((back) => {
        const [a, b] = [tokens.get(front), tokens.get(back)];
        if (a === undefined || b === undefined) return [`${front} or ${back} is not there`];
        const ratio = contrast(a, b);
        return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
      }),
    );
  expect(tooLow(text, 4.5)).toEqual([]);
  expect(tooLow(drawn, 3)).toEqual([]);
});
