import { expect, test } from 'vitest';
import { movedBy } from '#renderer/features/library/case-grid-moves.ts';

const size = { rows: 100, columns: 8, page: 20 };
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const far = { ...plain, ctrlKey: true };

test.each([
  ['ArrowDown', plain, [5, 3], [6, 3]],
  ['ArrowDown', plain, [99, 3], [99, 3]],
  ['ArrowUp', plain, [0, 3], [-1, 3]],
  ['ArrowUp', plain, [-1, 3], [-1, 3]],
  ['ArrowLeft', plain, [5, 0], [5, 0]],
  ['ArrowRight', plain, [5, 7], [5, 7]],
  ['Home', plain, [5, 3], [5, 0]],
  ['End', plain, [5, 3], [5, 7]],
  ['Home', far, [5, 3], [0, 0]],
  ['End', far, [5, 3], [99, 7]],
  ['PageDown', plain, [5, 3], [25, 3]],
  ['PageUp', plain, [5, 3], [0, 3]],
] as const)('%s leads on', (...[key, held, from, to]) => {
  const [row, column] = from;
  expect(movedBy({ key, ...held }, { row, column }, size)).toEqual({
    row: to[0],
    column: to[1],
  });
});

test.each([
  ['a', plain],
  ['Enter', plain],
  ['Tab', plain],
  ['ArrowLeft', { ...plain, altKey: true }],
  ['ArrowLeft', far],
  ['ArrowDown', { ...plain, shiftKey: true }],
] as const)('%s does not move', (key, held) => {
  expect(movedBy({ key, ...held }, { row: 5, column: 3 }, size)).toBeNull();
});
