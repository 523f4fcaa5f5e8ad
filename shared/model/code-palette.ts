/** One colour of the code palette, on light and on dark ground, with what stands in for it. */
export interface PaletteColour {
  /** Plain English, for tooltips, screen readers and lists. */
  readonly name: string;
  /** `#rrggbb` on light ground: at least 3:1 against #fbfaf8. */
  readonly light: string;
  /** `#rrggbb` on dark ground: at least 3:1 against #1b1a18. */
  readonly dark: string;
  /** A capital letter of the name that no other colour has: tells apart without colour. */
  readonly letter: string;
}

/**
 * The colours of codes; `code.colour` is an index into it. Hues at least 10 degrees apart in OKLCH
 * at one chroma (0.14 light, 0.125 dark, less where sRGB ends). Lightness is held to a band of 0.15
 * (light) and 0.2 (dark) instead of one value: at one value sixteen hues collapse into a handful for
 * a colour-blind reader, inside the band every pair stays 0.038 apart in OKLab with protanopia,
 * deuteranopia and tritanopia. In the order in which each next colour is furthest from those before
 * it, so that a project with few codes has the clearest ones.
 */
export const codePalette = [
  { name: 'Blue', light: '#4e6ec5', dark: '#8199ec', letter: 'B' },
  { name: 'Amber', light: '#bf8107', dark: '#f3bd62', letter: 'A' },
  { name: 'Berry', light: '#a5416e', dark: '#d37394', letter: 'Y' },
  { name: 'Jade', light: '#049c7f', dark: '#4ad5ba', letter: 'J' },
  { name: 'Olive', light: '#797500', dark: '#aea33a', letter: 'O' },
  { name: 'Violet', light: '#ac74cc', dark: '#cfa2f5', letter: 'V' },
  { name: 'Red', light: '#c05548', dark: '#ef8c77', letter: 'R' },
  { name: 'Teal', light: '#057176', dark: '#0ea0a2', letter: 'T' },
  { name: 'Pink', light: '#d66777', dark: '#ffa3ab', letter: 'P' },
  { name: 'Indigo', light: '#6351ac', dark: '#907cd1', letter: 'I' },
  { name: 'Magenta', light: '#b25da2', dark: '#dd8ac5', letter: 'M' },
  { name: 'Brown', light: '#8e5302', dark: '#bd7c27', letter: 'N' },
  { name: 'Green', light: '#00864a', dark: '#5db77a', letter: 'G' },
  { name: 'Cyan', light: '#0086a5', dark: '#21b9db', letter: 'C' },
  { name: 'Lime', light: '#6a9c3a', dark: '#a2da87', letter: 'L' },
  { name: 'Sky', light: '#3095dc', dark: '#96cefe', letter: 'S' },
] as const satisfies readonly PaletteColour[];

/** The palette's colour for an index; one past the end starts again from the first. */
export const paletteColour = (index: number): PaletteColour =>
  codePalette[index % codePalette.length] ?? codePalette[0];

/** The colour a code has in files for others (`#RRGGBB`, capitals): the one for light ground. */
export const exportColour = (index: number): string => paletteColour(index).light.toUpperCase();
