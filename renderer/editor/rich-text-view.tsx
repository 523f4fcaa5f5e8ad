import { Fragment, type ReactNode } from 'react';
import type { RichText } from '#shared/model/rich-text.ts';
import { mentionType, quoteType } from '#shared/text/links.ts';
import { Mention } from './mention.tsx';
import { QuotedWords } from './quoted-words.tsx';
import styles from './rich-text-editor.module.css';

/** A node of the editor's serialised state, as far as it is shown. */
interface Node {
  readonly type: string;
  readonly text?: string;
  readonly format?: number | string;
  readonly listType?: string;
  /** What a link or a quote leads to, and whose words a quote has. */
  readonly url?: string;
  readonly from?: string;
  readonly children?: readonly Node[];
}

const isBold = 1;
const isItalic = 2;

const words = (node: Node): ReactNode => {
  const format = typeof node.format === 'number' ? node.format : 0;
  const slanted = format & isItalic ? <em>{node.text}</em> : node.text;
  return format & isBold ? <strong>{slanted}</strong> : slanted;
};

const inside = (node: Node): ReactNode =>
  // The nodes of a text that is only read have nothing but their place to be told by.
  node.children?.map((child, index) => <Fragment key={index}>{shown(child)}</Fragment>);

const shown = (node: Node): ReactNode => {
  switch (node.type) {
    case 'linebreak':
      return <br />;
    case 'heading':
      return <h3>{inside(node)}</h3>;
    case 'quote':
      return <blockquote>{inside(node)}</blockquote>;
    case 'list':
      return node.listType === 'number' ? <ol>{inside(node)}</ol> : <ul>{inside(node)}</ul>;
    case 'listitem':
      return (
        <li className={node.children?.[0]?.type === 'list' ? styles.nested : undefined}>
          {inside(node)}
        </li>
      );
    case 'paragraph':
      return <p>{inside(node)}</p>;
    case mentionType:
      return <Mention url={node.url ?? ''} text={node.text ?? ''} />;
    case quoteType:
      return (
        <QuotedWords
          quoted={{ url: node.url ?? '', text: node.text ?? '', from: node.from ?? '' }}
        />
      );
    default:
      return node.text === undefined ? inside(node) : words(node);
  }
};

/** Rich text to read. */
export const RichTextView = ({ value }: { readonly value: RichText }) => {
  if (value === '') return null;
  const { root } = JSON.parse(value) as { readonly root: Node };
  return <div className={styles.words}>{inside(root)}</div>;
};
