import { codePalette } from '#shared/model/code-palette.ts';

/** The CSS variable that holds a code's colour in the scheme in use. */
export const codeColour = (index: number): string => `var(--code-${index % codePalette.length})`;

const rules = (scheme: 'light' | 'dark'): string =>
  codePalette.map((colour, index) => `--code-${index}: ${colour[scheme]};`).join(' ');

/** Puts the code palette on the page as CSS variables, for both schemes; call once. */
export const installCodePalette = (): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root { ${rules('light')} } :root[data-scheme="dark"] { ${rules('dark')} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
