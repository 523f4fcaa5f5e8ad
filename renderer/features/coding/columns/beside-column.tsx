import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { type Column, turnToColumn, turnToSource } from '#renderer/features/coding/coding-state.ts';
import { moveToDifference } from '#renderer/features/coding/moves/difference-moves.ts';
import { onlyIn } from '#renderer/features/coding/moves/differences.ts';
import { type Beside, showBeside } from '#renderer/features/coding/reading-view.ts';
import { Transcript } from '#renderer/features/coding/transcript/transcript.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Coding } from '#shared/model/coding.ts';
import styles from './beside.module.css';
import { ColumnContext, readingIn } from './columns.ts';

const none: readonly never[] = [];

interface ColumnProps {
  readonly column: Column;
  /** Its name among the panes; undefined while it is the only column, which the main pane names. */
  readonly label: string | undefined;
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** One of the places where a source is read; a pane of its own as soon as there are two. */
export const ColumnPane = ({ column, label, head, children }: ColumnProps) => (
  <section
    className={styles.column}
    {...(label === undefined ? {} : { 'aria-label': label, 'data-pane': true, tabIndex: -1 })}
  >
    {label === undefined ? null : <div className={styles.head}>{head}</div>}
    <ColumnContext value={column}>{children}</ColumnContext>
  </section>
);

interface CoderHeadProps {
  readonly sourceId: string;
  readonly coderId: string;
  /** The coder in the other column. */
  readonly otherId: string;
  readonly onClose?: () => void;
}

/**
 * Says whose codings a column shows, and how many of them the other coder has not. The first
 * column's has the ways through what differs as well, the second's the way out.
 */
export const CoderHead = ({ sourceId, coderId, otherId, onClose }: CoderHeadProps) => {
  const coders = useCall('coders.list', {}).data;
  const all = useCall('codings.list', { sourceId }).data ?? none;
  const own = all.filter((coding) => coding.coderId === coderId);
  const alone = onlyIn(
    own,
    all.filter((coding) => coding.coderId === otherId),
  );
  return (
    <>
      <h2 className={styles.name}>{coders?.find(({ id }) => id === coderId)?.name}</h2>
      <p className={`${styles.counts} figures`}>
        {counted(own.length, 'coding')}, {alone.length.toLocaleString()} only here
      </p>
      {onClose === undefined ? (
        <>
          <IconButton
            icon={ChevronUp}
            label="Previous difference"
            keys="Shift+KeyZ"
            onPress={() => moveToDifference(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label="Next difference"
            keys="z"
            onPress={() => moveToDifference(1)}
          />
        </>
      ) : (
        <IconButton icon={X} label="Close this column" onPress={onClose} />
      )}
    </>
  );
};

const closeBeside = (): void => showBeside(null);

const SourceHead = ({ sourceId }: { readonly sourceId: string }) => {
  const sources = useCall('sources.list', {}).data ?? none;
  return (
    <>
      <h2 className="visually-hidden">{sources.find(({ id }) => id === sourceId)?.name}</h2>
      <div className={styles.choice}>
        <Select
          label="Source in this column"
          hideLabel
          choices={sources}
          value={sourceId}
          onChange={(id) => showBeside({ kind: 'source', sourceId: id })}
        />
      </div>
      <IconButton icon={X} label="Close this column" onPress={closeBeside} />
    </>
  );
};

interface Props {
  readonly beside: Beside;
  /** The source in the first column. */
  readonly mainId: string;
}

/** The second column: another source, or what another coder made of the same one. */
export const BesideColumn = ({ beside, mainId }: Props) => {
  const id = beside.kind === 'source' ? beside.sourceId : mainId;
  const coderId = beside.kind === 'coders' ? beside.right : null;
  const reading = useCall('sources.get', { id });
  const codings = useCall('codings.list', { sourceId: id });
  const codes = useCall('codes.list', {});
  const shown = useCodingsOf(codings.data, coderId);
  useLayoutEffect(() => turnToSource(id, 'beside', coderId), [id, coderId]);
  // When it goes, the keys are for what is left.
  useEffect(() => () => turnToColumn('main'), []);
  // A source that was deleted meanwhile leaves no column behind.
  const isGone = reading.isError && beside.kind === 'source';
  const own = reading.data === undefined ? undefined : readingIn('beside', reading.data);
  const name = own === undefined ? 'Second column' : `${own.source.name}, second column`;
  return (
    <ColumnPane
      column="beside"
      label={name}
      head={
        beside.kind === 'source' ? (
          <SourceHead sourceId={id} />
        ) : (
          <CoderHead
            sourceId={id}
            coderId={beside.right}
            otherId={beside.left}
            onClose={closeBeside}
          />
        )
      }
    >
      {isGone ? <ErrorState error={reading.error} onRetry={() => void reading.refetch()} /> : null}
      {own === undefined ? (
        isGone ? null : (
          <Skeleton lines={14} />
        )
      ) : (
        <Transcript
          key={id}
          reading={own}
          codings={shown}
          codes={codes.data ?? none}
          label={`Transcript of ${name}`}
          showCoding={undefined}
        />
      )}
    </ColumnPane>
  );
};

/** The codings of one coder, or all. */
export const useCodingsOf = (
  codings: readonly Coding[] | undefined,
  coderId: string | null,
): readonly Coding[] =>
  useMemo(() => {
    if (codings === undefined) return none;
    return coderId === null ? codings : codings.filter((coding) => coding.coderId === coderId);
  }, [codings, coderId]);
