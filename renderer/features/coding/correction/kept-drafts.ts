/** Words that were typed for a turn and are not saved. */
export interface Draft {
  readonly projectId: string;
  readonly sourceId: string;
  /** What the turn said when they were begun. */
  readonly before: string;
  readonly words: string;
}

/*
 * Unsaved words are kept on this computer, never in the project, so that neither a reload nor a
 * crash takes them. Each turn has an entry of its own: windows do not write over each other's.
 */

/** How long typing rests before the words are kept, in milliseconds. */
const restMs = 400;

const entriesOf = (projectId: string, sourceId: string): string =>
  `understory-draft/${projectId}/${sourceId}/`;

const keyOf = (turnId: string, { projectId, sourceId }: Draft): string =>
  entriesOf(projectId, sourceId) + turnId;

const pending = new Map<string, Draft>();
/** The entries that this computer had no room for. */
const unkept = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps what was typed last without waiting for a rest. */
export const flushDrafts = (): void => {
  clearTimeout(timer);
  for (const [key, { before, words }] of pending) {
    try {
      localStorage.setItem(key, JSON.stringify({ before, words }));
      unkept.delete(key);
    } catch {
      unkept.add(key);
    }
  }
  pending.clear();
};

/** Keeps the words of a turn once the typing rests. */
export const keepForLater = (turnId: string, draft: Draft): void => {
  pending.set(keyOf(turnId, draft), draft);
  clearTimeout(timer);
  timer = setTimeout(flushDrafts, restMs);
};

/** Forgets the words of a turn: they were saved or given up. */
export const forgetKept = (turnId: string, draft: Draft): void => {
  const key = keyOf(turnId, draft);
  pending.delete(key);
  unkept.delete(key);
  localStorage.removeItem(key);
};

/** Whether some words would be gone with the page, because there was no room to keep them. */
export const isAnyUnkept = (): boolean => unkept.size > 0;

const parsed = (json: string | null): Pick<Draft, 'before' | 'words'> | undefined => {
  try {
    const { before, words } = JSON.parse(json ?? '{}') as Partial<Draft>;
    return typeof before === 'string' && typeof words === 'string' ? { before, words } : undefined;
  } catch {
    return undefined;
  }
};

/** The words kept for turns of a source, by turn id. */
export const keptIn = (projectId: string, sourceId: string): ReadonlyMap<string, Draft> => {
  const entries = entriesOf(projectId, sourceId);
  const kept = new Map<string, Draft>();
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (key?.startsWith(entries) !== true) continue;
    const words = parsed(localStorage.getItem(key));
    if (words !== undefined) kept.set(key.slice(entries.length), { projectId, sourceId, ...words });
  }
  return kept;
};
