import { useMemo } from 'react';
import { wordReplacements } from '#shared/text/word-diff.ts';
import styles from './word-diff.module.css';

/** Two texts longer than this together (UTF-16 code units) are shown one after the other. */
const longest = 20_000;

interface Piece {
  readonly kind: 'same' | 'del' | 'ins';
  readonly text: string;
  /** Where it begins in the text before. */
  readonly at: number;
}

const piecesOf = (before: string, after: string): readonly Piece[] => {
  const edits =
    before.length + after.length > longest
      ? [{ start: 0, end: before.length, text: after }]
      : wordReplacements(before, after);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    pieces.push({ kind: 'same', text: before.slice(at, start), at });
    pieces.push({ kind: 'del', text: before.slice(start, end), at: start });
    pieces.push({ kind: 'ins', text, at: start });
    at = end;
  }
  pieces.push({ kind: 'same', text: before.slice(at), at });
  return pieces.filter((piece) => piece.text !== '');
};

const Words = ({ piece }: { readonly piece: Piece }) => {
  if (piece.kind === 'same') return piece.text;
  const isDel = piece.kind === 'del';
  const Tag = isDel ? 'del' : 'ins';
  return (
    <Tag>
      <span className="visually-hidden">{isDel ? ' removed: ' : ' added: '}</span>
      {piece.text}
      <span className="visually-hidden">{isDel ? ', end of removed ' : ', end of added '}</span>
    </Tag>
  );
};

/** What became of a text: words that went, words that came, and those that stayed. */
export const WordDiff = ({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}) => {
  const pieces = useMemo(() => piecesOf(before, after), [before, after]);
  return (
    <span className={styles.diff}>
      {pieces.map((piece) => (
        <Words key={`${piece.kind} ${piece.at}`} piece={piece} />
      ))}
    </span>
  );
};
