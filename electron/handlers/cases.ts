import { v7 as uuidv7 } from 'uuid';
import { deleteValuesOfCase } from '#electron/project/attributes.ts';
import { clearCase, listCases } from '#electron/project/cases.ts';
import { deleteMemosOn } from '#electron/project/memos.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Handlers } from './context.ts';
import { quoted } from './words.ts';

export const casesHandlers: Handlers<'cases'> = {
  'cases.list': ({ project }) => listCases(project.store),
  'cases.create': ({ project, label }, input) => {
    label(`Add case ${quoted(input.pseudonym)}`);
    const record = { id: uuidv7(), ...input };
    insertRecord(project.store, 'case', record);
    return record;
  },
  'cases.update': ({ project, label }, input) => {
    label(`Change case ${quoted(getRecord(project.store, 'case', input.id).pseudonym)}`);
    updateRecord(project.store, 'case', input);
    return getRecord(project.store, 'case', input.id);
  },
  'cases.delete': ({ project, label }, { id }) => {
    label(`Delete case ${quoted(getRecord(project.store, 'case', id).pseudonym)}`);
    clearCase(project.store, id);
    deleteValuesOfCase(project.store, id);
    deleteMemosOn(project.store, 'case', [id]);
    deleteRecord(project.store, 'case', id);
    return null;
  },
};
