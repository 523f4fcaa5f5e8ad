import { useMemo } from 'react';
import { GridList, ListLayout, useDragAndDrop, Virtualizer } from 'react-aria-components';
import { matches } from '#renderer/features/codebook/code-rows.ts';
import { codeDragType } from '#renderer/features/coding/transcript/drag-types.ts';
import { Button } from '#renderer/ui/button.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { listed, quoted } from '#renderer/ui/words.ts';
import { dragItem, dropOperations, takeOutDropped } from './code-drag.ts';
import type { PlacedCode, ThemeBoard } from './theme-board.ts';
import { CodeItem, openCode } from './theme-codes.tsx';
import { useThemesState } from './themes-state.ts';
import styles from './unplaced-codes.module.css';

/** More codes than this are not named among those found in themes. */
const mostFound = 5;

const setFilter = (filter: string): void => useThemesState.setState({ filter });

interface NoneProps {
  readonly board: ThemeBoard;
  readonly filter: string;
}

/** Why there is nothing in the list; what was looked for may stand in a theme already. */
const None = ({ board, filter }: NoneProps) => {
  if (filter === '')
    return (
      <p className={styles.none}>
        {board.placed.length === 0
          ? 'No codes yet. They come about while you code an interview.'
          : 'Every code stands in a theme.'}
      </p>
    );
  const found = board.placed.filter(({ code }) => matches(code.name, filter)).slice(0, mostFound);
  return (
    <div className={styles.none}>
      <p>No unplaced code is called {quoted(filter)}.</p>
      {found.map(({ id, code, alsoIn }) => (
        <p key={id}>
          {quoted(code.name)} stands in {listed(alsoIn.map(quoted))}.
        </p>
      ))}
      <Button small onPress={() => setFilter('')}>
        Clear the search
      </Button>
    </div>
  );
};

/** The codes that stand in no theme: where codes are dragged from, and back to. */
export const UnplacedCodes = ({ board }: { readonly board: ThemeBoard }) => {
  const filter = useThemesState((state) => state.filter);
  const chosen = useThemesState(({ code }) => (code?.themeId === null ? code.codeId : null));
  const typed = filter.trim();
  const shown = useMemo(
    () => board.unplaced.filter(({ code }) => matches(code.name, typed)),
    [board.unplaced, typed],
  );
  const { dragAndDropHooks } = useDragAndDrop<PlacedCode>({
    getItems: (_, items) => items.map((item) => dragItem(item, null)),
    getAllowedDropOperations: () => [...dropOperations],
    acceptedDragTypes: [codeDragType],
    // The list keeps the order of the codebook, so only the list as a whole takes codes.
    getDropOperation: (target, _, allowed) =>
      target.type === 'root' ? (allowed[0] ?? 'cancel') : 'cancel',
    onRootDrop: (event) => void takeOutDropped(event),
  });
  const count = board.unplaced.length;
  return (
    <section className={styles.unplaced} aria-labelledby="unplaced-codes" data-unplaced>
      <header className={styles.head}>
        <h2 id="unplaced-codes" className={styles.title}>
          Unplaced codes
        </h2>
        <span className={`${styles.count} figures`} role="status">
          {typed === '' ? count.toLocaleString() : `${shown.length} of ${count.toLocaleString()}`}
        </span>
      </header>
      <SearchField label="Search unplaced codes" value={filter} onChange={setFilter} />
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight() }}>
        <GridList
          className={styles.list ?? ''}
          aria-label="Unplaced codes"
          items={shown}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (id !== undefined)
              useThemesState.setState({ code: { codeId: String(id), themeId: null } });
          }}
          onAction={openCode}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <None board={board} filter={typed} />}
        >
          {(placed) => <CodeItem placed={placed} />}
        </GridList>
      </Virtualizer>
    </section>
  );
};
