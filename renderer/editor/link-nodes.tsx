import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { DecoratorNode, type NodeKey, type SerializedLexicalNode, type Spread } from 'lexical';
import type { JSX, ReactNode } from 'react';
import { mentionType, type Quoted, quotedSchema, quoteType } from '#shared/text/links.ts';
import styles from './links.module.css';
import { Mention } from './mention.tsx';
import { QuotedWords } from './quoted-words.tsx';

/** Shows that a link or a quote is chosen as a whole, by the arrow keys or a click beside its words. */
const Chosen = ({
  nodeKey,
  children,
}: {
  readonly nodeKey: NodeKey;
  readonly children: ReactNode;
}) => {
  const [chosen] = useLexicalNodeSelection(nodeKey);
  return <span className={chosen ? styles.chosen : undefined}>{children}</span>;
};

const editorsKeys = new Set(['Enter', ' ', 'Backspace', 'Delete']);

/** Keys pressed on a button inside are the button's, not the editor's around it. */
const keepKeys = (element: HTMLElement): HTMLElement => {
  element.addEventListener('keydown', (event) => {
    if (editorsKeys.has(event.key)) event.stopPropagation();
  });
  return element;
};

type SerializedMention = Spread<
  { readonly url: string; readonly text: string },
  SerializedLexicalNode
>;

/** A link among words, which shows the record it names. */
export class MentionNode extends DecoratorNode<JSX.Element> {
  __url: string;
  __text: string;

  static override getType(): string {
    return mentionType;
  }

  static override clone(node: MentionNode): MentionNode {
    return new MentionNode(node.__url, node.__text, node.__key);
  }

  static override importJSON({ url, text }: SerializedMention): MentionNode {
    return new MentionNode(url, text);
  }

  constructor(url = '', text = '', key?: NodeKey) {
    super(key);
    this.__url = url;
    this.__text = text;
  }

  override exportJSON(): SerializedMention {
    return { ...super.exportJSON(), url: this.__url, text: this.__text };
  }

  override createDOM(): HTMLElement {
    return keepKeys(document.createElement('span'));
  }

  override updateDOM(): false {
    return false;
  }

  override getTextContent(): string {
    return this.getLatest().__text;
  }

  override decorate(): JSX.Element {
    return (
      <Chosen nodeKey={this.__key}>
        <Mention url={this.__url} text={this.__text} />
      </Chosen>
    );
  }
}

type SerializedQuote = Spread<Quoted, SerializedLexicalNode>;

/** A block with words of a source, which stay linked to their place. */
export class QuotedNode extends DecoratorNode<JSX.Element> {
  __quoted: Quoted;

  static override getType(): string {
    return quoteType;
  }

  static override clone(node: QuotedNode): QuotedNode {
    return new QuotedNode(node.__quoted, node.__key);
  }

  static override importJSON(json: SerializedQuote): QuotedNode {
    return new QuotedNode(quotedSchema.parse(json));
  }

  constructor(quoted: Quoted, key?: NodeKey) {
    super(key);
    this.__quoted = quoted;
  }

  override exportJSON(): SerializedQuote {
    return { ...super.exportJSON(), ...this.__quoted };
  }

  override createDOM(): HTMLElement {
    return keepKeys(document.createElement('div'));
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    const { text, from } = this.getLatest().__quoted;
    return `“${text}” (${from})`;
  }

  override decorate(): JSX.Element {
    return (
      <Chosen nodeKey={this.__key}>
        <QuotedWords quoted={this.__quoted} />
      </Chosen>
    );
  }
}

/** The nodes that link, beside those of `editorNodes`. */
export const linkNodes = [MentionNode, QuotedNode] as const;
