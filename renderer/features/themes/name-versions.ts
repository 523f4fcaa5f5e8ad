import type { Version } from '#shared/model/change.ts';

/** A name that a theme had, and until when. */
export interface FormerName {
  readonly name: string;
  /** When it got the next one. */
  readonly until: string;
}

const nameOf = ({ record }: Version): string =>
  typeof record['name'] === 'string' ? record['name'] : '';

/**
 * The names that a record had before, newest first, each once with when it was last given up. The
 * versions are newest first, as the history has them; a name that it has now is none of the former.
 */
export const formerNames = (versions: readonly Version[], now: string): readonly FormerName[] => {
  const names = new Map<string, string>();
  for (const [at, version] of versions.entries()) {
    const later = versions[at - 1];
    const name = nameOf(version);
    if (later === undefined || name === '' || name === now || name === nameOf(later)) continue;
    if (!names.has(name)) names.set(name, later.at);
  }
  return [...names].map(([name, until]) => ({ name, until }));
};
