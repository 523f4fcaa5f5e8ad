import { type KeyboardEvent, useMemo } from 'react';
import {
  Collection,
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { LinkMark } from '#renderer/editor/mention.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { rowHeight } from '#renderer/ui/row-height.ts';
import type { MemoRow } from '#shared/model/memo.ts';
import type { LinkKind } from '#shared/text/links.ts';
import { deleteMemo } from './memo-actions.ts';
import { headline, memoDay, onKind, shortDay } from './memo-words.ts';
import styles from './memos.module.css';

/** How many usual rows one of these is high: what it is on, its title, its first words. */
const linesHigh = 2.6;

const markOf = ({ targetKind }: MemoRow): LinkKind =>
  targetKind === 'project' ? 'memo' : targetKind === 'coding' ? 'code' : targetKind;

const onWords = ({ targetKind, on }: MemoRow): string => (on === '' ? onKind[targetKind] : on);

const firstWords = ({ title, excerpt, quote }: MemoRow): string =>
  title === '' ? (quote === null ? '' : `“${quote}”`) : excerpt;

const Row = ({ memo, coder }: { readonly memo: MemoRow; readonly coder: string }) => (
  <div className={styles.row}>
    <p className={styles.rowOn}>
      <LinkMark kind={markOf(memo)} colour={memo.colour ?? undefined} />
      <span className={styles.rowName}>{onWords(memo)}</span>
      <span className={styles.rowDay}>{shortDay(memoDay(memo))}</span>
    </p>
    <p className={styles.rowTitle}>{headline(memo)}</p>
    <p className={styles.rowWords}>
      {coder === '' ? null : <span className={styles.rowCoder}>{coder}</span>}
      {firstWords(memo)}
    </p>
  </div>
);

interface Props {
  readonly memos: readonly MemoRow[];
  readonly isReading: boolean;
  readonly onMore: () => void;
}

const deleteByKey = (event: KeyboardEvent, memo: MemoRow | undefined): void => {
  const isDelete = event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey);
  if (!isDelete || memo === undefined) return;
  event.preventDefault();
  void deleteMemo(memo);
};

/** Memos as rows, of which only those in sight are drawn; the one that is chosen is opened. */
export const MemoList = ({ memos, isReading, onMore }: Props) => {
  const open = useNavigation(({ address }) => address.id);
  const coders = useCall('coders.list', {}).data;
  const names = useMemo(
    () =>
      // With one coder everything is theirs, so it is not said again and again.
      new Map((coders?.length ?? 0) > 1 ? coders?.map(({ id, name }) => [id, name]) : []),
    [coders],
  );
  const height = useMemo(() => Math.round(rowHeight() * linesHigh), []);
  return (
    <div
      className={styles.list}
      role="presentation"
      onKeyDownCapture={(event) =>
        deleteByKey(
          event,
          memos.find(({ id }) => id === open),
        )
      }
    >
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: height, loaderHeight: height }}>
        <GridList
          aria-label="Memos"
          className={styles.rows ?? ''}
          data-pane-focus
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={open === undefined ? [] : [open]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (id !== undefined && id !== open)
              useNavigation.getState().go({ area: 'memos', id: String(id) });
          }}
          dependencies={[names]}
        >
          <Collection items={memos}>
            {(memo) => (
              <GridListItem className={styles.item ?? ''} textValue={headline(memo)}>
                <Row memo={memo} coder={names.get(memo.coderId) ?? ''} />
              </GridListItem>
            )}
          </Collection>
          <GridListLoadMoreItem isLoading={isReading} onLoadMore={onMore}>
            <span className={styles.quiet}>Reading further memos</span>
          </GridListLoadMoreItem>
        </GridList>
      </Virtualizer>
    </div>
  );
};
