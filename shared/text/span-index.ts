/** A stretch `[low, high]` of some scale, both ends included, and whose it is. */
export interface Span {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

interface Reach {
  /** The furthest end among the spans up to here, and whose it is. */
  readonly id: string;
  readonly high: number;
  /** The furthest end among the others. */
  readonly next: number;
}

const nowhere: Reach = { id: '', high: Number.NEGATIVE_INFINITY, next: Number.NEGATIVE_INFINITY };

/**
 * Answers whether any of many spans lies so: in time that grows with the logarithm of their number,
 * since spans are sorted by where they begin and each knows how far those before it reach.
 */
export class SpanIndex {
  readonly #lows: Float64Array;
  readonly #reach: readonly Reach[];

  constructor(spans: readonly Span[]) {
    const sorted = spans.toSorted((a, b) => a.low - b.low);
    this.#lows = Float64Array.from(sorted, (span) => span.low);
    let best = nowhere;
    this.#reach = sorted.map(({ id, high }) => {
      if (high > best.high) best = { id, high, next: best.high };
      else if (high > best.next) best = { ...best, next: high };
      return best;
    });
  }

  /** Whether a span other than that of `not` begins at or before `low` and ends at or after `high`. */
  has(low: number, high: number, not: string): boolean {
    let from = 0;
    let to = this.#lows.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#lows[middle] ?? 0) <= low) from = middle + 1;
      else to = middle;
    }
    const reach = this.#reach[from - 1] ?? nowhere;
    return (reach.id === not ? reach.next : reach.high) >= high;
  }
}
