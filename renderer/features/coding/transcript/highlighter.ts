import type { Categories } from '#renderer/features/coding/stripes/categories.ts';
import { codeColours } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Range as TextRange } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { turnsIn } from '#shared/text/turn-index.ts';
import { capDepth } from './tint.ts';
import { pageRangeIn, pageRanges } from './transcript-dom.ts';

const colourName = (colour: number): string => `code-${colour % codeColours}`;

/** How many tints lie over each other at most: with three, words keep 4.5:1 in every colour. */
const deepestTint = 3;

/** Puts the rules for the code highlights on the page; call once. */
export const installHighlightRules = (): void => {
  const sheet = new CSSStyleSheet();
  const each = (rule: (colour: number) => string): string =>
    Array.from(
      { length: codeColours },
      (_, colour) => `::highlight(${colourName(colour)}) { ${rule(colour)} }`,
    ).join('\n');
  sheet.replaceSync(`
    :root { --tint: 24%; }
    :root[data-scheme="dark"] { --tint: 17%; }
    ${each(
      (colour) => `color: var(--ink);
        background-color: color-mix(in srgb, var(--code-${colour}) var(--tint), transparent);`,
    )}
    ::highlight(code-none) { color: var(--ink);
      background-color: color-mix(in srgb, var(--line-strong) var(--tint), transparent); }
    ::highlight(coding-hovered) { background-color: var(--selection); }
    ::highlight(coding-alone) { text-decoration: underline 2px dotted var(--ink-soft); }
    ::highlight(coding-active) { text-decoration: underline 2px solid var(--ink); }
    ::highlight(selection-kept) { background-color: var(--selection); color: var(--ink); }
    ::highlight(passages-kept) { background-color: var(--selection); color: var(--ink);
      text-decoration: underline 1px dashed var(--accent); }
    ::highlight(found) { background-color: var(--warning-soft); color: var(--ink); }
    ::highlight(found-current) { background-color: var(--warning); color: var(--paper); }
    @media (forced-colors: active) {
      ${each(
        () => `color: CanvasText; background-color: Canvas;
          text-decoration: underline 1px dotted CanvasText;`,
      )}
      ::highlight(coding-alone) { color: CanvasText; background-color: Canvas;
        text-decoration: underline 2px dashed CanvasText; }
      ::highlight(code-none) { color: CanvasText; background-color: Canvas;
        text-decoration: underline 1px dotted CanvasText; }
      ::highlight(coding-hovered) { color: CanvasText; background-color: Canvas;
        text-decoration: underline 3px double CanvasText; }
      ::highlight(coding-active) { color: CanvasText; background-color: Canvas;
        text-decoration: underline 3px solid CanvasText; }
      ::highlight(selection-kept) { color: HighlightText; background-color: Highlight; }
      ::highlight(passages-kept) { color: HighlightText; background-color: Highlight; }
      ::highlight(found) { color: MarkText; background-color: Mark; }
      ::highlight(found-current) { color: HighlightText; background-color: Highlight; }
    }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};

const named = (name: string, priority: number): Highlight => {
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
};

// Of the page, not of a Highlighter: the one of the source before and the one of the source after
// exist at the same time for a moment.
const layers = Array.from({ length: codeColours }, (_, colour) => named(colourName(colour), 0));
/** For what has no colour of its own. */
const plainLayer = named('code-none', 0);
const hoveredLayer = named('coding-hovered', 20);
const activeLayer = named('coding-active', 30);
const foundLayer = named('found', 34);
const currentLayer = named('found-current', 36);
const keptLayer = named('selection-kept', 32);
const aloneLayer = named('coding-alone', 10);
const passagesLayer = named('passages-kept', 31);

const noCodings: readonly Coding[] = [];

interface Painted {
  readonly range: StaticRange;
  readonly layer: Highlight;
}

/**
 * Paints codings with the CSS Custom Highlight API, one page range for each coding and turn, and
 * only for turns near what is shown: the cost follows the screen, not the number of codings.
 */
export class Highlighter {
  readonly #near = new Set<number>();
  readonly #painted = new Map<number, readonly Painted[]>();
  #turns: readonly Turn[] = [];
  #byTurn = new Map<number, readonly Coding[]>();
  #categories: Categories | null = null;
  /** What this one put on each layer: another column may paint on the same ones. */
  readonly #placed = new Map<Highlight, readonly StaticRange[]>();

  /** The codings that touch a turn, by place. */
  codingsIn(turn: number): readonly Coding[] {
    return this.#byTurn.get(turn) ?? noCodings;
  }

  /** The turns that are on the screen or near it. */
  get near(): ReadonlySet<number> {
    return this.#near;
  }

  /** Takes over what is to be painted; repaints only turns near the screen whose codings changed. */
  update(turns: readonly Turn[], codings: readonly Coding[], categories: Categories): void {
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
    const all = categories !== this.#categories || turns !== this.#turns;
    const before = this.#byTurn;
    this.#turns = turns;
    this.#categories = categories;
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
    this.#replace(activeLayer, active);
    this.#replace(hoveredLayer, hovered);
  }

  /** Keeps a selection visible while the focus is in a field. */
  keepSelection(range: TextRange | null): void {
    this.#replace(keptLayer, range);
  }

  /** Marks codings that the coder in the other column has not made, where they are near the screen. */
  showAlone(codings: readonly TextRange[]): void {
    this.#placeNear(aloneLayer, codings);
  }

  /** Shows the passages put aside. */
  keepPassages(passages: readonly TextRange[]): void {
    this.#place(
      passagesLayer,
      passages.flatMap((range) => pageRanges(this.#turns, range)),
    );
  }

  /** Marks the words that were looked for, where they are near the screen. */
  showFound(matches: readonly TextRange[], current: TextRange | null): void {
    this.#placeNear(foundLayer, matches);
    this.#replace(currentLayer, current);
  }

  /** Takes everything off the page. */
  clear(): void {
    for (const turn of this.#painted.keys()) this.#wipe(turn);
    this.#near.clear();
    this.point(null, null);
    this.keepSelection(null);
    this.keepPassages([]);
    this.showAlone([]);
    this.showFound([], null);
  }

  #replace(layer: Highlight, range: TextRange | null): void {
    this.#place(layer, range === null ? [] : pageRanges(this.#turns, range));
  }

  #placeNear(layer: Highlight, ranges: readonly TextRange[]): void {
    const parts: StaticRange[] = [];
    for (const range of ranges) {
      const span = turnsIn(this.#turns, range);
      if (span === null) continue;
      for (let turn = span.first; turn <= span.last; turn += 1) {
        const part = this.#near.has(turn) ? pageRangeIn(this.#turns, turn, range) : null;
        if (part !== null) parts.push(part);
      }
    }
    this.#place(layer, parts);
  }

  #place(layer: Highlight, parts: readonly StaticRange[]): void {
    for (const part of this.#placed.get(layer) ?? []) layer.delete(part);
    for (const part of parts) layer.add(part);
    this.#placed.set(layer, parts);
  }

  #paint(turn: number): void {
    this.#wipe(turn);
    const painted: Painted[] = [];
    const codings = this.codingsIn(turn);
    const pieces = capDepth(codings, deepestTint);
    codings.forEach((coding, index) => {
      const colour = this.#categories?.of(coding).colour ?? null;
      const layer = colour === null ? plainLayer : layers[colour % codeColours];
      for (const piece of pieces[index] ?? []) {
        const range = pageRangeIn(this.#turns, turn, piece);
        if (layer === undefined || range === null) continue;
        layer.add(range);
        painted.push({ range, layer });
      }
    });
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
