import { call } from '#renderer/client/call.ts';
import { edit, showError } from '#renderer/client/edit.ts';
import { keyOf, queryClient } from '#renderer/client/queries.ts';
import { type Mark, markCodings, nextLevel } from '#renderer/features/coding/mark-actions.ts';
import { restedOn } from '#renderer/features/evidence/resting.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Query } from '#shared/model/query.ts';
import { queryDefinitionSchema } from '#shared/model/query.ts';
import type { Hits, Retrieved } from '#shared/model/retrieval.ts';
import { goTo, type Moved, showDialog, useAnalysisState } from './analysis-state.ts';
import { codeOfHit } from './retrieval-rows.ts';

/** The most ids that codings.get takes at once. */
const mostAtOnce = 5000;

/** The segments an edit is made to: those chosen, or else the current one. */
export const targets = (): readonly string[] => {
  const { chosen, current, shown } = useAnalysisState.getState();
  if (chosen.size > 0) return [...chosen];
  return current === null || !shown.includes(current) ? [] : [current];
};

const codeName = (id: string): string =>
  queryClient.getQueryData<readonly Code[]>(keyOf('codes.list', {}))?.find((code) => code.id === id)
    ?.name ?? 'code';

const segments = (count: number): string => counted(count, 'segment');

/** Under headings of codes a recoded segment goes elsewhere; the eyes go on to the next one. */
const goOn = (ids: readonly string[]): void => {
  const { shown, current, groupBy } = useAnalysisState.getState();
  if (groupBy !== 'code' || current === null || !ids.includes(current)) return;
  const next = shown.slice(shown.indexOf(current) + 1).find((id) => !ids.includes(id));
  if (next !== undefined) goTo(next);
};

const codeOfSegment = (id: string): string | undefined => {
  const { definition } = useAnalysisState.getState();
  const hits = queryClient.getQueryData<Hits>(keyOf('queries.run', { definition }));
  return hits === undefined ? undefined : codeOfHit(hits, id);
};

/** How many recodes back an undo still finds the way. */
const mostTraces = 50;

/** Remembers where the eyes are, for an undo to return there. */
const leaveTrace = (ids: readonly string[]): void => {
  const { current, chosen, groupBy, moved } = useAnalysisState.getState();
  const from = current !== null && ids.includes(current) ? current : ids[0];
  const codeId = from === undefined ? undefined : codeOfSegment(from);
  if (groupBy !== 'code' || from === undefined || codeId === undefined) return;
  const trace: Moved = { current: from, codeId, chosen: [...chosen], isGone: false };
  useAnalysisState.setState({ moved: [...moved, trace].slice(-mostTraces) });
};

/** Gives the segments another code. */
export const recodeTargets = async (codeId: string): Promise<void> => {
  const ids = targets();
  showDialog(null);
  if (ids.length === 0) return;
  const { moved } = useAnalysisState.getState();
  // Before the edit, so that the list it makes is seen to differ.
  leaveTrace(ids);
  const done = await edit(
    'codings.recode',
    { ids: [...ids], codeId },
    { announce: `Recoded ${segments(ids.length)} to ${quoted(codeName(codeId))}. Undo available.` },
  );
  if (done === null) {
    useAnalysisState.setState({ moved });
    return;
  }
  goOn(ids);
  useAnalysisState.setState({ chosen: new Set(), anchor: null });
};

/** The codings of the segments, as they are on disk. */
const targetCodings = async (): Promise<readonly Coding[]> => {
  const ids = targets();
  const found: Coding[] = [];
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const reply = await call('codings.get', { ids: ids.slice(from, from + mostAtOnce) });
    if (reply.ok) found.push(...reply.value);
    else {
      showError(reply.error);
      return [];
    }
  }
  return found;
};

/** Puts a mark on the segments; what it does not name stays. */
export const markTargets = async (mark: Mark): Promise<void> =>
  markCodings(await targetCodings(), mark);

/** Marks the segments as important, or takes that mark away where all of them have it. */
export const toggleImportantTargets = async (): Promise<void> => {
  const codings = await targetCodings();
  const isAll = codings.every((coding) => coding.important === 1);
  await markCodings(codings, { important: isAll ? 0 : 1 });
};

/** Marks the segments as semantic, then as latent, then as neither. */
export const cycleLevelOfTargets = async (): Promise<void> => {
  const codings = await targetCodings();
  const [first] = codings;
  if (first !== undefined) await markCodings(codings, { level: nextLevel(first.level) });
};

/** Removes the codings of the segments; their memos go with them. */
export const removeTargets = async (): Promise<void> => {
  const ids = targets();
  const { current, chosen } = useAnalysisState.getState();
  const [first] = ids;
  if (first === undefined) return;
  const done = await edit('codings.delete', { ids: [...ids] }, ({ claims }) => ({
    toast: `Removed ${segments(ids.length)}${restedOn(claims, ids.length === 1 ? 'it' : 'them')}`,
  }));
  if (done === null) return;
  useAnalysisState.setState({
    chosen: new Set(),
    anchor: null,
    missed: {
      current: current !== null && ids.includes(current) ? current : first,
      chosen: [...chosen],
    },
  });
};

/** Opens the place of a segment in its source. */
export const openSegment = ({ sourceId, id }: Pick<Retrieved, 'sourceId' | 'id'>): void =>
  useNavigation.getState().go({ area: 'coding', id: sourceId, at: id });

/** Asks what a saved query asks. */
export const openQuery = (query: Query): void =>
  useAnalysisState.setState({
    definition: queryDefinitionSchema.parse(JSON.parse(query.definition)),
    saved: query.id,
    chosen: new Set(),
  });

/** Saves what is asked now under a name. */
export const saveQuery = async (name: string): Promise<void> => {
  const { definition } = useAnalysisState.getState();
  const query = await edit(
    'queries.create',
    { name, definition },
    { announce: `Query ${quoted(name)} saved` },
  );
  if (query !== null) useAnalysisState.setState({ saved: query.id, dialog: null });
};

/** Saves what is asked now under the name it was opened by. */
export const updateQuery = async (query: Query): Promise<void> => {
  const { definition } = useAnalysisState.getState();
  await edit(
    'queries.update',
    { id: query.id, definition },
    { announce: `Query ${quoted(query.name)} saved` },
  );
};

/** Deletes a saved query; what it asked stays asked. */
export const deleteQuery = async (query: Query): Promise<void> => {
  await edit('queries.delete', { id: query.id }, { toast: `Query ${quoted(query.name)} deleted` });
};
