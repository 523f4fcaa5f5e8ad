import { writeFileSync } from 'node:fs';

/**
 * One line of the report. Figures are medians, in milliseconds where no other unit is named; the
 * ratio is ours to the baseline.
 */
export interface Row {
  readonly name: string;
  /** How many times it was measured. */
  readonly n: number;
  readonly medianMs: number;
  readonly baseline: string;
  readonly baselineMs: number;
  readonly ratio: number;
  readonly unit: string;
}

/** The middle of some figures. */
export const median = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** What 95 of 100 figures stay at or below; NaN of none. */
export const percentile95 = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length * 0.95)] ?? Number.NaN;

/** Times some work `n` times after one run that is not counted; answers each time in milliseconds. */
export const time = async (
  n: number,
  work: (round: number) => void | Promise<void>,
): Promise<readonly number[]> => {
  await work(-1);
  const times: number[] = [];
  for (let round = 0; round < n; round += 1) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return times;
};

/** A line from what was measured and what it is measured against. */
export const row = (
  name: string,
  ours: readonly number[],
  against: { readonly name: string; readonly figures: readonly number[]; readonly unit?: string },
): Row => {
  const medianMs = median(ours);
  const baselineMs = median(against.figures);
  const round = (figure: number): number => Math.round(figure * 100) / 100;
  return {
    name,
    n: ours.length,
    medianMs: round(medianMs),
    baseline: against.name,
    baselineMs: round(baselineMs),
    ratio: round(medianMs / baselineMs),
    unit: against.unit ?? 'ms',
  };
};

/** Prints the lines as a table, and writes them as JSON where a file is given. */
export const report = (rows: readonly Row[], file: string | undefined): void => {
  const width = Math.max(...rows.map((line) => line.name.length));
  const baseline = Math.max(...rows.map((line) => line.baseline.length));
  for (const line of rows)
    process.stdout.write(
      `${line.name.padEnd(width)}  n=${String(line.n).padStart(4)}  ${line.medianMs.toFixed(2).padStart(10)} ${line.unit.padEnd(2)}   ${line.baseline.padEnd(baseline)} ${line.baselineMs.toFixed(2).padStart(10)} ${line.unit.padEnd(2)}   x${line.ratio.toFixed(2)}\n`,
    );
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
};
