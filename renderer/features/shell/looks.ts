import type { ColourScheme, TranscriptFace } from '#renderer/state/preferences.ts';

/** What the colour schemes are called on the screen. */
export const schemeNames: Readonly<Record<ColourScheme, string>> = {
  system: 'As the system says',
  light: 'Light',
  dark: 'Dark',
};

/** What the faces for transcripts are called on the screen. */
export const faceNames: Readonly<Record<TranscriptFace, string>> = {
  serif: 'Source Serif',
  sans: 'Inter',
  legible: 'Atkinson Hyperlegible',
};
