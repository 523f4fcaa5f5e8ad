import { type KeyboardEvent, useMemo } from 'react';
import {
  Collection,
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { usePreferences } from '#renderer/state/preferences.ts';
import { rowHeight } from '#renderer/ui/row-height.ts';
import type { Replied } from '#shared/model/reply.ts';
import styles from './replies.module.css';
import { useRepliesState } from './replies-state.ts';
import { beginOutcome, goToItem, nextOpen } from './reply-actions.ts';
import { AnswerMark, OutcomeMark, onTheme, whoOf } from './reply-words.tsx';

/** How many usual rows one of these is high: the theme, the answer, the first words of the comment. */
const linesHigh = 2.8;

const Row = ({ item }: { readonly item: Replied }) => (
  <div className={styles.row}>
    <p className={styles.rowTop}>
      <span className={styles.rowTheme} dir="auto">
        {onTheme(item.themeName)}
      </span>
      <OutcomeMark outcome={item.outcome} />
    </p>
    <p className={styles.rowWho}>
      <AnswerMark answer={item.answer} />
      <span className={styles.rowName} dir="auto">
        {whoOf(item)}
      </span>
    </p>
    <p className={styles.rowWords} dir="auto">
      {item.comment}
    </p>
  </div>
);

interface Props {
  readonly items: readonly Replied[];
  readonly isReading: boolean;
  readonly onMore: () => void;
}

/** Answers as rows, of which only those in sight are drawn; the one that is chosen is shown beside. */
export const ReplyList = ({ items, isReading, onMore }: Props) => {
  const open = useRepliesState((state) => state.itemId);
  const height = useMemo(() => Math.round(rowHeight() * linesHigh), []);
  const act = (event: KeyboardEvent): void => {
    const item = items.find(({ id }) => id === open);
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || !usePreferences.getState().singleKeys) return;
    const next = nextOpen(items, open);
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      c: item === undefined ? undefined : () => beginOutcome(item, 'changed'),
      n: item === undefined ? undefined : () => beginOutcome(item, 'not changed'),
      u: next === undefined ? undefined : () => goToItem(next.id),
    };
    const run = keys[event.key];
    if (run === undefined) return;
    // Letters would otherwise go to the row whose words begin with them.
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    <div className={styles.list} role="presentation" data-replies-list onKeyDownCapture={act}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: height, loaderHeight: height }}>
        <GridList
          aria-label="Answers"
          className={styles.rows ?? ''}
          data-pane-focus
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={open === null ? [] : [open]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (id !== undefined && id !== open) useRepliesState.setState({ itemId: String(id) });
          }}
        >
          <Collection items={items}>
            {(item) => (
              <GridListItem
                className={styles.item ?? ''}
                textValue={`${onTheme(item.themeName)}, ${whoOf(item)}`}
              >
                <Row item={item} />
              </GridListItem>
            )}
          </Collection>
          <GridListLoadMoreItem isLoading={isReading} onLoadMore={onMore}>
            <span className={styles.quiet}>Reading further answers</span>
          </GridListLoadMoreItem>
        </GridList>
      </Virtualizer>
    </div>
  );
};
