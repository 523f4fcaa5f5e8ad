import { useEffect } from 'react';
import { showError } from '#renderer/client/edit.ts';
import { platform } from '#renderer/client/platform.ts';

/** Says so when a backup could not be made, whether it was asked for or made by itself. */
export const useFailedBackups = (): void => {
  useEffect(
    () =>
      platform.listen((event) => {
        if (event.type !== 'job' || event.job.method !== 'project.backUp') return;
        const { state, error } = event.job;
        if (state !== 'failed' || error === undefined) return;
        showError({ ...error, message: `No backup could be made. ${error.message}` });
      }),
    [],
  );
};
