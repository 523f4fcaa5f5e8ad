import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CodeMove,
  changesNothing,
  moveBy,
  moveTo,
  orderAfter,
  topmost,
  withNested,
} from '#renderer/features/codebook/move-codes.ts';
import type { Code } from '#shared/model/code.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let project: TestEngine;

beforeAll(async () => {
  project = await startTestEngine();
  await project.newProject();
});
afterAll(() => project.close());

const list = (): Promise<readonly Code[]> => project.worth('codes.list', {});

const names = (codes: readonly Code[], parent: string | null): readonly string[] => {
  const parentId = codes.find((code) => code.name === parent)?.id ?? null;
  return codes.filter((code) => code.parentId === parentId).map((code) => code.name);
};

/** Starts afresh with codes given as `child` names under `parent` names, in order. */
const plant = async (tree: readonly (readonly [string, string | null])[]): Promise<void> => {
  const before = await list();
  const roots = before.filter((code) => code.parentId === null).map((code) => code.id);
  if (roots.length > 0) await project.worth('codes.delete', { ids: roots });
  const ids = new Map<string, string>();
  for (const [name, parent] of tree) {
    const parentId = parent === null ? null : (ids.get(parent) ?? null);
    ids.set(name, (await project.worth('codes.create', { name, parentId })).id);
  }
};

const carryOut = async (move: CodeMove): Promise<readonly Code[]> => {
  await project.worth('codes.move', { ...move, ids: [...move.ids] });
  return list();
};

const idOf = (codes: readonly Code[], name: string): string =>
  codes.find((code) => code.name === name)?.id ?? '';

const body = [
  ['Pain', null],
  ['Flare', 'Pain'],
  ['Ache', 'Pain'],
  ['Sleep', null],
  ['Work', null],
] as const;

describe('moving codes', () => {
  test('by one place, in and out, is what the engine then has', async () => {
    await plant(body);
    const steps = [
      ['up', ['Sleep', 'Pain', 'Work'], ['Flare', 'Ache']],
      ['down', ['Pain', 'Sleep', 'Work'], ['Flare', 'Ache']],
      ['in', ['Pain', 'Work'], ['Flare', 'Ache', 'Sleep']],
      ['up', ['Pain', 'Work'], ['Flare', 'Sleep', 'Ache']],
      ['out', ['Pain', 'Sleep', 'Work'], ['Flare', 'Ache']],
    ] as const;
    for (const [direction, top, inPain] of steps) {
      const codes = await list();
      const move = moveBy(codes, new Set([idOf(codes, 'Sleep')]), direction);
      expect(move).not.toBeNull();
      const after = move === null ? codes : await carryOut(move);
      expect(names(after, null)).toEqual(top);
      expect(names(after, 'Pain')).toEqual(inPain);
    }
  });

  test('where there is nowhere to go there is no move', async () => {
    await plant(body);
    const codes = await list();
    const pain = new Set([idOf(codes, 'Pain')]);
    expect(moveBy(codes, pain, 'up')).toBeNull();
    expect(moveBy(codes, pain, 'in')).toBeNull();
    expect(moveBy(codes, pain, 'out')).toBeNull();
    expect(moveBy(codes, new Set([idOf(codes, 'Work')]), 'down')).toBeNull();
    const strangers = new Set([idOf(codes, 'Flare'), idOf(codes, 'Work')]);
    expect(moveBy(codes, strangers, 'up')).toBeNull();
    expect(moveBy(codes, new Set(), 'up')).toBeNull();
  });

  test('nested codes go along with a chosen parent instead of being moved themselves', async () => {
    await plant(body);
    const codes = await list();
    const chosen = new Set([idOf(codes, 'Pain'), idOf(codes, 'Flare'), idOf(codes, 'Work')]);
    expect(topmost(codes, chosen).map((code) => code.name)).toEqual(['Pain', 'Work']);
    expect(withNested(codes, new Set([idOf(codes, 'Pain')])).size).toBe(3);
    const move = moveTo(codes, chosen, { id: idOf(codes, 'Sleep'), position: 'on' });
    const after = move === null ? codes : await carryOut(move);
    expect(names(after, 'Sleep')).toEqual(['Pain', 'Work']);
    expect(names(after, 'Pain')).toEqual(['Flare', 'Ache']);
  });

  test('a drop where the code is already changes nothing', async () => {
    await plant(body);
    const codes = await list();
    const sleep = new Set([idOf(codes, 'Sleep')]);
    const drops = [
      { id: idOf(codes, 'Pain'), position: 'after' },
      { id: idOf(codes, 'Work'), position: 'before' },
    ] as const;
    for (const drop of drops) {
      const move = moveTo(codes, sleep, drop);
      expect(move !== null && changesNothing(codes, move)).toBe(true);
    }
  });

  test('what is said of any drop is what the engine then has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 6 }), { minLength: 2, maxLength: 8 }),
        fc.array(
          fc.record({
            dragged: fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 }),
            target: fc.nat({ max: 7 }),
            position: fc.constantFrom('on', 'before', 'after'),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (parents, drops) => {
          await plant(
            parents.map((parent, index) => [`c${index}`, parent < index ? `c${parent}` : null]),
          );
          for (const { dragged, target, position } of drops) {
            const codes = await list();
            const ids = new Set(dragged.flatMap((index) => codes[index]?.id ?? []));
            const place = codes[target]?.id;
            if (place === undefined || ids.size === 0) continue;
            // The tree offers no drop into, or beside anything within, what is dragged.
            if (withNested(codes, ids).has(place)) continue;
            const move = moveTo(codes, ids, { id: place, position });
            expect(move).not.toBeNull();
            if (move === null) continue;
            const said = orderAfter(codes, move);
            const unchanged = changesNothing(codes, move);
            const after = await carryOut(move);
            const then = after.filter((code) => code.parentId === move.parentId);
            expect(then.map((code) => code.id)).toEqual(said);
            if (unchanged)
              expect(after.map((code) => code.id)).toEqual(codes.map((code) => code.id));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
