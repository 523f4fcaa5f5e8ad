import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Above, treeAbove, waysFrom } from '#shared/model/evidence.ts';

const rests = (...pairs: readonly string[]) =>
  pairs.map((pair) => ({ id: pair[1] ?? '', onId: pair[0] ?? '' }));

/** The tree in one line: `b(d)` for d resting on b, `*` for what stands there already. */
const line = (nodes: readonly Above[]): string =>
  nodes
    .map(
      ({ id, again, above }) =>
        `${id}${again ? '*' : ''}${above.length === 0 ? '' : `(${line(above)})`}`,
    )
    .join(' ');

test('what is reached by two ways is told at the shorter one', () => {
  // a <- b <- c <- d, and a <- c: c stands above a, and again above b.
  expect(line(treeAbove(rests('ab', 'bc', 'ac', 'cd'), 'a'))).toBe('b(c*) c(d)');
  expect(waysFrom(rests('ab', 'bc', 'ac', 'cd'), 'a').get('d')).toEqual(['a', 'c']);
});

test('a ring ends where it began', () => {
  expect(line(treeAbove(rests('ab', 'bc', 'ca'), 'a'))).toBe('b(c(a*))');
});

test('everything is reached once by a way of steps that are there, whatever rests on what', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 30 }), (pairs) => {
      const steps = pairs.map(([onId, own]) => ({ id: own, onId }));
      const ways = waysFrom(steps, 'a');
      const reached = new Set(['a']);
      for (let size = 0; size < reached.size; ) {
        size = reached.size;
        for (const step of steps) if (reached.has(step.onId)) reached.add(step.id);
      }
      reached.delete('a');
      expect(new Set(ways.keys())).toEqual(reached);
      for (const [end, way] of ways) {
        const whole = [...way, end];
        expect(whole[0]).toBe('a');
        for (const [index, own] of whole.slice(1).entries())
          expect(steps).toContainEqual({ id: own, onId: whole[index] });
      }
    }),
  );
});
