import { v7 as uuidv7 } from 'uuid';
import {
  findExtract,
  getExtracts,
  listExtractIds,
  markedExtracts,
} from '#electron/project/extracts.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import { hitsHolding, themeHits } from '#electron/project/theme-evidence.ts';
import { codesInThemes } from '#electron/project/themes.ts';
import { withDescendants } from '#electron/project/tree.ts';
import type { Handlers } from './context.ts';
import { quoted } from './words.ts';

export const extractsHandlers: Handlers<'extracts'> = {
  'extracts.list': ({ project: { store } }, { themeId, offset, limit }) => {
    const codeIds = codesInThemes(store, withDescendants(store, 'theme', [themeId]));
    const { total, ids } = listExtractIds(store, codeIds, { offset, limit });
    return { total, extracts: getExtracts(store, ids, themeId) };
  },
  'extracts.find': ({ project: { store } }, { themeId, text }) =>
    hitsHolding(store, themeHits(store, themeId), text),
  'extracts.marked': ({ project: { store } }, { themeId }) => markedExtracts(store, themeId),
  'extracts.get': ({ project: { store } }, { codingIds }) => getExtracts(store, codingIds, null),
  'extracts.mark': ({ project: { store }, label }, { themeId, codingId, fit, note }) => {
    const theme = getRecord(store, 'theme', themeId);
    getRecord(store, 'coding', codingId);
    const before = findExtract(store, themeId, codingId);
    if (fit === null) {
      label(`Take back how a quote fits ${quoted(theme.name)}`);
      if (before !== undefined) deleteRecord(store, 'extract', before.id);
      return null;
    }
    label(`Mark a quote as ${fit} in ${quoted(theme.name)}`);
    if (before !== undefined) {
      updateRecord(store, 'extract', { id: before.id, fit, note });
      return { ...before, fit, note };
    }
    const extract = { id: uuidv7(), themeId, codingId, fit, note };
    insertRecord(store, 'extract', extract);
    return extract;
  },
};
