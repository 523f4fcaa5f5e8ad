import { XMLBuilder } from 'fast-xml-parser';
import { exportColour } from '#shared/model/code-palette.ts';
import type { CodebookCode, CodebookTheme } from '#shared/model/codebook.ts';
import type { CodebookExporter } from './exported.ts';
import { attribution, exampleLabel, writtenParts } from './wording.ts';

/* The REFI-QDA codebook, namespace urn:QDA-XML:codebook:1.0. An element's keys keep the order of the schema. */

interface CodeElement {
  readonly '@guid': string;
  readonly '@name': string;
  readonly '@isCodable': 'true';
  readonly '@color': string;
  readonly Description?: string;
  readonly Code: CodeElement[];
}

interface SetElement {
  readonly '@guid': string;
  readonly '@name': string;
  readonly Description?: string;
  readonly MemberCode: readonly { readonly '@guid': string }[];
}

/** Other tools are said to refuse lower case; the standard takes both. */
const guid = (id: string): string => id.toUpperCase();

const described = (parts: readonly string[]): { readonly Description?: string } =>
  parts.length === 0 ? {} : { Description: parts.join('\n\n') };

const codeElement = (code: CodebookCode, quotes: boolean): CodeElement => ({
  '@guid': guid(code.id),
  '@name': code.name,
  '@isCodable': 'true',
  '@color': exportColour(code.colour),
  ...described([
    ...writtenParts(code).map(({ label, text }) => `${label}: ${text}`),
    ...(quotes && code.example !== null
      ? [`${exampleLabel}: “${code.example.text}” (${attribution(code)})`]
      : []),
  ]),
  Code: [],
});

/** Codes come parents first, so the last code one level up is the parent. */
const nest = (codes: readonly CodebookCode[], quotes: boolean): CodeElement[] => {
  const top: CodeElement[] = [];
  const open: CodeElement[] = [];
  for (const code of codes) {
    const element = codeElement(code, quotes);
    open.length = code.depth;
    (open.at(-1)?.Code ?? top).push(element);
    open.push(element);
  }
  return top;
};

const statusLine = ({ status, retiredReason }: CodebookTheme): string =>
  `Status: ${status}${status === 'retired' && retiredReason !== '' ? ` (${retiredReason})` : ''}`;

const setElement = (theme: CodebookTheme): SetElement => ({
  '@guid': guid(theme.id),
  '@name': theme.name,
  ...described([
    ...(theme.parentName === null ? [] : [`Subtheme of: ${theme.parentName}`]),
    statusLine(theme),
    ...(
      [
        ['Central organising concept', theme.concept],
        ['What it is not', theme.boundaries],
        ['Plain-language summary', theme.summary],
      ] as const
    ).flatMap(([label, text]) => (text.trim() === '' ? [] : [`${label}: ${text.trim()}`])),
  ]),
  MemberCode: theme.codeIds.map((id) => ({ '@guid': guid(id) })),
});

const lossesOf = (themes: readonly CodebookTheme[]): readonly string[] => [
  ...(themes.some((theme) => theme.parentName !== null)
    ? [
        'Themes cannot nest in this format. Subthemes stand beside their theme and name it in their description.',
      ]
    : []),
  ...(themes.some((theme) => theme.hasNarrative)
    ? [
        'The narratives of themes are not part of this format. Concept, boundaries and summary are written.',
      ]
    : []),
];

/**
 * The codebook in the exchange format of qualitative analysis software (REFI-QDA 1.5). Code and
 * theme ids become GUIDs, a code's parts one readable description, themes sets. Counts have no place
 * in the format; what else it cannot carry is said in the warnings.
 */
export const codebookToQdc: CodebookExporter = ({ codes, themes }, { quotes }) => {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
  });
  const body = builder.build({
    CodeBook: {
      '@xmlns': 'urn:QDA-XML:codebook:1.0',
      '@origin': 'Understory',
      Codes: { Code: nest(codes, quotes) },
      ...(themes.length === 0 ? {} : { Sets: { Set: themes.map(setElement) } }),
    },
  });
  return {
    bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`),
    warnings: lossesOf(themes),
  };
};
