import type { Selection } from 'react-aria-components';
import { ask, runJob } from '#renderer/client/call.ts';
import { edit, showError } from '#renderer/client/edit.ts';
import { platform } from '#renderer/client/platform.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { announce } from '#renderer/ui/announce.ts';
import { counted, listed } from '#renderer/ui/words.ts';
import type { ImportPreview, ImportResult } from '#shared/contract/imports.ts';
import type { PickedFile } from '#shared/contract/platform.ts';
import { documentFormats } from '#shared/model/document.ts';
import { isIncluded, type Places, placedAs, toImportFile } from './import-entry.ts';
import { closeImport, type ImportEntry, openImport, useImportState } from './import-state.ts';

let stopper = new AbortController();

/** Whether a file is among those chosen in the list. */
export const isChosen = (chosen: Selection, { preview }: ImportEntry): boolean =>
  chosen === 'all' || chosen.has(preview.token);

const byPlace = (a: ImportEntry, b: ImportEntry): number =>
  `${a.preview.folder}/${a.preview.file}`.localeCompare(
    `${b.preview.folder}/${b.preview.file}`,
    undefined,
    { numeric: true },
  );

/** How many there are of each sort, in words: '23 ready, 1 duplicate, 1 refused'. */
export const tally = (entries: readonly ImportEntry[]): string => {
  const of = (status: ImportPreview['status']): number =>
    entries.filter((entry) => entry.preview.status === status).length;
  return [
    [of('ready'), 'ready'],
    [of('duplicate'), of('duplicate') === 1 ? 'duplicate' : 'duplicates'],
    [of('refused'), 'refused'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
};

/** Reads files that were picked or dropped and shows what was found; stores nothing. */
export const readFiles = async (picked: readonly PickedFile[]): Promise<void> => {
  const { phase, entries: before } = useImportState.getState();
  if (picked.length === 0 || phase === 'reading' || phase === 'importing') return;
  useNavigation.getState().go({ area: 'library' });
  stopper = new AbortController();
  const earlier = phase === 'review' ? before : [];
  const files = picked.filter(
    ({ token }) => !earlier.some((entry) => entry.preview.token === token),
  );
  if (files.length === 0) return;
  useImportState.setState({ entries: earlier });
  openImport(files.length);
  announce(`Reading ${counted(files.length, 'file')}`);
  const reply = await runJob(
    'imports.preview',
    { files: files.map(({ token, name, folder }) => ({ token, name, folder })) },
    {
      signal: stopper.signal,
      onProgress: ({ done, total, doing }) =>
        useImportState.setState({ progress: { done, total, doing } }),
    },
  );
  if (!reply.ok) {
    if (reply.error.code === 'cancelled') announce('Stopped reading. Nothing was imported.');
    else showError(reply.error);
    if (earlier.length === 0) closeImport();
    else useImportState.setState({ phase: 'review' });
    return;
  }
  const found = reply.value.files.map(
    (preview): ImportEntry => ({ preview, pattern: 'auto', draft: { speakers: {} } }),
  );
  const entries = [...earlier, ...found].sort(byPlace);
  const first = entries[0]?.preview.token;
  useImportState.setState({
    phase: 'review',
    entries,
    chosen: new Set(first === undefined ? [] : [first]),
  });
  announce(`${counted(found.length, 'file')} read: ${tally(found)}`);
};

/** Asks for files and reads them. */
export const pickInterviews = async (): Promise<void> => {
  const { phase } = useImportState.getState();
  if (phase === 'reading' || phase === 'importing') return;
  try {
    await readFiles(
      await platform.pickFiles({ name: 'Interviews', extensions: [...documentFormats, 'tsv'] }),
    );
  } catch (thrown) {
    showError({
      code: 'file-unreadable',
      message: `The files could not be read. ${String(thrown)}`,
    });
  }
};

/** Reads one file again with another pattern; its speakers are then found anew. */
export const choosePattern = async (token: string, pattern: string): Promise<void> => {
  const entry = useImportState.getState().entries.find((known) => known.preview.token === token);
  if (entry === undefined) return;
  const { file: name, folder } = entry.preview;
  useImportState.setState(({ rereading }) => ({ rereading: new Set([...rereading, token]) }));
  const reply = await runJob('imports.preview', { files: [{ token, name, folder, pattern }] });
  useImportState.setState(({ rereading }) => ({
    rereading: new Set([...rereading].filter((other) => other !== token)),
  }));
  const [preview] = reply.ok ? reply.value.files : [];
  if (!reply.ok) showError(reply.error);
  if (preview === undefined) return;
  useImportState.setState(({ entries }) => ({
    entries: entries.map((known) =>
      known.preview.token === token
        ? { preview, pattern, draft: { ...known.draft, speakers: {} } }
        : known,
    ),
  }));
  announce(
    `${preview.file} read again: ${counted(preview.speakers.length, 'speaker')}, ${counted(preview.turns, 'turn')}`,
  );
};

/** Stops what is under way; what is finished stays. */
export const stopImport = (): void => stopper.abort();

/** Creates the groups or time points that are named and not there yet; null when that failed. */
const withMissing = async (
  method: 'groups.create' | 'timePoints.create',
  names: readonly string[],
  known: Places['groups'],
): Promise<Places['groups'] | null> => {
  const all = [...known];
  for (const name of new Set(names)) {
    if (name === '' || all.some((one) => one.name === name)) continue;
    const created = await edit(method, { name });
    if (created === null) return null;
    all.push(created);
  }
  return all;
};

const createMissing = async (entries: readonly ImportEntry[]): Promise<Places | null> => {
  const places: Places = {
    groups: await ask('groups.list', {}),
    timePoints: await ask('timePoints.list', {}),
  };
  const wanted = entries.map((entry) => placedAs(entry, places));
  const groups = await withMissing(
    'groups.create',
    wanted.map((one) => one.group),
    places.groups,
  );
  if (groups === null) return null;
  const timePoints = await withMissing(
    'timePoints.create',
    wanted.map((one) => one.timePoint),
    places.timePoints,
  );
  return timePoints === null ? null : { groups, timePoints };
};

const finish = (results: readonly ImportResult[]): void => {
  const of = (status: ImportResult['status']): number =>
    results.filter((result) => result.status === status).length;
  const said = [
    `${of('imported')} imported`,
    ...(of('duplicate') > 0 ? [`${of('duplicate')} duplicate`] : []),
    ...(of('refused') > 0 ? [`${of('refused')} refused`] : []),
  ];
  announce(`${stopper.signal.aborted ? 'Stopped. ' : ''}${listed(said)}`);
};

/** Imports what is included, file by file, so that stopping loses nothing that is finished. */
export const runImport = async (): Promise<void> => {
  // A field that is being typed in hands over its words when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const { entries, phase } = useImportState.getState();
  const files = entries.filter(isIncluded);
  if (phase !== 'review' || files.length === 0) return;
  stopper = new AbortController();
  const { signal } = stopper;
  const total = files.length;
  useImportState.setState({
    phase: 'importing',
    results: [],
    stopped: false,
    progress: { done: 0, total, doing: 'Preparing' },
  });
  const places = await createMissing(files);
  if (places === null) return useImportState.setState({ phase: 'review' });
  const results: ImportResult[] = [];
  for (const [index, entry] of files.entries()) {
    if (signal.aborted) break;
    useImportState.setState({
      progress: { done: index, total, doing: `Importing ${entry.preview.file}` },
    });
    const reply = await runJob('imports.run', { files: [toImportFile(entry, places)] }, { signal });
    if (reply.ok) results.push(...reply.value.files);
    else if (reply.error.code !== 'cancelled') showError(reply.error);
    if (!reply.ok) break;
  }
  useImportState.setState({ phase: 'summary', results, stopped: results.length < total });
  finish(results);
};
