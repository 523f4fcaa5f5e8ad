import { v7 as uuidv7 } from 'uuid';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import { clearTimePoint, listTimePoints } from '#electron/project/time-points.ts';
import type { Handlers } from './context.ts';
import { reordered } from './order.ts';
import { quoted } from './words.ts';

export const timePointsHandlers: Handlers<'timePoints'> = {
  'timePoints.list': ({ project }) => listTimePoints(project.store),
  'timePoints.create': ({ project, label }, { name }) => {
    label(`Add time point ${quoted(name)}`);
    const timePoint = { id: uuidv7(), name, position: listTimePoints(project.store).length };
    insertRecord(project.store, 'time_point', timePoint);
    return timePoint;
  },
  'timePoints.update': ({ project, label }, { id, name, position }) => {
    const before = getRecord(project.store, 'time_point', id);
    label(`Change time point ${quoted(before.name)}`);
    updateRecord(project.store, 'time_point', { id, name });
    for (const change of reordered(listTimePoints(project.store), id, position))
      updateRecord(project.store, 'time_point', change);
    return getRecord(project.store, 'time_point', id);
  },
  'timePoints.delete': ({ project, label }, { id }) => {
    label(`Delete time point ${quoted(getRecord(project.store, 'time_point', id).name)}`);
    clearTimePoint(project.store, id);
    deleteRecord(project.store, 'time_point', id);
    return null;
  },
};
