import type { Highlighter } from '#renderer/features/coding/transcript/highlighter.ts';
import { liveRange, pageRangeIn } from '#renderer/features/coding/transcript/transcript-dom.ts';
import type { Range } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { turnsIn } from '#shared/text/turn-index.ts';

/** Where a stripe stands, in CSS pixels from the top of the page of turns. */
export interface StripePlace {
  readonly top: number;
  readonly height: number;
}

interface Measured extends StripePlace {
  /** The turns near the screen that were measured for it. */
  readonly first: number;
  readonly last: number;
}

/**
 * Measures where ranges of the text stand, and remembers it until words have moved: what is measured
 * for one more coding is that coding, not the hundreds around it.
 */
export class StripePlaces {
  readonly #known = new Map<string, Measured>();

  /** Forgets everything: words have moved. */
  clear(): void {
    this.#known.clear();
  }

  /** The place of a range from those of its turns that are near the screen; null for none. */
  of(
    range: Range,
    {
      turns,
      highlighter,
      origin,
    }: { turns: readonly Turn[]; highlighter: Highlighter; origin: number },
  ): StripePlace | null {
    const span = turnsIn(turns, range);
    if (span === null) return null;
    let { first, last } = span;
    while (first <= last && !highlighter.near.has(first)) first += 1;
    while (last >= first && !highlighter.near.has(last)) last -= 1;
    if (first > last) return null;
    const key = `${range.start} ${range.end}`;
    const known = this.#known.get(key);
    if (known?.first === first && known.last === last) return known;
    // What is in between stands between them on the page, too.
    const boxes = [...new Set([first, last])].flatMap((turn) => {
      const part = pageRangeIn(turns, turn, range);
      return part === null ? [] : [liveRange(part).getBoundingClientRect()];
    });
    if (boxes.length === 0) return null;
    const top = Math.min(...boxes.map((box) => box.top)) - origin;
    const height = Math.max(...boxes.map((box) => box.bottom)) - origin - top;
    const measured = { first, last, top, height };
    this.#known.set(key, measured);
    return measured;
  }
}
