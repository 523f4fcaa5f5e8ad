import { useQueries } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { ask } from '#renderer/client/call.ts';
import { keyOf } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { Evidence, Link } from '#shared/model/evidence.ts';
import styles from './evidence.module.css';
import { addressOf } from './evidence-words.ts';
import { EvidenceWords, spoken } from './evidence-words-row.tsx';

/** How many records are read below one at a time. */
const pageSize = 50;

/** A record whose next level is unfolded, and how many pages of it. */
interface Unfolded extends Link {
  readonly key: string;
  readonly pages: number;
}

interface Node {
  readonly key: string;
  /** Null for what is below but not read yet: the row that reads on, or waits for it. */
  readonly evidence: Evidence | null;
  readonly words: string;
  readonly below: readonly Node[];
}

type Pages = ReadonlyMap<string, readonly Output<'evidence.below'>[]>;

const rowWithout = (key: string, words: string): Node => ({
  key,
  evidence: null,
  words,
  below: [],
});

const nodesOf = (pages: Pages, way: string): readonly Node[] => {
  const read = pages.get(way);
  // Only what has a row below it can be unfolded.
  if (read === undefined) return [rowWithout(`${way}/reading`, 'Reading')];
  const shown = read.flatMap(({ evidence }) => evidence);
  const rest = (read[0]?.total ?? 0) - shown.length;
  return [
    ...shown.map((evidence): Node => {
      const key = `${way}/${evidence.id}`;
      const below = evidence.restsOn === 0 ? [] : nodesOf(pages, key);
      return { key, evidence, words: spoken(evidence), below };
    }),
    ...(rest > 0 ? [rowWithout(`${way}/more`, `Show more (${rest.toLocaleString()} left)`)] : []),
  ];
};

const pagesOf = (unfolded: readonly Unfolded[]) =>
  unfolded.flatMap(({ key, kind, id, pages }) =>
    Array.from({ length: pages }, (_, page) => ({
      key,
      input: { kind, id, offset: page * pageSize, limit: pageSize },
    })),
  );

const usePages = (unfolded: readonly Unfolded[]) => {
  const wanted = pagesOf(unfolded);
  return useQueries({
    queries: wanted.map(({ input }) => ({
      queryKey: keyOf('evidence.below', input),
      queryFn: () => ask('evidence.below', input),
    })),
    combine: (results) => {
      const pages = new Map<string, Output<'evidence.below'>[]>();
      for (const [index, { data }] of results.entries()) {
        const key = wanted[index]?.key;
        if (key !== undefined && data !== undefined)
          pages.set(key, [...(pages.get(key) ?? []), data]);
      }
      const failed = results.find(({ isError }) => isError);
      return { pages, error: failed?.error ?? null, retry: () => void failed?.refetch() };
    },
  });
};

const renderNode = ({ key, evidence, words, below }: Node) => (
  <TreeItem id={key} className={styles.row ?? ''} textValue={words}>
    <TreeItemContent>
      {({ hasChildItems, level }) => (
        <div className={styles.cells} style={{ paddingInlineStart: `${(level - 1) * 16}px` }}>
          {hasChildItems ? (
            <Button slot="chevron" className={styles.chevron ?? ''}>
              <ChevronRight size={14} aria-hidden />
            </Button>
          ) : (
            <span className={styles.chevron} />
          )}
          {evidence === null ? (
            <span className={styles.more}>{words}</span>
          ) : (
            <EvidenceWords evidence={evidence} />
          )}
        </div>
      )}
    </TreeItemContent>
    <Collection items={below}>{renderNode}</Collection>
  </TreeItem>
);

const find = (nodes: readonly Node[], key: string): Node | undefined => {
  for (const node of nodes) {
    if (node.key === key) return node;
    const found = key.startsWith(`${node.key}/`) ? find(node.below, key) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

interface Props {
  readonly of: Link;
  readonly label: string;
}

/** What a record rests on, down to the sources, a level at a time. */
export const BelowTree = ({ of, label }: Props) => {
  const [unfolded, setUnfolded] = useState<readonly Unfolded[]>([{ ...of, key: of.id, pages: 1 }]);
  const { pages, error, retry } = usePages(unfolded);
  const nodes = useMemo(() => nodesOf(pages, of.id), [pages, of.id]);
  if (error !== null) return <ErrorState error={error} onRetry={retry} />;
  if (!pages.has(of.id)) return <Skeleton lines={3} />;
  const unfold = (keys: ReadonlySet<string>): void =>
    setUnfolded((before) => [
      ...before.filter(({ key }) => key === of.id || keys.has(key)),
      ...[...keys].flatMap((key): readonly Unfolded[] => {
        const evidence = find(nodes, key)?.evidence;
        if (evidence == null || before.some((one) => one.key === key)) return [];
        return [{ key, kind: evidence.kind, id: evidence.id, pages: 1 }];
      }),
    ]);
  const readOn = (key: string): void =>
    setUnfolded((before) =>
      before.map((one) => (`${one.key}/more` === key ? { ...one, pages: one.pages + 1 } : one)),
    );
  return (
    <Tree
      className={styles.tree ?? ''}
      aria-label={label}
      items={nodes}
      expandedKeys={unfolded.map(({ key }) => key).filter((key) => key !== of.id)}
      onExpandedChange={(keys) => unfold(new Set([...keys].map(String)))}
      onAction={(key) => {
        const node = find(nodes, String(key));
        if (node === undefined) return;
        if (node.evidence === null) readOn(node.key);
        else useNavigation.getState().go(addressOf(node.evidence));
      }}
    >
      {renderNode}
    </Tree>
  );
};
