import { z } from 'zod';
import { quoteType } from './links.ts';

/*
 * Rich text is the editor's serialised state: nodes of a `type`, with `text` in leaves and
 * `children` elsewhere; what links to a record carries the name or the words it had when it was
 * written as its `text`. Only what is needed outside the editor is read here.
 */

interface Node {
  readonly type: string;
  readonly text?: string | undefined;
  /** Whose words a quote has. */
  readonly from?: string | undefined;
  readonly children?: readonly Node[] | undefined;
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    from: z.string().optional(),
    children: z.array(nodeSchema).optional(),
  }),
);
const stateSchema = z.object({ root: nodeSchema });

const inline = (node: Node): string => {
  if (node.type === 'linebreak') return '\n';
  if (node.type === quoteType) return `“${node.text ?? ''}” (${node.from ?? ''})`;
  return node.text ?? node.children?.map(inline).join('') ?? '';
};

const holdsBlocks = (node: Node): boolean =>
  node.type === 'root' || node.type === 'list' || node.children?.[0]?.type === 'list';

const blocks = (node: Node): readonly string[] =>
  holdsBlocks(node) ? (node.children?.flatMap(blocks) ?? []) : [inline(node)];

/** The paragraphs, headings and list items of a rich text as plain words; '' gives none. */
export const paragraphsOf = (richText: string): readonly string[] => {
  if (richText === '') return [];
  const state = stateSchema.safeParse(JSON.parse(richText));
  return state.success ? blocks(state.data.root) : [];
};

/** A rich text as plain words, a blank line between paragraphs. */
export const plainText = (richText: string): string => paragraphsOf(richText).join('\n\n');

/** Plain paragraphs as rich text, for texts that are not written in the editor. */
export const richTextFrom = (paragraphs: readonly string[]): string =>
  JSON.stringify({
    root: {
      type: 'root',
      version: 1,
      direction: null,
      format: '',
      indent: 0,
      children: paragraphs.map((text) => ({
        type: 'paragraph',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        textFormat: 0,
        textStyle: '',
        children:
          text === ''
            ? []
            : [{ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }],
      })),
    },
  });
