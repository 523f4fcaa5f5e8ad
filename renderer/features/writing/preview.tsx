import { memo, type ReactNode, useEffect, useRef } from 'react';
import { assertNever } from '#shared/model/assert-never.ts';
import type {
  Block,
  ListItem,
  Run,
  WrittenPart,
  WrittenQuote,
  WrittenReport,
} from '#shared/model/written.ts';
import styles from './preview.module.css';

const Words = ({ runs }: { readonly runs: readonly Run[] }) =>
  runs.map(({ text, bold, italic }, at) => {
    const slanted = italic ? <em>{text}</em> : text;
    // Runs of a text that is only read have nothing but their place to be told by.
    return bold ? <strong key={at}>{slanted}</strong> : <span key={at}>{slanted}</span>;
  });

const Quotation = ({ quote }: { readonly quote: WrittenQuote }) => (
  <figure className={styles.quote}>
    <blockquote dir="auto">“{quote.text.trim()}”</blockquote>
    <figcaption className="figures">{quote.who}</figcaption>
  </figure>
);

interface Branch {
  readonly item: ListItem;
  readonly inner: Branch[];
}

/** The items as a tree: each with those that are nested in it. */
const grow = (items: readonly ListItem[]): readonly Branch[] => {
  const top: Branch[] = [];
  const open: Branch[] = [];
  for (const item of items) {
    const branch: Branch = { item, inner: [] };
    open.length = Math.min(open.length, item.depth);
    (open.at(-1)?.inner ?? top).push(branch);
    open.push(branch);
  }
  return top;
};

const List = ({ branches }: { readonly branches: readonly Branch[] }): ReactNode => {
  const Tag = branches[0]?.item.ordered === true ? 'ol' : 'ul';
  return (
    <Tag>
      {branches.map(({ item, inner }, at) => (
        <li key={at}>
          <Words runs={item.runs} />
          {inner.length === 0 ? null : <List branches={inner} />}
        </li>
      ))}
    </Tag>
  );
};

const Table = ({ block }: { readonly block: Extract<Block, { readonly type: 'theme table' }> }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Theme</th>
        <th scope="col">Subtheme</th>
        {block.hasCounts ? <th scope="col">Quotes (people)</th> : null}
        <th scope="col">Illustrative quote</th>
      </tr>
    </thead>
    <tbody>
      {block.rows.map(({ theme, span, subtheme, counts, quote }, at) => (
        <tr key={at}>
          {span === 0 ? null : (
            <th scope={span > 1 ? 'rowgroup' : 'row'} rowSpan={span}>
              {theme}
            </th>
          )}
          <td>{subtheme}</td>
          {block.hasCounts ? <td className="figures">{counts}</td> : null}
          <td>{quote === null ? '–' : <Quotation quote={quote} />}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const headings = ['h3', 'h4', 'h5'] as const;

const Shown = ({ block }: { readonly block: Block }): ReactNode => {
  switch (block.type) {
    case 'heading': {
      const Tag = headings[block.level - 1] ?? 'h3';
      return <Tag>{block.text}</Tag>;
    }
    case 'paragraph':
      return (
        <p dir="auto">
          <Words runs={block.runs} />
        </p>
      );
    case 'set apart':
      return (
        <blockquote className={styles.apart} dir="auto">
          <Words runs={block.runs} />
        </blockquote>
      );
    case 'list':
      return <List branches={grow(block.items)} />;
    case 'quote':
      return <Quotation quote={block.quote} />;
    case 'counts':
      return <p className={styles.quiet}>{block.text}</p>;
    case 'theme table':
      return (
        <div className={styles.scroll}>
          <Table block={block} />
        </div>
      );
    case 'claims':
      return (
        <ol className={styles.claims}>
          {block.claims.map(({ statement, restsOn }, at) => (
            <li key={at}>
              {statement}
              {restsOn.length === 0 ? null : (
                <p className={styles.quiet}>Rests on: {restsOn.join('; ')}</p>
              )}
            </li>
          ))}
        </ol>
      );
    default:
      return assertNever(block);
  }
};

const Part = memo(
  ({ part, isChosen }: { readonly part: WrittenPart; readonly isChosen: boolean }) => (
    <section className={styles.part} data-part={part.id} data-chosen={isChosen}>
      {part.blocks.map((block, at) => (
        <Shown key={at} block={block} />
      ))}
    </section>
  ),
);
Part.displayName = 'Part';

const day = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

interface Props {
  readonly report: WrittenReport;
  readonly partId: string | null;
  readonly onChoose: (partId: string) => void;
}

/**
 * A report as it will be exported; it follows the part that is chosen. A click on a part chooses it;
 * the list of parts does the same by key.
 */
export const Preview = ({ report, partId, onChoose }: Props) => {
  const preview = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = preview.current;
    // Whoever chose it here is looking at it already.
    if (shown === null || shown.contains(document.activeElement)) return;
    shown.querySelector('[data-chosen=true]')?.scrollIntoView({ block: 'start' });
  }, [partId]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the list of parts hears the keys
    <section
      ref={preview}
      className={styles.preview}
      aria-label="Preview"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keys scroll it
      tabIndex={0}
      onClick={(event) => {
        const part = (event.target as Element).closest<HTMLElement>('[data-part]')?.dataset['part'];
        if (part !== undefined) onChoose(part);
      }}
    >
      <article className={styles.paper}>
        <h2 className={styles.title}>{report.name}</h2>
        <p className={styles.quiet}>
          {report.project} · {day(report.date)}
        </p>
        {report.parts.map((part) => (
          <Part key={part.id} part={part} isChosen={part.id === partId} />
        ))}
      </article>
    </section>
  );
};
