import type { Command } from '#renderer/commands/registry.ts';
import type { Link } from '#shared/model/evidence.ts';
import { showAbove } from './evidence-state.ts';

/** The keys of "What rests on this?", the same in every area. */
export const aboveKeys = '$mod+Shift+e';

/**
 * "What rests on this?" as an area offers it: `current` answers the quote, code, theme or claim that
 * is chosen there just now.
 */
export const aboveCommand = (current: () => Link | null): Command => ({
  id: 'evidence.above',
  label: 'What rests on this?',
  menu: 'Go',
  keys: aboveKeys,
  enabled: () => current() !== null,
  run: () => {
    const link = current();
    if (link !== null) showAbove(link);
  },
});
