import { describe, expect, test } from 'vitest';
import { codeColours } from '#shared/model/code.ts';
import { codePalette, exportColour, paletteColour } from '#shared/model/code-palette.ts';

type Triple = readonly [number, number, number];

/** Linear-light sRGB of `#rrggbb` (IEC 61966-2-1). */
const linear = (hex: string): Triple => {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const weigh = ([a, b, c]: Triple, [x, y, z]: Triple): number => a * x + b * y + c * z;

/** Contrast ratio, WCAG 2.2. */
const contrast = (one: string, other: string): number => {
  const luminance = (hex: string): number => weigh([0.2126, 0.7152, 0.0722], linear(hex)) + 0.05;
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
};

/** OKLab of linear-light sRGB (Ottosson 2020). */
const oklab = (rgb: Triple): Triple => {
  const cones: Triple = [
    Math.cbrt(weigh([0.4122214708, 0.5363325363, 0.0514459929], rgb)),
    Math.cbrt(weigh([0.2119034982, 0.6806995451, 0.1073969566], rgb)),
    Math.cbrt(weigh([0.0883024619, 0.2817188376, 0.6299787005], rgb)),
  ];
  return [
    weigh([0.2104542553, 0.793617785, -0.0040720468], cones),
    weigh([1.9779984951, -2.428592205, 0.4505937099], cones),
    weigh([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
};

/** How full colour blindness of each kind maps linear-light sRGB (Machado and others 2009, severity 1). */
const sights: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seenWith = (hex: string, matrix: readonly [Triple, Triple, Triple] | undefined): Triple => {
  const rgb = linear(hex);
  if (matrix === undefined) return oklab(rgb);
  const clipped = (row: Triple): number => Math.min(1, Math.max(0, weigh(row, rgb)));
  return oklab([clipped(matrix[0]), clipped(matrix[1]), clipped(matrix[2])]);
};

/** The smallest distance in OKLab between two colours of a list. */
const nearest = (colours: readonly Triple[]): number =>
  Math.min(
    ...colours.flatMap((one, at) =>
      colours
        .slice(at + 1)
        .map((other) => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])),
    ),
  );

const grounds = { light: '#fbfaf8', dark: '#1b1a18' } as const;

describe.each(['light', 'dark'] as const)('the code palette on %s ground', (ground) => {
  const colours = codePalette.map((colour) => colour[ground]);

  test('every colour has 3:1 against the ground', () => {
    for (const colour of colours) {
      expect(contrast(colour, grounds[ground]), colour).toBeGreaterThanOrEqual(3);
    }
  });

  test('lightness and chroma keep to a narrow band', () => {
    const labs = colours.map((colour) => oklab(linear(colour)));
    const lightness = labs.map(([value]) => value);
    expect(Math.max(...lightness) - Math.min(...lightness)).toBeLessThan(0.21);
    for (const [, a, b] of labs) {
      expect(Math.hypot(a, b)).toBeGreaterThan(0.08);
      expect(Math.hypot(a, b)).toBeLessThan(0.145);
    }
  });

  test('colours stay apart, and furthest among the first', () => {
    expect(nearest(colours.map((colour) => seenWith(colour, undefined)))).toBeGreaterThan(0.06);
    expect(
      nearest(colours.slice(0, 6).map((colour) => seenWith(colour, undefined))),
    ).toBeGreaterThan(0.08);
  });

  test.each(Object.entries(sights))('colours stay apart with %s', (_, matrix) => {
    expect(nearest(colours.map((colour) => seenWith(colour, matrix)))).toBeGreaterThan(0.038);
    expect(nearest(colours.slice(0, 6).map((colour) => seenWith(colour, matrix)))).toBeGreaterThan(
      0.05,
    );
  });
});

test('there is a colour for every index a code can have, and each has its own name and letter', () => {
  expect(codePalette).toHaveLength(codeColours);
  expect(new Set(codePalette.map(({ name }) => name)).size).toBe(codeColours);
  expect(new Set(codePalette.map(({ letter }) => letter)).size).toBe(codeColours);
  for (const { name, letter } of codePalette) expect(name.toUpperCase()).toContain(letter);
});

test('files get the colour for light ground in capitals, and an index too high wraps round', () => {
  expect(exportColour(0)).toBe('#4E6EC5');
  expect(exportColour(codeColours)).toBe(exportColour(0));
  expect(paletteColour(codeColours + 1)).toBe(codePalette[1]);
});
