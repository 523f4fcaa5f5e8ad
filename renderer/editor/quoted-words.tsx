import { useCall } from '#renderer/client/queries.ts';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import type { Quote } from '#shared/model/passage.ts';
import { attribution } from '#shared/text/attribution.ts';
import { type Link, parseLink, type Quoted, quotedFrom } from '#shared/text/links.ts';
import { goToLink } from './link-places.ts';
import styles from './links.module.css';

type Shown = Pick<Quoted, 'url' | 'text' | 'from'>;

const CodeOf = ({ id }: { readonly id: string }) => {
  const code = useCall('codes.list', {}).data?.find((known) => known.id === id);
  if (code === undefined) return null;
  return (
    <span className={styles.code}>
      <CodeSwatch colour={code.colour} />
      {code.name}
    </span>
  );
};

interface LinkedProps {
  readonly quoted: Shown;
  readonly kind: 'coding' | 'passage';
  readonly link: Link;
}

/** Whose words they are: by pseudonym where there is one, else where they stand. */
const whose = (quote: Quote): string =>
  quote.pseudonym === null ? quotedFrom(quote) : attribution(quote);

const LinkedQuote = ({ quoted, kind, link }: LinkedProps) => {
  const now = useCall('passages.get', { kind, id: link.id }).data;
  const isThere = now !== undefined && now !== null && now.text !== '';
  const note =
    now === undefined
      ? null
      : !isThere
        ? 'These words are no longer in the source.'
        : now.text === quoted.text
          ? null
          : 'Corrected or changed in extent since it was quoted.';
  return (
    <figure className={styles.quote}>
      <blockquote>{isThere ? now.text : quoted.text}</blockquote>
      <figcaption>
        {now === null ? (
          <span>{quoted.from}</span>
        ) : (
          <button type="button" className={styles.from} onClick={() => void goToLink(link)}>
            {now === undefined ? quoted.from : whose(now)}
          </button>
        )}
        {now?.codeId == null ? null : <CodeOf id={now.codeId} />}
        {note === null ? null : <span className={styles.note}>{note}</span>}
      </figcaption>
    </figure>
  );
};

/** A quote in rich text: the words as they are now, whose they are, and the way to their place. */
export const QuotedWords = ({ quoted }: { readonly quoted: Shown }) => {
  const link = parseLink(quoted.url);
  if (link?.kind === 'coding' || link?.kind === 'passage')
    return <LinkedQuote quoted={quoted} kind={link.kind} link={link} />;
  return (
    <figure className={styles.quote}>
      <blockquote>{quoted.text}</blockquote>
      <figcaption>{quoted.from}</figcaption>
    </figure>
  );
};
