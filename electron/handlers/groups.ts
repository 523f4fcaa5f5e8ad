import { v7 as uuidv7 } from 'uuid';
import { clearGroup, listGroups } from '#electron/project/groups.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Handlers } from './context.ts';
import { reordered } from './order.ts';
import { quoted } from './words.ts';

export const groupsHandlers: Handlers<'groups'> = {
  'groups.list': ({ project }) => listGroups(project.store),
  'groups.create': ({ project, label }, { name }) => {
    label(`Add group ${quoted(name)}`);
    const group = { id: uuidv7(), name, position: listGroups(project.store).length };
    insertRecord(project.store, 'group', group);
    return group;
  },
  'groups.update': ({ project, label }, { id, name, position }) => {
    const before = getRecord(project.store, 'group', id);
    label(`Change group ${quoted(before.name)}`);
    updateRecord(project.store, 'group', { id, name });
    for (const change of reordered(listGroups(project.store), id, position))
      updateRecord(project.store, 'group', change);
    return getRecord(project.store, 'group', id);
  },
  'groups.delete': ({ project, label }, { id }) => {
    label(`Delete group ${quoted(getRecord(project.store, 'group', id).name)}`);
    clearGroup(project.store, id);
    deleteRecord(project.store, 'group', id);
    return null;
  },
};
