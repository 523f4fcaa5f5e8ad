import type { Code } from '#shared/model/code.ts';
import { codeColours } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Range as TextRange } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { turnsIn } from '#shared/text/turn-index.ts';
import { pageRangeIn, pageRanges } from './transcript-dom.ts';

const colourName = (colour: number): string => `code-${colour % codeColours}`;

/** Puts the rules for the code highlights on the page; call once. */
export const installHighlightRules = (): void => {
  const sheet = new CSSStyleSheet();
  const rules = Array.from(
    { length: codeColours },
    (_, colour) => `::highlight(${colourName(colour)}) {
      background-color: color-mix(in srgb, var(--code-${colour}) 24%, transparent); }`,
  );
  sheet.replaceSync(`${rules.join('\n')}
    ::highlight(coding-hovered) { background-color: var(--selection); }
    ::highlight(coding-active) { text-decoration: underline 2px solid var(--ink); }
    ::highlight(selection-kept) { background-color: var(--selection); }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};

const named = (name: string, priority: number): Highlight => {
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
};

interface Painted {
  readonly range: StaticRange;
  readonly layer: Highlight;
}

/**
 * Paints codings with the CSS Custom Highlight API, one page range for each coding and turn, and
 * only for turns near what is shown: the cost follows the screen, not the number of codings.
 */
export class Highlighter {
  readonly #layers: readonly Highlight[];
  readonly #active = named('coding-active', 30);
  readonly #hovered = named('coding-hovered', 20);
  readonly #kept = named('selection-kept', 40);
  readonly #near = new Set<number>();
  readonly #painted = new Map<number, readonly Painted[]>();
  #turns: readonly Turn[] = [];
  #byTurn = new Map<number, readonly Coding[]>();
  #colours: ReadonlyMap<string, number> = new Map();

  constructor() {
    this.#layers = Array.from({ length: codeColours }, (_, colour) => named(colourName(colour), 0));
  }

  /** The codings that touch a turn, by place. */
  codingsIn(turn: number): readonly Coding[] {
    return this.#byTurn.get(turn) ?? [];
  }

  /** The turns that are on the screen or near it. */
  get near(): ReadonlySet<number> {
    return this.#near;
  }

  /** Takes over what is to be painted; repaints only turns near the screen whose codings changed. */
  update(turns: readonly Turn[], codings: readonly Coding[], codes: readonly Code[]): void {
    const colours = new Map(codes.map((code) => [code.id, code.colour]));
    const recoloured =
      colours.size !== this.#colours.size ||
      [...colours].some(([id, colour]) => this.#colours.get(id) !== colour);
    const byTurn = new Map<number, Coding[]>();
    for (const coding of codings) {
      const span = turnsIn(turns, coding);
      if (span === null) continue;
      for (let index = span.first; index <= span.last; index += 1) {
        const list = byTurn.get(index);
        if (list === undefined) byTurn.set(index, [coding]);
        else list.push(coding);
      }
    }
    const all = recoloured || turns !== this.#turns;
    const before = this.#byTurn;
    this.#turns = turns;
    this.#colours = colours;
    this.#byTurn = byTurn;
    for (const turn of this.#near)
      if (all || !sameCodings(before.get(turn), byTurn.get(turn))) this.#paint(turn);
  }

  /** A turn came near the screen or left it. */
  setNear(turn: number, near: boolean): void {
    if (near) {
      this.#near.add(turn);
      this.#paint(turn);
    } else {
      this.#near.delete(turn);
      this.#wipe(turn);
    }
  }

  /** Underlines the active coding and lights the hovered one. */
  point(active: TextRange | null, hovered: TextRange | null): void {
    this.#replace(this.#active, active);
    this.#replace(this.#hovered, hovered);
  }

  /** Keeps a selection visible while the focus is in a field. */
  keepSelection(range: TextRange | null): void {
    this.#replace(this.#kept, range);
  }

  /** Takes everything off the page. */
  clear(): void {
    for (const turn of this.#painted.keys()) this.#wipe(turn);
    this.#near.clear();
    this.point(null, null);
    this.keepSelection(null);
  }

  #replace(highlight: Highlight, range: TextRange | null): void {
    highlight.clear();
    if (range === null) return;
    for (const part of pageRanges(this.#turns, range)) highlight.add(part);
  }

  #paint(turn: number): void {
    this.#wipe(turn);
    const painted: Painted[] = [];
    for (const coding of this.codingsIn(turn)) {
      const layer = this.#layers[(this.#colours.get(coding.codeId) ?? 0) % codeColours];
      const range = pageRangeIn(this.#turns, turn, coding);
      if (layer === undefined || range === null) continue;
      layer.add(range);
      painted.push({ range, layer });
    }
    this.#painted.set(turn, painted);
  }

  #wipe(turn: number): void {
    for (const { range, layer } of this.#painted.get(turn) ?? []) layer.delete(range);
    this.#painted.delete(turn);
  }
}

const sameCodings = (
  before: readonly Coding[] | undefined,
  after: readonly Coding[] | undefined,
): boolean => {
  if (before?.length !== after?.length) return false;
  if (before === undefined || after === undefined) return true;
  return before.every((coding, index) => coding === after[index]);
};
