import { z } from 'zod';
import type { Block, HeadingLevel, ListItem, Run, WrittenQuote } from '#shared/model/written.ts';
import { type Link, mentionType, parseLink, quoteType } from './links.ts';

interface Node {
  readonly type: string;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly format?: number | string | undefined;
  readonly listType?: string | undefined;
  readonly children?: readonly Node[] | undefined;
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    url: z.string().optional(),
    format: z.union([z.number(), z.string()]).optional(),
    listType: z.string().optional(),
    children: z.array(nodeSchema).optional(),
  }),
);
const stateSchema = z.object({ root: nodeSchema });

/** What rich text needs to know to be written out. */
export interface Known {
  /** The words a link leads to, as they are now; null once they are gone. */
  readonly quote: (link: Link) => WrittenQuote | null;
  /** What a record is called now; null once it is gone. */
  readonly name: (link: Link) => string | null;
  /** The level of the headings in this text. */
  readonly level: HeadingLevel;
}

/** The bits of the editor's text format. */
const isBold = 1;
const isItalic = 2;

const runsOf = (node: Node, known: Known): readonly Run[] => {
  if (node.type === 'linebreak') return [{ text: '\n', bold: false, italic: false }];
  if (node.children !== undefined) return node.children.flatMap((child) => runsOf(child, known));
  const format = typeof node.format === 'number' ? node.format : 0;
  const link = node.type === mentionType ? parseLink(node.url ?? '') : null;
  const text = (link === null ? null : known.name(link)) ?? node.text ?? '';
  const run = { text, bold: (format & isBold) !== 0, italic: (format & isItalic) !== 0 };
  return text === '' ? [] : [run];
};

const itemsOf = (list: Node, depth: number, known: Known): readonly ListItem[] =>
  (list.children ?? []).flatMap((item) => {
    const nested = (item.children ?? []).filter(({ type }) => type === 'list');
    const words = { ...item, children: item.children?.filter(({ type }) => type !== 'list') };
    const runs = runsOf(words, known);
    return [
      ...(runs.length === 0 ? [] : [{ depth, ordered: list.listType === 'number', runs }]),
      ...nested.flatMap((inner) => itemsOf(inner, depth + 1, known)),
    ];
  });

const blocksOf = (node: Node, known: Known): readonly Block[] => {
  switch (node.type) {
    case 'root':
      return (node.children ?? []).flatMap((child) => blocksOf(child, known));
    case 'list': {
      const items = itemsOf(node, 0, known);
      return items.length === 0 ? [] : [{ type: 'list', items }];
    }
    case quoteType: {
      const link = parseLink(node.url ?? '');
      const quote = link === null ? null : known.quote(link);
      return quote === null ? [] : [{ type: 'quote', quote }];
    }
    default: {
      const runs = runsOf(node, known);
      if (runs.every(({ text }) => text.trim() === '')) return [];
      if (node.type === 'heading')
        return [
          { type: 'heading', level: known.level, text: runs.map(({ text }) => text).join('') },
        ];
      return [{ type: node.type === 'quote' ? 'set apart' : 'paragraph', runs }];
    }
  }
};

/**
 * A rich text as blocks: headings, paragraphs, lists and quotations, quotes with their words as they
 * are now. Empty paragraphs, and quotes whose words are gone, are left out.
 */
export const writtenBlocks = (richText: string, known: Known): readonly Block[] => {
  if (richText === '') return [];
  const state = stateSchema.safeParse(JSON.parse(richText));
  return state.success ? blocksOf(state.data.root, known) : [];
};

/** The same blocks with no level of heading passed over: each is at most one below the one before. */
export const inOrder = (blocks: readonly Block[], from: 0 | HeadingLevel): readonly Block[] => {
  let last: number = from;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const level = Math.min(block.level, last + 1) as HeadingLevel;
    last = level;
    return { ...block, level };
  });
};
