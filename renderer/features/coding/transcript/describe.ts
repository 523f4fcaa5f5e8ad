import { counted } from '#renderer/ui/words.ts';
import type { Coding } from '#shared/model/coding.ts';

interface Known {
  /** The names of codes by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The ids of the codings that have a memo. */
  readonly memoed: ReadonlySet<string | null>;
}

const marksOf = ({ important, level }: Coding): readonly string[] => [
  ...(important === 1 ? ['important'] : []),
  ...(level === null ? [] : [level]),
];

/** The marks of a coding in words: `important, latent`; '' where there are none. */
export const describeMarks = (coding: Coding): string => marksOf(coding).join(', ');

/**
 * The codings of a turn as words for a screen reader, each code once with what is marked there:
 * `3 codings: Fear of movement (important, latent), Rest. 1 with a memo.`
 */
export const describeCodings = (codings: readonly Coding[], { names, memoed }: Known): string => {
  if (codings.length === 0) return '';
  const marks = new Map<string, Set<string>>();
  for (const coding of codings) {
    const name = names.get(coding.codeId) ?? 'code';
    marks.set(name, new Set([...(marks.get(name) ?? []), ...marksOf(coding)]));
  }
  const found = [...marks].map(([name, own]) =>
    own.size === 0 ? name : `${name} (${[...own].join(', ')})`,
  );
  const memos = codings.filter((coding) => memoed.has(coding.id)).length;
  const count = `${codings.length} ${codings.length === 1 ? 'coding' : 'codings'}`;
  return `${count}: ${found.join(', ')}${memos === 0 ? '' : `. ${memos} with a memo.`}`;
};

/** How many notes stand at a turn, in words; '' for none. */
export const describeNotes = (notes: readonly unknown[] = []): string =>
  notes.length === 0 ? '' : `${counted(notes.length, 'note')}.`;
