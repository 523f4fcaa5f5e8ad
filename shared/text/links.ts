import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { type Passage, passageSchema } from '#shared/model/passage.ts';

/*
 * Links from rich text to records. A node of the editor's state that links has a `url` of the form
 * `understory:KIND/ID`; the project keeps who links to what from exactly that (memo_link).
 * A mention stands among the words and names a record; a quote is a block with words of a source,
 * and links to their coding, or to a passage where they are not coded.
 */

/** What rich text can link to. */
export const linkKinds = ['code', 'theme', 'source', 'case', 'memo', 'coding', 'passage'] as const;
export const linkKindSchema = z.enum(linkKinds);
export type LinkKind = z.infer<typeof linkKindSchema>;

export interface Link {
  readonly kind: LinkKind;
  readonly id: string;
}

/** The types of the editor's nodes that link. */
export const mentionType = 'mention';
export const quoteType = 'passage';

const scheme = 'understory:';

/** A link as it stands in rich text. */
export const linkUrl = ({ kind, id }: Link): string => `${scheme}${kind}/${id}`;

/** What a link names; null for anything that is not a link of this kind. */
export const parseLink = (url: string): Link | null => {
  if (!url.startsWith(scheme)) return null;
  const [kind, id, ...rest] = url.slice(scheme.length).split('/');
  const known = linkKinds.find((candidate) => candidate === kind);
  const checked = idSchema.safeParse(id);
  return known !== undefined && checked.success && rest.length === 0
    ? { kind: known, id: checked.data }
    : null;
};

/** A quote as it stands in rich text: what it links to, its words and whose they were then. */
export const quotedSchema = z.object({
  url: z.string(),
  text: z.string(),
  /** Source, speaker and turn, for whoever reads the words elsewhere. */
  from: z.string(),
  sourceId: idSchema,
  start: passageSchema.shape.start,
  end: passageSchema.shape.end,
});
export type Quoted = Readonly<z.infer<typeof quotedSchema>>;

const walk = (value: unknown, visit: (node: Readonly<Record<string, unknown>>) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Readonly<Record<string, unknown>>);
  for (const inner of Object.values(value)) walk(inner, visit);
};

const visitNodes = (
  richText: string,
  visit: (node: Readonly<Record<string, unknown>>) => void,
): void => {
  if (richText !== '') walk(JSON.parse(richText), visit);
};

/** What a rich text links to, each record once, in the order of the words. */
export const linksIn = (richText: string): readonly Link[] => {
  const found = new Map<string, Link>();
  visitNodes(richText, ({ url }) => {
    const link = typeof url === 'string' ? parseLink(url) : null;
    if (link !== null) found.set(linkUrl(link), link);
  });
  return [...found.values()];
};

/** The passages that a rich text quotes, with where they stood when they were quoted. */
export const passagesIn = (richText: string): readonly Passage[] => {
  const found = new Map<string, Passage>();
  visitNodes(richText, (node) => {
    if (node['type'] !== quoteType) return;
    const quoted = quotedSchema.safeParse(node);
    const link = quoted.success ? parseLink(quoted.data.url) : null;
    if (!quoted.success || link?.kind !== 'passage') return;
    const { sourceId, start, end } = quoted.data;
    found.set(link.id, { id: link.id, sourceId, start, end });
  });
  return [...found.values()];
};

/** A quote as one block of rich text. */
const quoteBlock = (quoted: Quoted) => ({ type: quoteType, version: 1, ...quoted }) as const;

const emptyState = {
  root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [] },
};

/** Puts a quote at the end of a rich text, with an empty paragraph after it to write on. */
export const appendQuote = (richText: string, quoted: Quoted): string => {
  const state = (richText === '' ? emptyState : JSON.parse(richText)) as typeof emptyState;
  const paragraph = {
    type: 'paragraph',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    textFormat: 0,
    textStyle: '',
    children: [],
  };
  const children = [...state.root.children, quoteBlock(quoted), paragraph];
  return JSON.stringify({ ...state, root: { ...state.root, children } });
};

/** Whose words a quote has, for example `P01 baseline, Nasreen, turn 12`. */
export const quotedFrom = (place: {
  readonly sourceName: string;
  readonly speaker: string | null;
  readonly turn: number | null;
}): string =>
  [
    place.sourceName,
    ...(place.speaker === null ? [] : [place.speaker]),
    ...(place.turn === null ? [] : [`turn ${place.turn.toLocaleString()}`]),
  ].join(', ');
