import type { TimePoint } from '#shared/model/time-point.ts';
import type { Store } from './store.ts';

/** All time points in their order. */
export const listTimePoints = (store: Store): TimePoint[] =>
  store.all<TimePoint>('SELECT * FROM time_point ORDER BY position, name');

/** Takes a time point away from the sources that have it. */
export const clearTimePoint = (store: Store, id: string): void => {
  store.run('UPDATE source SET timePointId = NULL WHERE timePointId = ?', id);
};
