import { listChangeSets, listChanges } from '#electron/project/history.ts';
import type { Edited } from '#electron/project/project.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { ChangeSet } from '#shared/model/change.ts';
import type { Handlers, SessionContext } from './context.ts';

/** Turns a set round and tells everybody, also where that took away or brought back the coder. */
const turn = (context: SessionContext, way: 'undo' | 'redo'): ChangeSet => {
  const { project, jobs } = context;
  if (jobs.isEditing)
    throw new Failure(
      'conflict',
      'This would take back a part of what is under way. Stop that first, or wait for its end. Nothing was changed.',
    );
  const { coderId } = project;
  const { value, changed }: Edited<ChangeSet> = project[way]();
  context.announce(changed);
  if (project.coderId !== coderId) context.announceSession();
  return value;
};

export const historyHandlers: Handlers<'history'> = {
  'history.list': ({ project }, { before, limit }) =>
    listChangeSets(project.store, before ?? Number.MAX_SAFE_INTEGER, limit),
  'history.changes': ({ project }, { id, limit }) => listChanges(project.store, id, limit),
  'history.undo': (context) => turn(context, 'undo'),
  'history.redo': (context) => turn(context, 'redo'),
};
