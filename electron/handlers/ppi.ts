import { v7 as uuidv7 } from 'uuid';
import { findPpiReport, readPpiFacts } from '#electron/project/ppi.ts';
import { getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import { ppiItems } from '#shared/model/ppi-log.ts';
import type { PpiReport } from '#shared/model/ppi-report.ts';
import { draftPpi } from '#shared/text/ppi-draft.ts';
import type { Handlers } from './context.ts';

const unwritten = { aim: '', methods: '', results: '', influence: '', reflection: '' } as const;

export const ppiHandlers: Handlers<'ppi'> = {
  'ppi.log': ({ project: { store } }) => {
    const facts = readPpiFacts(store);
    const { id: _, ...words } = findPpiReport(store) ?? { ...unwritten, id: '' };
    const changed = facts.decided.filter(({ outcome }) => outcome === 'changed').length;
    return {
      drafts: draftPpi(facts),
      words,
      packs: facts.packs.length,
      replies: facts.replies.length,
      open: facts.open,
      changed,
      notChanged: facts.decided.length - changed,
    };
  },
  'ppi.update': ({ project: { store }, label }, input) => {
    const names = ppiItems.filter(({ id }) => input[id] !== undefined).map(({ name }) => name);
    label(`Write the PPI log: ${names.join(', ').toLowerCase()}`);
    const before = findPpiReport(store);
    if (before !== undefined) {
      updateRecord(store, 'ppi_report', { id: before.id, ...input });
      return getRecord(store, 'ppi_report', before.id);
    }
    const { aim = '', methods = '', results = '', influence = '', reflection = '' } = input;
    const report: PpiReport = { id: uuidv7(), aim, methods, results, influence, reflection };
    insertRecord(store, 'ppi_report', report);
    return report;
  },
};
