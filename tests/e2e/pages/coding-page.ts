import type { Locator, Page } from '@playwright/test';
import { expect } from '#tests/e2e/app.ts';

/** The coding workspace as somebody sees and uses it. */
export class CodingPage {
  readonly page: Page;
  readonly transcript: Locator;
  readonly bar: Locator;
  readonly picker: Locator;
  readonly details: Locator;
  readonly find: Locator;
  readonly tag: Locator;
  readonly tools: Locator;

  constructor(page: Page) {
    this.page = page;
    this.transcript = page.locator('[data-transcript]');
    this.bar = page.getByRole('toolbar', { name: 'What is selected' });
    this.picker = page.getByRole('dialog');
    this.details = page.getByRole('complementary', { name: 'Coding: details' });
    this.tag = page.locator('[data-stripe-tag]');
    this.tools = page.getByRole('region', { name: 'Filter and colours' });
    this.find = page.getByRole('search', { name: 'Find in the source' });
  }

  /** Goes to Coding by the rail and opens a source by its name, or the first there is. */
  async open(source?: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Coding', exact: true }).click();
    if (source !== undefined) {
      await this.page.getByRole('tab', { name: 'Sources' }).click();
      await this.page.getByRole('button', { name: source, exact: true }).click();
      await this.page.getByRole('tab', { name: 'Codes' }).click();
      await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(source);
    }
    await expect(this.page.locator('[data-turn]').first()).toBeVisible();
  }

  /** Goes to Coding and into the words by keys alone: GP1 is the first source by name, and open. */
  async openByKeys(): Promise<void> {
    await expect(this.page.getByRole('main')).toBeVisible();
    await this.page.keyboard.press('Control+2');
    await expect(this.turn(1)).toBeVisible();
    for (let pane = 0; pane < 6; pane += 1) {
      if (await this.hasFocus(this.transcript)) break;
      await this.page.keyboard.press('F6');
    }
    await expect(this.transcript).toBeFocused();
  }

  /** Whether the focus is in or on an element. */
  hasFocus(place: Locator): Promise<boolean> {
    return place.evaluate((element) => element.contains(document.activeElement));
  }

  /** The notes that stand beside the words or over the margin. */
  get notes(): Locator {
    return this.page.locator('[data-notes] > li');
  }

  /** The words of the n-th turn, counted from 1. */
  speech(turn: number): Locator {
    return this.page.locator(`#speech-${turn - 1}`);
  }

  /** The n-th turn, counted from 1. */
  turn(turn: number): Locator {
    return this.page.locator(`#turn-${turn - 1}`);
  }

  /** The row of a code in the panel. */
  code(name: string): Locator {
    return this.page.getByRole('row', { name: new RegExp(`^${name}`, 'u') });
  }

  /** The stripes of codings with a code of this name. */
  stripes(name: string): Locator {
    return this.page.locator(`[data-stripe][data-name^="${name}"]`);
  }

  /** The words painted by highlights whose name begins so, a line for each piece. */
  painted(name: string): Promise<readonly string[]> {
    return this.page.evaluate(
      (wanted) =>
        [...CSS.highlights.entries()]
          .filter(([known]) => known.startsWith(wanted))
          .flatMap(([, highlight]) => [...highlight])
          .map((part) =>
            (part.startContainer.textContent ?? '').slice(part.startOffset, part.endOffset),
          ),
      name,
    );
  }

  /** Waits until exactly these words are painted by highlights whose name begins so. */
  async expectPainted(name: string, words: readonly string[]): Promise<void> {
    await expect.poll(() => this.painted(name)).toEqual(words);
  }

  /** Waits until the header counts so many codings. */
  async expectCodings(count: number): Promise<void> {
    await expect(this.page.locator('main header').first()).toContainText(
      `· ${count} ${count === 1 ? 'coding' : 'codings'}`,
    );
  }

  /** Waits until screen readers were told this. */
  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();
  }

  /** The point in the middle of the first place where a turn says these words, counted from 1. */
  async pointOf(
    turn: number,
    words: string,
    at = words.length / 2,
  ): Promise<{ x: number; y: number }> {
    await this.speech(turn).scrollIntoViewIfNeeded();
    const point = await this.speech(turn).evaluate(
      (element, [wanted, character]) => {
        const node = element.firstChild;
        const start = node?.textContent?.indexOf(wanted) ?? -1;
        if (node == null || start < 0) return null;
        const range = document.createRange();
        range.setStart(node, start + Math.floor(character));
        range.setEnd(
          node,
          Math.min(start + Math.floor(character) + 1, node.textContent?.length ?? 0),
        );
        const box = range.getClientRects()[0];
        return box === undefined
          ? null
          : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      },
      [words, at] as const,
    );
    if (point === null) throw new Error(`Turn ${turn} does not say: ${words}`);
    return point;
  }

  /** The middle of where a turn says these words, counted from 1. */
  async middleOf(turn: number, words: string): Promise<{ x: number; y: number }> {
    await this.speech(turn).scrollIntoViewIfNeeded();
    return this.speech(turn).evaluate((element, wanted) => {
      const node = element.firstChild;
      const start = node?.textContent?.indexOf(wanted) ?? -1;
      if (node === null || start < 0) throw new Error(`Not said: ${wanted}`);
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, words);
  }

  /**
   * Selects from the first words to the last by dragging the mouse over them; `backwards` begins
   * at the end of the last and goes to the start of the first.
   */
  async drag(
    first: readonly [number, string],
    last: readonly [number, string] = first,
    backwards = false,
  ): Promise<void> {
    const head = await this.pointOf(first[0], first[1], 0);
    const tail = await this.pointOf(last[0], last[1], last[1].length - 1);
    const start = { x: head.x - 3, y: head.y };
    const end = { x: tail.x + 4, y: tail.y };
    const [from, to] = backwards ? [end, start] : [start, end];
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + 2, to.y, { steps: 6 });
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
  }

  /** Presses keys one after another. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The turn that has the focus, counted from 1; 0 for none. */
  async focusedTurn(): Promise<number> {
    return this.page.evaluate(
      () =>
        Number(document.activeElement?.closest<HTMLElement>('[data-turn]')?.dataset['turn'] ?? -1) +
        1,
    );
  }
}
