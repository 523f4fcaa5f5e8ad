import { runInThisContext } from 'node:vm';

/*
 * The wire between a test and the app's process: the test sends the source of a function, which
 * runs here with the stand-in, as Playwright does with the real Electron.
 */

/** A function's source and what it is given. */
export interface Work {
  readonly id: number;
  readonly source: string;
  readonly input: unknown;
}

/** What became of it. */
export interface Done {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

const carryOut = async ({ id, source, input }: Work, electron: object): Promise<Done> => {
  try {
    const work = runInThisContext(`(${source})`) as (given: object, value: unknown) => unknown;
    return { id, value: await work(electron, input) };
  } catch (thrown) {
    return {
      id,
      error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    };
  }
};

/** Carries out what the test sends, for as long as the test is there. */
export const answerTest = (electron: object): void => {
  const answer = async (work: Work): Promise<void> => {
    process.send?.(await carryOut(work, electron));
  };
  process.on('message', (work: Work) => void answer(work));
  process.on('disconnect', () => process.exit(1));
};
