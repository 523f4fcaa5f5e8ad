import { describe, expect, test } from 'vitest';
import { firstView } from '#renderer/features/themes-map/map-view.ts';
import type { MapBox } from '#shared/map/boxes.ts';

const box = (y: number, height = 30): MapBox => ({
  kind: 'theme',
  id: `theme at ${y}`,
  name: '',
  lines: [],
  x: 0,
  y,
  width: 150,
  height,
  theme: { id: `theme at ${y}`, name: '', concept: '', parentId: null, status: 'named' },
});

const size = { width: 1000, height: 800 };

describe('firstView', () => {
  test('shows the whole map where its names can be read then', () => {
    const { y, zoom } = firstView({ boxes: [box(0), box(700)], arrows: [] }, size);
    expect(zoom).toBe(1);
    expect(y).toBe(35);
  });

  test('begins a long map at its top edge where the first theme stands near it', () => {
    const { y, zoom } = firstView({ boxes: [box(100), box(0), box(6000)], arrows: [] }, size);
    expect(y).toBe(32);
    expect((100 + 30) * zoom + y).toBeLessThan(size.height);
  });

  test('puts the first theme half way down where much of the map is above it', () => {
    const { y, zoom } = firstView({ boxes: [box(3000), box(0), box(6000)], arrows: [] }, size);
    expect((3000 + 15) * zoom + y).toBe(size.height / 2);
  });
});
