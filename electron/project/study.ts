import { Failure } from '#shared/contract/errors.ts';
import type { Project } from '#shared/model/project.ts';
import type { Store } from './store.ts';

/** The one record about the study itself. */
export const getProjectRecord = (store: Store): Project => {
  const record = store.get<Project>('SELECT * FROM project');
  if (record === undefined) throw new Failure('project-damaged', undefined, 'No project record');
  return record;
};
