import { ChevronRight, GripVertical } from 'lucide-react';
import { type KeyboardEvent, memo, type RefObject, useMemo, useRef } from 'react';
import {
  Button,
  Collection,
  DropIndicator,
  type Key,
  ListLayout,
  type Selection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import { createKeybindingsHandler } from 'tinykeys';
import type { Command } from '#renderer/commands/registry.ts';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { counted } from '#renderer/ui/words.ts';
import { type CodeNode, type CodeSort, isFlat } from './code-rows.ts';
import styles from './code-tree.module.css';
import { carryOut, renameChosen } from './codebook-actions.ts';
import { currentCodes } from './codebook-data.ts';
import { useCodebookState } from './codebook-state.ts';
import { moveTo } from './move-codes.ts';
import { useReveal } from './use-reveal.ts';

/** What a code carries while it is dragged about the tree: its id. */
const dragType = 'application/x-understory-code';

const describe = (node: CodeNode): string =>
  node.codings === 0
    ? `${node.code.name}, not used yet`
    : `${node.code.name}, ${counted(node.codings, 'coding')} in ${counted(node.sources, 'source')}`;

const Row = ({ node, nested }: { readonly node: CodeNode; readonly nested: boolean }) => (
  <TreeItemContent>
    {({ hasChildItems, level }) => (
      <div className={styles.cells}>
        <Button slot="drag" className={styles.grip ?? ''}>
          <GripVertical size={12} aria-hidden />
        </Button>
        <span style={{ width: `calc(${level - 1} * var(--space-5))` }} />
        {nested && hasChildItems ? (
          <Button slot="chevron" className={styles.chevron ?? ''}>
            <ChevronRight size={14} aria-hidden />
          </Button>
        ) : null}
        {nested && !hasChildItems ? <span className={styles.chevron} /> : null}
        <CodeSwatch colour={node.code.colour} />
        <span className={styles.name}>{node.code.name}</span>
        {nested || node.path.length === 0 ? null : (
          <span className={styles.path}>{node.path.join(' › ')}</span>
        )}
        <span className={`${styles.count} figures`} data-zero={node.codings === 0}>
          {node.codings.toLocaleString()}
        </span>
        <span className={`${styles.count} figures`} data-zero={node.codings === 0}>
          {node.sources.toLocaleString()}
        </span>
      </div>
    )}
  </TreeItemContent>
);

const useTreeKeys = (commands: readonly Command[]): ((event: KeyboardEvent) => void) =>
  useMemo(() => {
    const bindings: Record<string, (event: globalThis.KeyboardEvent) => void> = {};
    for (const command of commands) {
      if (command.keys === undefined || command.scope !== 'reading') continue;
      const press = (event: globalThis.KeyboardEvent): void => {
        // Alt with an arrow would go back or forward in the window, or fold the row, otherwise.
        event.preventDefault();
        void command.run();
      };
      bindings[command.keys] = press;
      // Keyboards of Macs have no Delete key of this name.
      if (command.keys === 'Delete') bindings['$mod+Backspace'] = press;
    }
    const handle = createKeybindingsHandler(bindings, { ignore: () => false });
    return (event) => {
      handle(event.nativeEvent);
      if (event.nativeEvent.defaultPrevented) event.stopPropagation();
    };
  }, [commands]);

const useDragging = (canReorder: boolean) =>
  useDragAndDrop<CodeNode>({
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key) })),
    acceptedDragTypes: [dragType],
    getDropOperation: (target) => {
      if (target.type === 'root') return 'cancel';
      return target.dropPosition === 'on' || canReorder ? 'move' : 'cancel';
    },
    onMove: ({ keys, target }) => {
      const move = moveTo(currentCodes(), new Set([...keys].map(String)), {
        id: String(target.key),
        position: target.dropPosition,
      });
      if (move !== null) void carryOut(move);
    },
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className={styles.indicator ?? ''} />
    ),
  });

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;

const idsOf = (keys: Iterable<Key>): ReadonlySet<string> => new Set([...keys].map(String));

interface Props {
  readonly roots: readonly CodeNode[];
  /** The rows that are shown, from top to bottom. */
  readonly rows: readonly CodeNode[];
  /** The ids of nodes that have nested ones. */
  readonly parents: readonly string[];
  readonly commands: readonly Command[];
  readonly collapsed: ReadonlySet<string>;
  readonly sort: CodeSort;
}

/** The codebook as a tree: chosen, unfolded, dragged and moved by pointer and by keys alike. */
export const CodeTree = memo(({ roots, rows, parents, commands, collapsed, sort }: Props) => {
  const chosen = useCodebookState((state) => state.chosen);
  const ref: RefObject<HTMLDivElement | null> = useRef(null);
  const focused = useRef<string | null>(null);
  useReveal({ tree: ref, focused }, rows);
  const onKeys = useTreeKeys(commands);
  const { dragAndDropHooks } = useDragging(sort === 'order');
  // The tree is laid out anew for every new list, so choosing a code must not make one.
  const expanded = useMemo(() => parents.filter((id) => !collapsed.has(id)), [parents, collapsed]);
  const nested = !isFlat(sort);
  const select = (selection: Selection): void =>
    useCodebookState.setState({
      chosen: selection === 'all' ? new Set(rows.map((row) => row.id)) : idsOf(selection),
    });
  // Typing the first letters of a name moves only the focus; what is looked at should follow it.
  const typing = useRef(false);
  const renderNode = (node: CodeNode) => (
    <TreeItem
      id={node.id}
      className={styles.row ?? ''}
      textValue={node.code.name}
      aria-label={describe(node)}
    >
      <Row node={node} nested={nested} />
      <Collection items={node.children}>{renderNode}</Collection>
    </TreeItem>
  );
  return (
    <div
      className={styles.frame}
      role="presentation"
      onPointerDownCapture={() => {
        typing.current = false;
      }}
      onKeyDownCapture={(event) => {
        typing.current = isLetter(event);
        onKeys(event);
      }}
      onBlurCapture={() => {
        focused.current = null;
      }}
      onFocusCapture={({ target }) => {
        const id = target.getAttribute('data-key');
        focused.current = id;
        if (typing.current && id !== null) select(new Set([id]));
      }}
    >
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight() }}>
        <Tree
          ref={ref}
          className={styles.tree ?? ''}
          aria-label="Codes"
          data-pane-focus
          items={roots}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={select}
          expandedKeys={expanded}
          onExpandedChange={(keys) => {
            const open = idsOf(keys);
            useCodebookState.setState({
              collapsed: new Set(parents.filter((id) => !open.has(id))),
            });
          }}
          onAction={renameChosen}
          dragAndDropHooks={dragAndDropHooks}
        >
          {renderNode}
        </Tree>
      </Virtualizer>
    </div>
  );
});
