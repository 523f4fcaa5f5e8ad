import { ChevronRight, MoveRight } from 'lucide-react';
import { type FocusEvent, useEffect, useMemo, useRef, useState } from 'react';
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { useReadingKeys } from '#renderer/features/coding/transcript/use-reading-keys.ts';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { openEnd } from './map-actions.ts';
import styles from './map-outline.module.css';
import { showDialog, turnTo, useMapState } from './map-state.ts';
import { allRows, type OutlineRow, outlineRows } from './outline-rows.ts';
import type { ShownMap } from './use-map.ts';

const Cells = ({ row }: { readonly row: OutlineRow }) => (
  <TreeItemContent>
    {({ hasChildItems, level }) => (
      <div className={styles.cells} data-kind={row.item.kind}>
        <span style={{ width: `calc(${level - 1} * var(--space-5))` }} />
        {hasChildItems ? (
          <Button slot="chevron" className={styles.chevron ?? ''}>
            <ChevronRight size={14} aria-hidden />
          </Button>
        ) : (
          <span className={styles.chevron} />
        )}
        {row.item.kind === 'relation' ? <MoveRight size={14} aria-hidden /> : null}
        {row.colour === null ? null : <CodeSwatch colour={row.colour} />}
        <span className={styles.text}>{row.text}</span>
        {row.item.kind === 'relation' ? null : <span className={styles.note}>{row.note}</span>}
      </div>
    )}
  </TreeItemContent>
);

const kindWords = { theme: 'theme', code: 'code', relation: 'relation' } as const;

const labelOf = ({ text, item, note }: OutlineRow): string =>
  [text, kindWords[item.kind], item.kind === 'relation' ? '' : note]
    .filter((part) => part !== '')
    .join(', ');

const renderRow = (row: OutlineRow) => (
  <TreeItem
    id={row.key}
    className={styles.row ?? ''}
    textValue={row.text}
    aria-label={labelOf(row)}
  >
    <Cells row={row} />
    <Collection items={row.children}>{renderRow}</Collection>
  </TreeItem>
);

/** What Enter or a double click does: shows a theme or code, or asks for other words. */
const open = ({ item }: OutlineRow): void => {
  if (item.kind === 'relation') showDialog({ kind: 'edit', relationId: item.id });
  else openEnd(item);
};

/** Frames in which a row that was out of sight is looked for. */
const patience = 30;

/**
 * Puts the focus on the row of what was turned to from elsewhere (a relation just made, say). Rows out
 * of sight are not drawn: there the list is moved to where the row is, and the row looked for again.
 */
const useOutlineFocus = (rows: ReadonlyMap<string, OutlineRow>) => {
  const tree = useRef<HTMLDivElement>(null);
  const active = useMapState((state) => state.active);
  const wants = useMapState((state) => state.wantsFocus);
  useEffect(() => {
    if (!wants || active === null) return undefined;
    const all = [...rows.values()];
    const at = all.findIndex(({ item }) => item.id === active.id);
    const key = all[at]?.key ?? '';
    let left = patience;
    let frame = requestAnimationFrame(function look() {
      if (document.querySelector('[role=dialog]') !== null) {
        frame = requestAnimationFrame(look);
        return;
      }
      const list = tree.current;
      const found = list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (found != null) {
        found.focus();
        useMapState.setState({ wantsFocus: false });
      } else if (list !== null && at >= 0 && left > 0) {
        left -= 1;
        list.scrollTop = at * rowHeight() - list.clientHeight / 2;
        frame = requestAnimationFrame(look);
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [active, wants, rows]);
  return tree;
};

/** The same map in words: themes with concept, subthemes, codes and relations, one a line. */
export const MapOutline = ({ shown }: { readonly shown: ShownMap }) => {
  const roots = useMemo(() => outlineRows(shown), [shown]);
  const rows = useMemo(() => new Map(allRows(roots).map((row) => [row.key, row])), [roots]);
  const parents = useMemo(
    () => [...rows.values()].filter((row) => row.children.length > 0).map((row) => row.key),
    [rows],
  );
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const expanded = useMemo(() => parents.filter((key) => !folded.has(key)), [parents, folded]);
  const active = useMapState((state) => state.active);
  const [at, setAt] = useState<string | null>(null);
  const tree = useOutlineFocus(rows);
  const handle = useReadingKeys();
  const follow = ({ target }: FocusEvent): void => {
    const row = rows.get(target.getAttribute('data-key') ?? '');
    if (row === undefined) return;
    setAt(row.key);
    if (active?.id !== row.item.id) turnTo(row.item);
  };
  return (
    <div
      className={styles.frame}
      role="presentation"
      onFocusCapture={follow}
      onKeyDownCapture={(event) => {
        if (!event.currentTarget.contains(event.target as Node)) return;
        handle(event);
        if (event.isDefaultPrevented()) event.stopPropagation();
      }}
    >
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight() }}>
        <Tree
          ref={tree}
          className={styles.tree ?? ''}
          aria-label="Outline of the map"
          aria-describedby="map-keys"
          data-pane-focus
          items={roots}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={at === null || !rows.has(at) ? [] : [at]}
          onSelectionChange={(keys) => {
            const row = rows.get(String(keys === 'all' ? '' : ([...keys][0] ?? '')));
            if (row === undefined) return;
            setAt(row.key);
            turnTo(row.item);
          }}
          expandedKeys={expanded}
          onExpandedChange={(keys) => setFolded(new Set(parents.filter((key) => !keys.has(key))))}
          onAction={(key) => {
            const row = rows.get(String(key));
            if (row !== undefined) open(row);
          }}
        >
          {renderRow}
        </Tree>
      </Virtualizer>
    </div>
  );
};
