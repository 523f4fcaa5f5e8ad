import type { Command } from '#renderer/commands/registry.ts';
import { useReader } from './reader-state.ts';

/** How reader mode begins. */
export const readerCommands: readonly Command[] = [
  {
    id: 'view.reader',
    label: 'Reader mode',
    menu: 'View',
    run: () => useReader.setState({ isChoosing: true }),
  },
];

/** All that can be done in reader mode, also by the native menu. */
export const readingCommands = (resize: (by: 1 | -1) => void): readonly Command[] => [
  {
    id: 'view.larger',
    label: 'Larger text',
    menu: 'View',
    keys: '$mod+=',
    run: () => resize(1),
  },
  {
    id: 'view.smaller',
    label: 'Smaller text',
    menu: 'View',
    keys: '$mod+-',
    run: () => resize(-1),
  },
  {
    id: 'reader.leave',
    label: 'Leave reader mode',
    menu: 'View',
    run: () => useReader.setState({ isLeaving: true }),
  },
];
