import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { Output } from '#shared/contract/index.ts';
import { type Above, type Evidence, treeAbove } from '#shared/model/evidence.ts';
import styles from './evidence.module.css';
import { EvidenceWords, spoken } from './evidence-words-row.tsx';

interface Node {
  /** The ids on the way to it, since one record can stand in several places. */
  readonly key: string;
  readonly evidence: Evidence;
  readonly again: boolean;
  readonly above: readonly Node[];
}

const nodesOf = (
  above: readonly Above[],
  byId: ReadonlyMap<string, Evidence>,
  way: string,
): readonly Node[] =>
  above.flatMap((one) => {
    const evidence = byId.get(one.id);
    if (evidence === undefined) return [];
    const key = `${way}/${one.id}`;
    return [{ key, evidence, again: one.again, above: nodesOf(one.above, byId, key) }];
  });

const keysOf = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap(({ key, above }) => [key, ...keysOf(above)]);

const nodeAt = (nodes: readonly Node[], key: string): Node | undefined => {
  for (const node of nodes) {
    if (node.key === key) return node;
    const found = key.startsWith(`${node.key}/`) ? nodeAt(node.above, key) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

interface Props {
  readonly reading: Output<'evidence.above'>;
  readonly label: string;
  readonly onOpen: (evidence: Evidence) => void;
  readonly autoFocus?: boolean;
}

const renderNode = (node: Node) => (
  <TreeItem
    id={node.key}
    className={styles.row ?? ''}
    textValue={`${spoken(node.evidence)}${node.again ? ', told in full where it is nearest' : ''}`}
  >
    <TreeItemContent>
      {({ hasChildItems, level }) => (
        <div className={styles.cells} style={{ paddingInlineStart: `${(level - 1) * 20}px` }}>
          {hasChildItems ? (
            <Button slot="chevron" className={styles.chevron ?? ''}>
              <ChevronRight size={14} aria-hidden />
            </Button>
          ) : (
            <span className={styles.chevron} />
          )}
          <EvidenceWords evidence={node.evidence} again={node.again} />
        </div>
      )}
    </TreeItemContent>
    <Collection items={node.above}>{renderNode}</Collection>
  </TreeItem>
);

/** Everything that rests on a record, as a tree: what rests on it directly first. */
export const AboveTree = ({ reading, label, onOpen, autoFocus = false }: Props) => {
  const nodes = useMemo(() => {
    const byId = new Map(reading.above.map((one) => [one.id, one]));
    return nodesOf(treeAbove(reading.rests, reading.of.id), byId, reading.of.id);
  }, [reading]);
  const expanded = useMemo(() => keysOf(nodes), [nodes]);
  return (
    <Tree
      // What is new in the tree is unfolded too.
      key={expanded.join(' ')}
      className={styles.tree ?? ''}
      aria-label={label}
      items={nodes}
      defaultExpandedKeys={expanded}
      autoFocus={autoFocus ? 'first' : false}
      onAction={(key) => {
        const node = nodeAt(nodes, String(key));
        if (node !== undefined) onOpen(node.evidence);
      }}
    >
      {renderNode}
    </Tree>
  );
};
