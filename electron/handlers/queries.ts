import { v7 as uuidv7 } from 'uuid';
import { listQueries, nearestQueries } from '#electron/project/queries.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import { runQuery } from '#electron/project/retrieval.ts';
import { turnsAround } from '#electron/project/retrieval-around.ts';
import { retrieveSegments } from '#electron/project/retrieval-segments.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { Handlers } from './context.ts';
import { quoted } from './words.ts';

export const queriesHandlers: Handlers<'queries'> = {
  'queries.run': ({ project }, { definition }) => runQuery(project.store, definition),
  'queries.segments': ({ project }, { ids }) => retrieveSegments(project.store, ids),
  'queries.around': ({ project: { store } }, { id, turns }) =>
    turnsAround(store, getRecord(store, 'coding', id), turns),
  'queries.nearest': ({ project }, { definition }) => nearestQueries(project.store, definition),
  'queries.list': ({ project }) => listQueries(project.store),
  'queries.create': ({ project, label }, { name, definition }) => {
    const { store, coderId } = project;
    if (coderId === null) throw new Failure('conflict', 'Choose a coder first.');
    label(`Save query ${quoted(name)}`);
    const query = {
      id: uuidv7(),
      name,
      definition: JSON.stringify(definition),
      coderId,
      createdAt: new Date().toISOString(),
    };
    insertRecord(store, 'query', query);
    return query;
  },
  'queries.update': ({ project: { store }, label }, { id, name, definition }) => {
    const before = getRecord(store, 'query', id);
    label(
      name !== undefined && name !== before.name
        ? `Rename query ${quoted(before.name)} to ${quoted(name)}`
        : `Change query ${quoted(before.name)}`,
    );
    updateRecord(store, 'query', {
      id,
      name,
      definition: definition === undefined ? undefined : JSON.stringify(definition),
    });
    return getRecord(store, 'query', id);
  },
  'queries.delete': ({ project: { store }, label }, { id }) => {
    label(`Delete query ${quoted(getRecord(store, 'query', id).name)}`);
    deleteRecord(store, 'query', id);
    return null;
  },
};
