import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { announce } from '#renderer/ui/announce.ts';
import type { Job } from '#shared/contract/events.ts';
import type { Input, MethodOf, Output } from '#shared/contract/index.ts';
import { runJob } from './call.ts';
import { showError } from './edit.ts';
import { platform } from './platform.ts';

/** The jobs that write a file. */
type ExportMethod = Extract<MethodOf<'job'>, `exports.${string}`>;

/** A file that is being written. */
interface Exporting<M extends ExportMethod> {
  /** How far it is; null while nothing is written. */
  readonly job: Pick<Job, 'doing' | 'done' | 'total'> | null;
  /**
   * Asks where the file goes, writes it and hands it over. Answers what was written; null when the
   * person thought better of it or it failed, which has then been said.
   */
  readonly write: (
    suggestedName: string,
    input: Omit<Input<M>, 'file'>,
  ) => Promise<Output<M> | null>;
  /** Stops what is being written; answers whether there was anything to stop. */
  readonly stop: () => boolean;
}

/** Writes one kind of file, with progress; leaving the screen stops it. */
export const useExport = <M extends ExportMethod>(method: M): Exporting<M> => {
  const [job, setJob] = useState<Exporting<M>['job']>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const write: Exporting<M>['write'] = async (suggestedName, input) => {
    const target = await platform.pickTarget(suggestedName);
    if (target === null) return null;
    const controller = new AbortController();
    running.current = controller;
    setJob({ doing: 'Starting', done: 0, total: 0 });
    const reply = await runJob(method, { ...input, file: target.token } as Input<M>, {
      onProgress: setJob,
      signal: controller.signal,
    });
    running.current = null;
    setJob(null);
    if (reply.ok) {
      await target.finish();
      return reply.value;
    }
    if (reply.error.code === 'cancelled') announce(reply.error.message);
    else showError(reply.error);
    return null;
  };
  return {
    job,
    write,
    stop: () => {
      const isRunning = running.current !== null;
      running.current?.abort();
      return isRunning;
    },
  };
};

const sizeOf = (bytes: number): string =>
  new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / (bytes < 1_000_000 ? 1000 : 1_000_000));

interface Written {
  readonly fileName: string;
  readonly bytes: number;
  readonly warnings: readonly string[];
}

/** Says what was written, and what the format could not carry. */
export const tellExported = (what: string, { fileName, bytes, warnings }: Written): void => {
  const said = `Exported ${what} to ${fileName} (${sizeOf(bytes)})`;
  announce([said, ...warnings].join('. '));
  if (warnings.length === 0) toast.success(said);
  else toast.warning(said, { description: warnings.join(' '), duration: Number.POSITIVE_INFINITY });
};

/** A suggested file name that every file system takes. */
export const exportName = (project: string, what: string, format: string): string =>
  `${project.replace(/[\\/:*?"<>|]+/gu, ' ').trim()} ${what}.${format}`;
