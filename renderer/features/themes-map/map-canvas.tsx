import '@xyflow/react/dist/base.css';
import {
  type Node as FlowNode,
  type NodeChange,
  type OnNodeDrag,
  ReactFlow,
  ViewportPortal,
} from '@xyflow/react';
import {
  type FocusEvent,
  type KeyboardEvent,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useReadingKeys } from '#renderer/features/coding/transcript/use-reading-keys.ts';
import type { MapBox } from '#shared/map/boxes.ts';
import { keepNudged, nudge, placeEnds } from './map-actions.ts';
import styles from './map-canvas.module.css';
import { MapLines } from './map-lines.tsx';
import { directionOf, nextIn, placedItems } from './map-moves.ts';
import { MapNode, type MapNodeData } from './map-node.tsx';
import { type MapItem, turnTo, useMapState } from './map-state.ts';
import { bringIntoSight, firstView, largest, setCanvas, smallest } from './map-view.ts';
import { namesOnMap } from './map-words.ts';
import type { ShownMap } from './use-map.ts';

type BoxNode = FlowNode<MapNodeData, 'box'>;

const nodeTypes = { box: MapNode };
const noEdges: never[] = [];
/** How far a nudge goes, in pixels at 100 %. */
const step = 8;
const stride = 64;

const nodeOf = (box: MapBox, words: string): BoxNode => ({
  id: box.id,
  type: 'box',
  position: { x: box.x, y: box.y },
  width: box.width,
  height: box.height,
  // As measured, so that nothing waits for the canvas to measure it.
  measured: { width: box.width, height: box.height },
  // None; without saying so, all are drawn once to be measured, those out of sight too.
  handles: [],
  data: { box, words },
  domAttributes: { 'aria-roledescription': undefined },
});

/** The nodes of the boxes; those whose box and words stay remain the same objects. */
const useNodes = (shown: ShownMap): BoxNode[] => {
  const [known] = useState(() => new WeakMap<MapBox, BoxNode>());
  return useMemo(() => {
    const names = namesOnMap(shown);
    return shown.boxes.map((box) => {
      const words = names.get(box.id) ?? box.name;
      const was = known.get(box);
      if (was?.data.words === words) return was;
      const node = nodeOf(box, words);
      known.set(box, node);
      return node;
    });
  }, [shown, known]);
};

/** Up to so many nodes are all put on the canvas; of more only those in sight. */
const mostKept = 1000;
/** How many are added at a time, while nothing else is to be done. */
const batch = 12;

/**
 * The nodes that stand on the canvas: at first those in sight, then more whenever there is time, until
 * it has all. Panning then moves what is there instead of making it.
 */
const useGrowing = (nodes: BoxNode[], isFirst: (node: BoxNode) => boolean): BoxNode[] => {
  const [count, setCount] = useState(0);
  const isWhole = nodes.length > mostKept || count >= nodes.length;
  useEffect(() => {
    if (isWhole) return undefined;
    const idle = requestIdleCallback(() => startTransition(() => setCount(count + batch)));
    return () => cancelIdleCallback(idle);
  }, [count, isWhole]);
  return useMemo(
    () => (isWhole ? nodes : nodes.filter((node, at) => at < count || isFirst(node))),
    [nodes, isFirst, count, isWhole],
  );
};

/** Shows nodes where the pointer drags them. */
const follow = (changes: readonly NodeChange<BoxNode>[]): void => {
  const positions = changes.flatMap((change) =>
    change.type === 'position' && change.position !== undefined
      ? [[change.id, change.position] as const]
      : [],
  );
  if (positions.length > 0)
    useMapState.setState(({ moved }) => ({ moved: new Map([...moved, ...positions]) }));
};

const keepDragged: OnNodeDrag<BoxNode> = (_event, _node, nodes) => {
  void placeEnds(
    nodes.map(({ id, position, data }) => ({
      kind: data.box.kind,
      id,
      x: Math.round(position.x),
      y: Math.round(position.y),
    })),
  );
};

/** Goes to an item: into sight, and the focus on it. */
const goTo = (item: MapItem, shown: ShownMap): void => {
  const found = placedItems(shown).find((placed) => placed.item.id === item.id);
  if (found !== undefined) bringIntoSight(found.box);
  turnTo(item, true);
};

/** The arrows go from one thing to the next; with Shift or Alt they move it. */
const useArrows = (shown: ShownMap): ((event: KeyboardEvent) => boolean) =>
  useCallback(
    (event) => {
      const direction = directionOf(event.key);
      if (direction === undefined || event.ctrlKey || event.metaKey) return false;
      const { active } = useMapState.getState();
      const placed = placedItems(shown);
      const from = placed.find(({ item }) => item.id === active?.id);
      if (from === undefined || active === null) {
        const [first] = placed;
        if (first !== undefined) goTo(first.item, shown);
        return true;
      }
      if (!event.shiftKey && !event.altKey) {
        const next = nextIn(shown, from, direction);
        if (next !== undefined) goTo(next.item, shown);
        return true;
      }
      if (active.kind !== 'relation')
        nudge(active, { from: from.box, direction, by: event.altKey ? stride : step });
      return true;
    },
    [shown],
  );

const useCanvasKeys = (shown: ShownMap): ((event: KeyboardEvent) => void) => {
  const handle = useReadingKeys();
  const arrows = useArrows(shown);
  return (event) => {
    if (!event.currentTarget.contains(event.target as Node)) return;
    const isNudge = (event.shiftKey || event.altKey) && event.key.startsWith('Arrow');
    const isModifier = event.key === 'Shift' || event.key === 'Alt';
    if (!isNudge && !isModifier) keepNudged();
    if (arrows(event)) event.preventDefault();
    else handle(event);
    // Else the window would go back, or the canvas do something of its own.
    if (event.isDefaultPrevented()) event.stopPropagation();
  };
};

/** What the focus goes to when the canvas is entered: what it was on, else the first theme. */
const enter = ({ relatedTarget, currentTarget, target }: FocusEvent, shown: ShownMap): void => {
  if (target !== currentTarget || currentTarget.contains(relatedTarget)) return;
  const placed = placedItems(shown);
  const { active } = useMapState.getState();
  const item = placed.find((one) => one.item.id === active?.id) ?? placed[0];
  if (item !== undefined) goTo(item.item, shown);
};

/** Follows what is turned to from elsewhere (a relation that was just made, say). */
const useFollowing = (shown: ShownMap): void => {
  const active = useMapState((state) => state.active);
  const wants = useMapState((state) => state.wantsFocus);
  useEffect(() => {
    if (!wants || active === null) return;
    const found = placedItems(shown).find(({ item }) => item.id === active.id);
    if (found !== undefined) bringIntoSight(found.box);
  }, [active, wants, shown]);
};

interface Size {
  readonly width: number;
  readonly height: number;
}

const Flow = ({ shown, size }: { readonly shown: ShownMap; readonly size: Size }) => {
  const element = useRef<HTMLDivElement>(null);
  const nodes = useNodes(shown);
  const [isInside, setInside] = useState(false);
  const onKeyDownCapture = useCanvasKeys(shown);
  const projectId = useCall('project.state', {}).data?.project?.id ?? '';
  const [begin] = useState(() => {
    const { seen } = useMapState.getState();
    return seen?.projectId === projectId ? seen.viewport : firstView(shown, size);
  });
  const isFirst = useCallback(
    ({ data: { box } }: BoxNode): boolean =>
      (box.x + box.width) * begin.zoom + begin.x >= 0 &&
      (box.y + box.height) * begin.zoom + begin.y >= 0 &&
      box.x * begin.zoom + begin.x <= size.width &&
      box.y * begin.zoom + begin.y <= size.height,
    [begin, size],
  );
  const growing = useGrowing(nodes, isFirst);
  useFollowing(shown);
  useEffect(
    () => () => {
      keepNudged();
      setCanvas(null);
    },
    [],
  );
  return (
    <ReactFlow
      ref={element}
      className={styles.flow ?? ''}
      aria-label="Thematic map"
      aria-describedby="map-keys"
      data-map-canvas
      data-pane-focus
      // Inside, Shift+Tab leads out, not back to the canvas as a whole.
      tabIndex={isInside ? -1 : 0}
      onFocus={(event) => {
        setInside(true);
        enter(event, shown);
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        setInside(false);
        keepNudged();
      }}
      onKeyDownCapture={onKeyDownCapture}
      nodes={growing}
      edges={noEdges}
      nodeTypes={nodeTypes}
      onNodesChange={follow}
      onNodeDragStop={keepDragged}
      onInit={(flow) => {
        if (element.current !== null) setCanvas({ flow, element: element.current });
      }}
      onMoveEnd={(_event, viewport) => useMapState.setState({ seen: { projectId, viewport } })}
      defaultViewport={begin}
      width={size.width}
      height={size.height}
      minZoom={smallest}
      maxZoom={largest}
      onlyRenderVisibleElements={nodes.length > mostKept}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      panActivationKeyCode={null}
      panOnScroll
      zoomOnDoubleClick={false}
      nodeDragThreshold={3}
      attributionPosition="bottom-left"
    >
      <ViewportPortal>
        <MapLines links={shown.links} arrows={shown.arrows} />
      </ViewportPortal>
    </ReactFlow>
  );
};

/** The canvas of the map: panned, zoomed, gone about and rearranged by pointer and by keys alike. */
export const MapCanvas = ({ shown }: { readonly shown: ShownMap }) => {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  // A transition, so that drawing hundreds of nodes leaves room for the keys meanwhile.
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const now = { width: current.clientWidth, height: current.clientHeight };
    startTransition(() => setSize(now));
  }, []);
  return (
    <div ref={frame} className={styles.frame}>
      {size === null ? null : <Flow shown={shown} size={size} />}
    </div>
  );
};
