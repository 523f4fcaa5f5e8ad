import type { Version } from '#shared/model/change.ts';

/** Saves of the same fields by one person no further apart than this are one version, in milliseconds. */
const together = 10 * 60_000;

/** One version as people think of it: what somebody wrote in one go, however often it was saved. */
export interface VersionEntry {
  /** The last save of it: the record as this version left it. */
  readonly version: Version;
  /** The record before it; null where it is the first. */
  readonly before: Version['record'] | null;
  readonly fields: readonly string[];
}

const sameFields = (a: Version, b: Version): boolean =>
  a.fields.length === b.fields.length && a.fields.every((field) => b.fields.includes(field));

/** What was done, as the name of a step begins: `Change`, `Rename`, `Restore`. */
const verbOf = ({ label }: Version): string => label.split(' ', 1)[0] ?? '';

const belongs = (later: Version, earlier: Version): boolean =>
  later.setKind === 'edit' &&
  earlier.setKind === 'edit' &&
  later.operation === 'update' &&
  earlier.operation === 'update' &&
  later.coderId === earlier.coderId &&
  verbOf(later) === verbOf(earlier) &&
  sameFields(later, earlier) &&
  Date.parse(later.at) - Date.parse(earlier.at) <= together;

/**
 * Versions, newest first, as entries: a field that saves itself while somebody types makes many.
 * The last one of a page that goes on has no version before it yet, so it is left for the next.
 */
export const entriesOf = (
  versions: readonly Version[],
  goesOn: boolean,
): readonly VersionEntry[] => {
  const entries: VersionEntry[] = [];
  let newest: Version | undefined;
  for (const [at, version] of versions.entries()) {
    newest ??= version;
    const earlier = versions[at + 1];
    if (earlier !== undefined && belongs(version, earlier)) continue;
    if (earlier === undefined && goesOn) break;
    const isFirst = version.operation === 'insert' && version.setKind === 'edit';
    const before = isFirst ? null : (earlier?.record ?? null);
    entries.push({ version: newest, before, fields: version.fields });
    newest = undefined;
  }
  return entries;
};
