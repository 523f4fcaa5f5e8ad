import { getRecord, updateRecord } from '#electron/project/records.ts';
import { deleteSources, listSources, sourcesByIds } from '#electron/project/sources.ts';
import { listSpeakers, listTurns } from '#electron/project/speakers.ts';
import { getText } from '#electron/project/texts.ts';
import type { Handlers } from './context.ts';
import { counted, quoted } from './words.ts';

const named = (sources: readonly { readonly name: string }[]): string =>
  sources.length === 1 && sources[0] !== undefined
    ? `source ${quoted(sources[0].name)}`
    : counted(sources.length, 'source');

export const sourcesHandlers: Handlers<'sources'> = {
  'sources.list': ({ project }) => listSources(project.store),
  'sources.get': ({ project: { store } }, { id }) => ({
    source: getRecord(store, 'source', id),
    text: getText(store, id),
    speakers: listSpeakers(store, id),
    turns: listTurns(store, id),
  }),
  'sources.update': ({ project: { store }, label }, { ids, changes }) => {
    label(`Change ${named(sourcesByIds(store, ids))}`);
    for (const id of ids) updateRecord(store, 'source', { id, ...changes });
    return sourcesByIds(store, ids);
  },
  'sources.delete': ({ project: { store }, label }, { ids }) => {
    for (const id of ids) getRecord(store, 'source', id);
    label(`Delete ${named(sourcesByIds(store, ids))}`);
    return deleteSources(store, ids);
  },
};
