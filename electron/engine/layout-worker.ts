import { parentPort } from 'node:worker_threads';
import type { LayoutGraph } from '#shared/map/graph.ts';
import { layOut } from './lay-out.ts';
import type { LayoutResult } from './laying-out.ts';

const answer = (graph: LayoutGraph): LayoutResult => ({ ok: true, spots: layOut(graph) });

parentPort?.on('message', (graph: LayoutGraph) => parentPort?.postMessage(answer(graph)));
parentPort?.postMessage('ready');
