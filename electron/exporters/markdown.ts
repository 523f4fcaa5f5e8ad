/** Text as text: nothing in it becomes Markdown or HTML. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>&|~$#]/gu, '\\$&')
    .replaceAll(/^(\s*)([+=-]|\d+(?=[.)]))/gmu, (_, space: string, mark: string) =>
      /^\d/u.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );

/** Prose as paragraphs: empty lines part them, a single line end stays one, nothing is indented. */
export const paragraphs = (text: string): string =>
  escaped(text.trim())
    .split(/\n\s*\n/u)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .join('\\\n'),
    )
    .join('\n\n');
