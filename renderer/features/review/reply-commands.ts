import { useMemo } from 'react';
import { type Command, useCommands } from '#renderer/commands/registry.ts';
import type { Replied } from '#shared/model/reply.ts';
import { showDialog, showReplies } from './replies-state.ts';
import {
  beginOutcome,
  deleteReply,
  goToItem,
  nextOpen,
  openAgain,
  pickReplies,
} from './reply-actions.ts';
import { useReviewState } from './review-state.ts';

const menu = 'Theme' as const;

/** What can be done with replies and the log anywhere in Review. */
export const replyCommands: readonly Command[] = [
  { id: 'replies.import', label: 'Import replies', menu: 'File', run: pickReplies },
  {
    id: 'replies.type-in',
    label: 'Type in a paper reply',
    menu: 'File',
    run: () => showDialog({ kind: 'paper' }),
  },
  {
    id: 'replies.export-log',
    label: 'Export the PPI log',
    menu: 'File',
    run: () => showDialog({ kind: 'export-log' }),
  },
  { id: 'replies.show', label: 'Show replies', menu, run: () => showReplies() },
  {
    id: 'replies.show-log',
    label: 'Show the PPI log',
    menu,
    run: () => useReviewState.setState({ tab: 'log' }),
  },
];

/** What can be done with the answer that is looked at, among those in the list. */
export const answerCommands = (
  item: Replied | undefined,
  items: readonly Replied[],
): readonly Command[] => [
  {
    id: 'replies.changed',
    label: 'Outcome: changed',
    menu,
    keys: 'c',
    scope: 'reading',
    enabled: () => item !== undefined,
    run: () => (item === undefined ? undefined : beginOutcome(item, 'changed')),
  },
  {
    id: 'replies.not-changed',
    label: 'Outcome: not changed',
    menu,
    keys: 'n',
    scope: 'reading',
    enabled: () => item !== undefined,
    run: () => (item === undefined ? undefined : beginOutcome(item, 'not changed')),
  },
  {
    id: 'replies.open-again',
    label: 'Open the answer again',
    menu,
    enabled: () => item !== undefined && item.outcome !== 'open',
    run: async () => {
      if (item !== undefined) await openAgain(item);
    },
  },
  {
    id: 'replies.next-open',
    label: 'Next open answer',
    menu,
    keys: 'u',
    scope: 'reading',
    enabled: () => nextOpen(items, item?.id ?? null) !== undefined,
    run: () => {
      const next = nextOpen(items, item?.id ?? null);
      if (next !== undefined) goToItem(next.id);
    },
  },
  {
    id: 'replies.delete',
    label: 'Delete the reply',
    menu,
    enabled: () => item !== undefined,
    run: () => (item === undefined ? undefined : deleteReply(item)),
  },
];

/** Offers what can be done with the answer that is looked at. */
export const useAnswerCommands = (item: Replied | undefined, items: readonly Replied[]): void =>
  useCommands(useMemo(() => answerCommands(item, items), [item, items]));
