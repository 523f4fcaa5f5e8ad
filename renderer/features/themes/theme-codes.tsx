import { GripVertical, Layers, X } from 'lucide-react';
import {
  Button,
  ButtonContext,
  GridList,
  GridListItem,
  type GridListItemProps,
  ListLayout,
  useDragAndDrop,
  useSlottedContext,
  Virtualizer,
} from 'react-aria-components';
import { codeDragType } from '#renderer/features/coding/transcript/drag-types.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { listed, quoted } from '#renderer/ui/words.ts';
import type { Theme } from '#shared/model/theme.ts';
import { dragItem, dropCodes, dropOperations } from './code-drag.ts';
import { moveCode, takeOutCode, turnToTheme } from './theme-actions.ts';
import type { PlacedCode } from './theme-board.ts';
import styles from './theme-codes.module.css';
import { useThemesState } from './themes-state.ts';

interface CodeItemProps extends Omit<GridListItemProps, 'children' | 'className'> {
  readonly placed: PlacedCode;
  readonly onTakeOut?: () => void;
}

/** What the keys drag a code by. Asleep it is only a place, since a row is cheaper without a button. */
const Grip = ({ isAwake }: { readonly isAwake: boolean }) => {
  const slot = useSlottedContext(ButtonContext, 'drag');
  return isAwake ? (
    <Button slot="drag" className={styles.grip ?? ''}>
      <GripVertical size={12} aria-hidden />
    </Button>
  ) : (
    <span ref={slot?.ref} className={styles.grip} />
  );
};

/** A code in a list that it can be dragged out of; its buttons are there while it is pointed at or has the focus. */
export const CodeItem = ({ placed, onTakeOut, ...props }: CodeItemProps) => (
  <GridListItem
    {...props}
    id={placed.id}
    textValue={placed.code.name}
    className={styles.code ?? ''}
  >
    {({ isHovered, isFocused }) => (
      <>
        <Grip isAwake={isHovered || isFocused} />
        <span className={styles.chip} title={placed.code.name}>
          <CodeChip code={placed.code} count={placed.codings} />
        </span>
        {placed.alsoIn.length === 0 ? null : (
          <span
            className={styles.also}
            role="img"
            aria-label={`Also in ${listed(placed.alsoIn.map(quoted))}`}
            title={`Also in ${listed(placed.alsoIn)}`}
          >
            <Layers size={12} aria-hidden />
          </span>
        )}
        {onTakeOut === undefined || !(isHovered || isFocused) ? null : (
          <Button
            className={styles.out ?? ''}
            aria-label={`Take ${placed.code.name} out of theme`}
            onPress={onTakeOut}
          >
            <X size={12} aria-hidden />
          </Button>
        )}
      </>
    )}
  </GridListItem>
);

/** Goes to a code in the codebook. */
export const openCode = (id: React.Key): void =>
  useNavigation.getState().go({ area: 'codebook', id: String(id) });

/** From how many codes on a theme draws only those in sight. */
const mostDrawn = 40;

interface Props {
  readonly theme: Theme;
  readonly codes: readonly PlacedCode[];
  /** Chips that flow, where there is room for it, instead of rows. */
  readonly flow: boolean;
}

/** The codes of a theme: dragged in, out and along, by pointer and by key. */
export const ThemeCodes = ({ theme, codes, flow }: Props) => {
  const chosen = useThemesState(({ code }) => (code?.themeId === theme.id ? code.codeId : null));
  const positionOf = (target: { key: React.Key; dropPosition: string }): number => {
    const beside = codes.find((code) => code.id === target.key);
    return (beside?.position ?? 0) + (target.dropPosition === 'after' ? 1 : 0);
  };
  const { dragAndDropHooks } = useDragAndDrop<PlacedCode>({
    getItems: (_, items) => items.map((item) => dragItem(item, theme.id)),
    getAllowedDropOperations: () => [...dropOperations],
    acceptedDragTypes: [codeDragType],
    onRootDrop: (event) => void dropCodes(event, theme.id),
    onInsert: (event) => void dropCodes(event, theme.id, positionOf(event.target)),
    onReorder: ({ keys, target }) => {
      for (const key of keys)
        void moveCode(theme.id, {
          codeId: String(key),
          themeId: theme.id,
          position: positionOf(target),
        });
    },
  });
  const isWindowed = codes.length > mostDrawn;
  const flows = flow && !isWindowed;
  const list = (
    <GridList
      className={`${styles.codes} ${flows ? styles.flow : ''} ${isWindowed ? styles.windowed : ''}`}
      aria-label={`Codes in ${theme.name}`}
      data-codes-of={theme.id}
      items={codes}
      layout={flows ? 'grid' : 'stack'}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys;
        if (id === undefined) return;
        turnToTheme(theme.id);
        useThemesState.setState({ code: { codeId: String(id), themeId: theme.id } });
      }}
      onAction={openCode}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => (
        <p className={styles.empty}>No codes yet. Drag some here, or add them from the menu.</p>
      )}
    >
      {(placed) => (
        <CodeItem placed={placed} onTakeOut={() => void takeOutCode(placed.id, theme.id)} />
      )}
    </GridList>
  );
  // Only what is on the screen is drawn, while the column scrolls as it does with few codes. Rows of
  // one height need not be measured, which would cost a layout for each.
  return isWindowed ? (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight() }}>
      {list}
    </Virtualizer>
  ) : (
    list
  );
};
