import type { Handlers } from './context.ts';

export const jobsHandlers: Handlers<'jobs'> = {
  'jobs.list': ({ jobs }) => jobs.list(),
  'jobs.get': ({ jobs }, { id }) => jobs.get(id),
  'jobs.cancel': ({ jobs }, { id }) => {
    jobs.cancel(id);
    return null;
  },
};
