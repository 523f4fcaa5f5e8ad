import { edit } from '#renderer/client/edit.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { SourceRow } from '#shared/contract/sources.ts';
import { chooseSources } from './library-state.ts';

/** Opens a source in the coding workspace. */
export const openSource = (id: string): void => useNavigation.getState().go({ area: 'coding', id });

/** Deletes sources with their codings; Undo is offered. */
export const deleteSources = async (sources: readonly SourceRow[]): Promise<void> => {
  const [first] = sources;
  if (first === undefined) return;
  const codings = sources.reduce((sum, source) => sum + source.codings, 0);
  const what = sources.length === 1 ? quoted(first.name) : counted(sources.length, 'source');
  const also = codings === 0 ? '' : ` with ${counted(codings, 'coding')}`;
  const done = await edit(
    'sources.delete',
    { ids: sources.map((source) => source.id) },
    { toast: `Deleted ${what}${also}` },
  );
  if (done === null) return;
  chooseSources(new Set());
  // The button that was pressed can do nothing more; the table is where to go on.
  document.querySelector<HTMLElement>('[role=grid]')?.focus();
};

/**
 * The id of the case with this pseudonym, created where there is none; null for '', undefined when
 * it could not be created.
 */
export const caseIdFor = async (
  pseudonym: string,
  cases: readonly { readonly id: string; readonly pseudonym: string }[],
): Promise<string | null | undefined> => {
  if (pseudonym === '') return null;
  const known = cases.find((record) => record.pseudonym === pseudonym);
  if (known !== undefined) return known.id;
  const created = await edit('cases.create', { pseudonym });
  return created === null ? undefined : created.id;
};
