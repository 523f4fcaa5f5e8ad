import type { Command } from '#renderer/commands/registry.ts';
import { movePin, pinnedNow, togglePin } from './codes/number-keys.ts';
import { reading } from './coding-commands.ts';
import { useCodingState } from './coding-state.ts';
import { cycleLevel, toggleImportant } from './mark-actions.ts';
import { codeUnit } from './moves/unit-actions.ts';
import { activeCoding, currentReading } from './reading-data.ts';
import { moveToDense } from './stripes/dense-passages.ts';
import { showAll, useStripesState } from './stripes/stripes-state.ts';

const hasActive = (): boolean => activeCoding() !== undefined;
const isReading = (): boolean => currentReading() !== undefined;

const withCode = (work: (codeId: string) => void) => (): void => {
  const coding = activeCoding();
  if (coding !== undefined) work(coding.codeId);
};

const isPinned = (): boolean => pinnedNow().includes(activeCoding()?.codeId ?? '');

const mark = { menu: 'Code', scope: 'reading' } as const;

/** Units, marks, pins, and what of the codings is shown: by key, in menu and palette. */
export const viewCommands: readonly Command[] = [
  reading({
    id: 'coding.sentence',
    label: 'Code the sentence',
    keys: 'Shift+KeyS',
    run: () => codeUnit('sentence'),
  }),
  reading({
    id: 'coding.paragraph',
    label: 'Code the paragraph',
    keys: 'Shift+KeyP',
    run: () => codeUnit('paragraph'),
  }),
  reading({
    id: 'coding.turn',
    label: 'Code the turn',
    keys: 'Shift+KeyT',
    run: () => codeUnit('turn'),
  }),
  // Where the sign is typed with Shift, and where it has a key of its own.
  ...['Shift+*', '*'].map(
    (keys, index): Command => ({
      ...mark,
      id: `coding.important-${index + 1}`,
      label: 'Mark the coding as important, or not',
      keys,
      enabled: hasActive,
      run: toggleImportant,
    }),
  ),
  ...['Shift+~', '~'].map(
    (keys, index): Command => ({
      ...mark,
      id: `coding.level-${index + 1}`,
      label: 'Mark the coding as semantic, latent, neither',
      keys,
      enabled: hasActive,
      run: cycleLevel,
    }),
  ),
  {
    id: 'coding.pin',
    label: 'Pin or unpin the code looked at',
    menu: 'Code',
    enabled: hasActive,
    run: withCode(togglePin),
  },
  {
    id: 'coding.pin-earlier',
    label: 'Give the pinned code the number key before',
    menu: 'Code',
    enabled: isPinned,
    run: withCode((codeId) => movePin(codeId, -1)),
  },
  {
    id: 'coding.pin-later',
    label: 'Give the pinned code the number key after',
    menu: 'Code',
    enabled: isPinned,
    run: withCode((codeId) => movePin(codeId, 1)),
  },
  reading({
    id: 'stripes.list',
    label: 'List the codings of the turn',
    menu: 'Go',
    keys: 'c',
    run: () => useStripesState.setState({ listing: useCodingState.getState().turn }),
  }),
  reading({
    id: 'stripes.dense',
    label: 'Next densely coded passage',
    menu: 'Go',
    keys: 'd',
    run: () => moveToDense(1),
  }),
  reading({
    id: 'stripes.dense-back',
    label: 'Previous densely coded passage',
    menu: 'Go',
    keys: 'Shift+KeyD',
    run: () => moveToDense(-1),
  }),
  reading({
    id: 'stripes.bar',
    label: 'Show or hide filter and colours of codings',
    menu: 'View',
    keys: 'f',
    run: () => useStripesState.setState(({ barOpen }) => ({ barOpen: !barOpen })),
  }),
  {
    id: 'stripes.margin',
    label: 'Show or hide the stripes in the margin',
    menu: 'View',
    enabled: isReading,
    run: () => useStripesState.setState(({ marginOpen }) => ({ marginOpen: !marginOpen })),
  },
  {
    id: 'stripes.all',
    label: 'Show all codings again',
    menu: 'View',
    enabled: isReading,
    run: showAll,
  },
];
