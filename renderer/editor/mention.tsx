import { FileText, type LucideIcon, NotebookPen, Quote, Shapes, UserRound } from 'lucide-react';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { type Link, type LinkKind, parseLink } from '#shared/text/links.ts';
import { goToLink } from './link-places.ts';
import styles from './links.module.css';
import { useLinked } from './use-linked.ts';

const icons: Readonly<Record<Exclude<LinkKind, 'code'>, LucideIcon>> = {
  theme: Shapes,
  source: FileText,
  case: UserRound,
  memo: NotebookPen,
  coding: Quote,
  passage: Quote,
};

/** What a kind of link is called, for those who cannot see its mark. */
export const kindNames: Readonly<Record<LinkKind, string>> = {
  code: 'code',
  theme: 'theme',
  source: 'source',
  case: 'case',
  memo: 'memo',
  coding: 'quote',
  passage: 'quote',
};

/** The mark of a record: a code's swatch, or the icon of its kind. */
export const LinkMark = ({
  kind,
  colour,
}: {
  readonly kind: LinkKind;
  readonly colour: number | undefined;
}) => {
  if (kind === 'code') return colour === undefined ? null : <CodeSwatch colour={colour} />;
  const Icon = icons[kind];
  return <Icon size={13} aria-hidden className={styles.icon} />;
};

interface ChipProps {
  readonly link: Link;
  /** The name it had when it was written. */
  readonly text: string;
}

const Chip = ({ link, text }: ChipProps) => {
  const linked = useLinked[link.kind](link.id);
  if (linked.state === 'gone')
    return (
      <span className={styles.gone}>
        <s>{text}</s>
        <span className={styles.note}> (no longer there)</span>
      </span>
    );
  const there = linked.state === 'there' ? linked : undefined;
  return (
    <button type="button" className={styles.chip} onClick={() => void goToLink(link)}>
      <LinkMark kind={link.kind} colour={there?.colour} />
      <span className="visually-hidden">{kindNames[link.kind]} </span>
      {there?.name ?? text}
    </button>
  );
};

/** A link among words: the record as it is called now. Pressed, it goes there. */
export const Mention = ({ url, text }: { readonly url: string; readonly text: string }) => {
  const link = parseLink(url);
  return link === null ? text : <Chip key={url} link={link} text={text} />;
};
