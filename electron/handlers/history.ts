import { listChangeSets, listChanges } from '#electron/project/history.ts';
import type { Handlers } from './context.ts';

export const historyHandlers: Handlers<'history'> = {
  'history.list': ({ project }, { before, limit }) =>
    listChangeSets(project.store, before ?? Number.MAX_SAFE_INTEGER, limit),
  'history.changes': ({ project }, { id, limit }) => listChanges(project.store, id, limit),
  'history.undo': ({ project, announce }) => {
    const { value, changed } = project.undo();
    announce(changed);
    return value;
  },
  'history.redo': ({ project, announce }) => {
    const { value, changed } = project.redo();
    announce(changed);
    return value;
  },
};
