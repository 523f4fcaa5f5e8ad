import { Pin, PinOff } from 'lucide-react';
import {
  createContext,
  type DragEvent,
  memo,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { codeSelectionWith } from '#renderer/features/coding/coding-actions.ts';
import { codeDragType } from '#renderer/features/coding/transcript/drag-types.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Code } from '#shared/model/code.ts';
import styles from './code-list.module.css';
import { togglePin, useNumberKeys } from './number-keys.ts';
import { NumberKeys } from './number-keys-legend.tsx';

interface Row {
  readonly id: string;
  readonly code: Code;
  readonly level: number;
}

const rowHeight = 28;

const useRows = (typed: string): readonly Row[] | undefined => {
  const codes = useCall('codes.list', {}).data;
  const rows = useMemo(() => {
    if (codes === undefined) return undefined;
    const levels = new Map<string, number>();
    return codes.map((code): Row => {
      const level = code.parentId === null ? 0 : (levels.get(code.parentId) ?? 0) + 1;
      levels.set(code.id, level);
      return { id: code.id, code, level };
    });
  }, [codes]);
  return useMemo(() => {
    const wanted = typed.trim().toLocaleLowerCase();
    return wanted === ''
      ? rows
      : rows?.filter((row) => row.code.name.toLocaleLowerCase().includes(wanted));
  }, [rows, typed]);
};

/*
 * What changes with every coding goes past the list, straight to the few elements that show it: a
 * list whose rows change renders all of them.
 */
const Counts = createContext<ReadonlyMap<string, number>>(new Map());
const Keys = createContext<ReturnType<typeof useNumberKeys>>({ keys: [], pinned: [] });

const CountedChip = ({ code }: { readonly code: Code }) => (
  <CodeChip code={code} count={useContext(Counts).get(code.id) ?? 0} />
);

const NumberKey = ({ id }: { readonly id: string }) => {
  const { keys, pinned } = useContext(Keys);
  const digit = keys.indexOf(id) + 1;
  if (digit === 0) return null;
  return (
    <kbd className={`${styles.key} ${pinned.includes(id) ? styles.pinnedKey : ''}`}>{digit}</kbd>
  );
};

interface PinProps {
  readonly code: Code;
  readonly isPinned: boolean;
}

const PinButton = memo(({ code, isPinned }: PinProps) => (
  <IconButton
    icon={isPinned ? PinOff : Pin}
    label={`${isPinned ? 'Unpin' : 'Pin to a number key:'} ${code.name}`}
    onPress={() => togglePin(code.id)}
  />
));

const PinOfRow = ({ code }: { readonly code: Code }) => (
  <PinButton code={code} isPinned={useContext(Keys).pinned.includes(code.id)} />
);

interface DragProps {
  readonly codeId: string;
  readonly children: ReactNode;
}

/** Lets a code be dragged onto the words, and words onto the code; `/` does the same by key. */
const DragAndDrop = ({ codeId, children }: DragProps) => {
  const [over, setOver] = useState(false);
  const takes = (event: DragEvent): boolean =>
    event.dataTransfer.types.includes('text/plain') &&
    !event.dataTransfer.types.includes(codeDragType);
  return (
    <div
      role="presentation"
      className={over ? styles.over : undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(codeDragType, codeId)}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        void codeSelectionWith(codeId);
      }}
    >
      {children}
    </div>
  );
};

interface ListProps {
  readonly rows: readonly Row[];
  readonly isFiltered: boolean;
  readonly clear: () => void;
}

const List = memo(({ rows, isFiltered, clear }: ListProps) => (
  <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
    <GridList
      className={styles.list ?? ''}
      aria-label="Codes: choose one to code the selection"
      items={rows}
      onAction={(id) => void codeSelectionWith(String(id))}
      renderEmptyState={() => (
        <EmptyState
          title={isFiltered ? 'No code has that name' : 'No codes yet'}
          action={
            isFiltered ? (
              <Button small onPress={clear}>
                Clear the filter
              </Button>
            ) : undefined
          }
        >
          {isFiltered
            ? 'Press / in the text to make a new one.'
            : 'Select some words and press / to make the first one.'}
        </EmptyState>
      )}
    >
      {(row) => (
        <GridListItem
          className={styles.row ?? ''}
          textValue={row.code.name}
          style={{ paddingInlineStart: 12 + row.level * 14 }}
        >
          <DragAndDrop codeId={row.id}>
            <CountedChip code={row.code} />
            <NumberKey id={row.id} />
          </DragAndDrop>
          <span className={styles.pin}>
            <PinOfRow code={row.code} />
          </span>
        </GridListItem>
      )}
    </GridList>
  </Virtualizer>
));

/**
 * The codebook beside the words. Choosing a code applies it to what is selected; a code can be
 * dragged onto the words, and selected words onto a code.
 */
export const CodeList = () => {
  const [typed, setTyped] = useState('');
  const rows = useRows(typed);
  const use = useCall('codes.use', {}).data;
  const counts = useMemo(() => new Map(use?.map((one) => [one.codeId, one.codings])), [use]);
  const keys = useNumberKeys();
  const clear = useCallback(() => setTyped(''), []);
  if (rows === undefined) return <Skeleton />;
  return (
    <div className={styles.panel}>
      <div className={styles.filter}>
        <SearchField label="Filter codes" value={typed} onChange={setTyped} />
      </div>
      <Counts value={counts}>
        <Keys value={keys}>
          <List rows={rows} isFiltered={typed !== ''} clear={clear} />
        </Keys>
      </Counts>
      <NumberKeys />
    </div>
  );
};
