import type { Codebook } from '#shared/model/codebook.ts';

/** What XML 1.0 (section 2.2) does not allow: control characters, lone surrogates, U+FFFE, U+FFFF. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const namedAtMost = 5;

/** A text that every format can hold: illegal characters left out, line ends as LF. */
export const legalText = (text: string): string =>
  text.replaceAll(illegal, '').replaceAll(/\r\n?/g, '\n');

const legalName = (name: string): string =>
  legalText(name).replaceAll(/\s+/gu, ' ').trim() || '(no name)';

/** The same record with `change` applied to every text in it, however deep. */
export const mapTexts = <T>(value: T, change: (text: string) => string): T => {
  const mapped = (inner: unknown): unknown => {
    if (typeof inner === 'string') return change(inner);
    if (Array.isArray(inner)) return inner.map(mapped);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, mapped(each)]));
  };
  // The shape stays as it is: only texts change, into texts.
  return mapped(value) as T;
};

/** Whether any text of a record, however deep, has a character that files cannot hold. */
export const holdsIllegal = (record: unknown): boolean => {
  let found = false;
  mapTexts(record, (text) => {
    found ||= text.search(illegal) >= 0;
    return text;
  });
  return found;
};

/**
 * The codebook as every format can hold it: characters that XML does not allow are left out, line
 * ends are LF, names keep to one line. A warning names the codes and themes that lost characters.
 */
export const withLegalText = (
  codebook: Codebook,
): { readonly codebook: Codebook; readonly warnings: readonly string[] } => {
  const legal = mapTexts(codebook, legalText);
  const cleaned: Codebook = {
    ...legal,
    project: legalName(legal.project),
    coders: legal.coders.map(legalName),
    codes: legal.codes.map((code) => ({
      ...code,
      name: legalName(code.name),
      path: code.path.map(legalName),
    })),
    themes: legal.themes.map((theme) => ({ ...theme, name: legalName(theme.name) })),
  };
  const lost = [
    ...codebook.codes.flatMap((code, at) => (holdsIllegal(code) ? [cleaned.codes[at]?.name] : [])),
    ...codebook.themes.flatMap((theme, at) =>
      holdsIllegal(theme) ? [cleaned.themes[at]?.name] : [],
    ),
  ];
  if (lost.length === 0) return { codebook: cleaned, warnings: [] };
  const named = lost.slice(0, namedAtMost).map((name) => `'${name}'`);
  const more = lost.length > namedAtMost ? ` and ${lost.length - namedAtMost} more` : '';
  return {
    codebook: cleaned,
    warnings: [
      `Control characters, which files cannot hold, were left out: ${named.join(', ')}${more}.`,
    ],
  };
};
