/** A piece of HTML that is safe to insert as it is. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Content = string | number | Html | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const markupOf = (content: Content): string => {
  if (content instanceof Html) return content.markup;
  if (typeof content === 'string' || typeof content === 'number')
    return String(content).replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);
  return content.map(markupOf).join('');
};

/**
 * Builds HTML from a template: every value is escaped, unless it was built by this function itself.
 * Values stand in text or in quoted attributes, never in a tag's name, a script or a style sheet.
 */
export const html = (template: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(
    template
      .map((text, at) => text + (at < values.length ? markupOf(values[at] ?? '') : ''))
      .join(''),
  );
