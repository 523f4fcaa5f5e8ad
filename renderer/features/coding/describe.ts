import { counted } from '#renderer/ui/words.ts';
import type { Coding } from '#shared/model/coding.ts';

interface Known {
  /** The names of codes by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The ids of the codings that have a memo. */
  readonly memoed: ReadonlySet<string | null>;
}

/**
 * The codings of a turn as words for a screen reader:
 * `3 codings: Fear of movement, Rest. 1 with a memo.`
 */
export const describeCodings = (codings: readonly Coding[], { names, memoed }: Known): string => {
  if (codings.length === 0) return '';
  const found = [...new Set(codings.map((coding) => names.get(coding.codeId) ?? 'code'))];
  const memos = codings.filter((coding) => memoed.has(coding.id)).length;
  const count = `${codings.length} ${codings.length === 1 ? 'coding' : 'codings'}`;
  return `${count}: ${found.join(', ')}${memos === 0 ? '' : `. ${memos} with a memo.`}`;
};

/** How many notes stand at a turn, in words; '' for none. */
export const describeNotes = (notes: readonly unknown[] = []): string =>
  notes.length === 0 ? '' : `${counted(notes.length, 'note')}.`;
