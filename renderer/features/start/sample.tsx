import { Leaf } from 'lucide-react';
import { useRef, useState } from 'react';
import { createSample, useOpening } from '#renderer/client/open.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { Job } from '#shared/contract/events.ts';
import styles from './start-screen.module.css';

/** Builds the sample study, shows how far it is, and stops when asked. */
export const Sample = () => {
  const [job, setJob] = useState<Pick<Job, 'doing' | 'done' | 'total'>>();
  const isBusy = useOpening((state) => state.doing !== null);
  const abort = useRef<AbortController>(null);
  const build = async (): Promise<void> => {
    const stop = new AbortController();
    abort.current = stop;
    setJob({ doing: '', done: 0, total: 0 });
    await createSample({ onProgress: setJob, signal: stop.signal });
    setJob(undefined);
  };
  if (job === undefined)
    return (
      <div className={styles.sample}>
        <Button isDisabled={isBusy} onPress={() => void build()}>
          <Leaf size={16} aria-hidden /> Explore the sample study
        </Button>
        <p className={styles.location}>
          An invented study, coded and themed, to look at and to try things on.
        </p>
      </div>
    );
  return (
    <div className={styles.sample}>
      <ProgressBar
        label={job.doing === '' ? 'Building the sample study' : `Sample study: ${job.doing}`}
        done={job.done}
        total={job.total}
      />
      <Button small onPress={() => abort.current?.abort()}>
        Cancel
      </Button>
    </div>
  );
};
