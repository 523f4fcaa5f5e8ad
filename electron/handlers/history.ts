import { changeSetsByIds, listChangeSets, listChanges } from '#electron/project/history.ts';
import type { Edited, Project } from '#electron/project/project.ts';
import { getRecord, updateRecord } from '#electron/project/records.ts';
import { versionsOf } from '#electron/project/versions.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { VersionedKind } from '#shared/contract/history.ts';
import type { ChangeSet } from '#shared/model/change.ts';
import { codeParts } from '#shared/model/codebook.ts';
import type { Handlers, SessionContext } from './context.ts';
import { quoted } from './words.ts';

/** Undoes or redoes and tells everybody, also where that took away or brought back the coder. */
const turn = (context: SessionContext, way: (project: Project) => Edited<ChangeSet>): ChangeSet => {
  const { project, jobs } = context;
  if (jobs.isEditing)
    throw new Failure(
      'conflict',
      'This would take back a part of what is under way. Stop that first, or wait for its end. Nothing was changed.',
    );
  const { coderId } = project;
  const { value, changed } = way(project);
  context.announce(changed);
  if (project.coderId !== coderId) context.announceSession();
  return value;
};

/** What restoring an earlier version gives back: words and looks, never the place. */
const restored = {
  code: ['name', 'colour', ...codeParts.map(({ key }) => key)],
  theme: ['name', 'concept', 'boundaries', 'narrative', 'summary'],
  memo: ['title', 'body'],
} as const satisfies Readonly<Record<VersionedKind, readonly string[]>>;

const dayOf = (at: string): string =>
  new Date(at).toLocaleDateString('en-GB', { dateStyle: 'medium' });

export const historyHandlers: Handlers<'history'> = {
  'history.list': ({ project }, input) => listChangeSets(project.store, input),
  'history.get': ({ project }, { ids }) => changeSetsByIds(project.store, ids),
  'history.changes': ({ project }, { id, limit }) => listChanges(project.store, id, limit),
  'history.ofRecord': ({ project }, { kind, id, before, limit }) =>
    versionsOf(project.store, kind, id)
      .filter(({ seq }) => before === undefined || seq < before)
      .slice(0, limit),
  'history.restore': ({ project: { store }, label }, { kind, id, changeSetId }) => {
    const now = getRecord(store, kind, id);
    const version = versionsOf(store, kind, id).find((one) => one.changeSetId === changeSetId);
    if (version === undefined)
      throw new Failure('not-found', 'This version is not in the history. Nothing was changed.');
    const name = 'name' in now ? now.name : now.title;
    label(`Restore ${kind}${name === '' ? '' : ` ${quoted(name)}`} of ${dayOf(version.at)}`);
    const fields = Object.fromEntries(
      restored[kind].map((field) => [field, version.record[field]]),
    );
    const stamp = kind === 'memo' ? { updatedAt: new Date().toISOString() } : {};
    updateRecord(store, kind, { id, ...fields, ...stamp });
    return { ...getRecord(store, kind, id) };
  },
  'history.undo': (context) => turn(context, (project) => project.undo()),
  'history.redo': (context) => turn(context, (project) => project.redo()),
  'history.undoSet': (context, { id }) => turn(context, (project) => project.undoSet(id)),
};
