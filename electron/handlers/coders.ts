import { v7 as uuidv7 } from 'uuid';
import { listCoders } from '#electron/project/coders.ts';
import { getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Handlers } from './context.ts';
import { quoted } from './words.ts';

export const codersHandlers: Handlers<'coders'> = {
  'coders.list': ({ project }) => listCoders(project.store),
  'coders.create': ({ project, label }, { name }) => {
    label(`Add coder ${quoted(name)}`);
    const coder = { id: uuidv7(), name, createdAt: new Date().toISOString() };
    insertRecord(project.store, 'coder', coder);
    return coder;
  },
  'coders.rename': ({ project, label }, { id, name }) => {
    label(`Rename coder to ${quoted(name)}`);
    updateRecord(project.store, 'coder', { id, name });
    return getRecord(project.store, 'coder', id);
  },
  'coders.use': ({ project, announceSession }, { id }) => {
    const coder = getRecord(project.store, 'coder', id);
    project.coderId = id;
    announceSession();
    return coder;
  },
};
