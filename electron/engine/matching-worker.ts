import { parentPort } from 'node:worker_threads';
import type { MatchInput, MatchResult } from './matching.ts';

/** More places of one text than this are not looked for. */
const mostPlaces = 10_000;

const placesIn = (expression: RegExp, text: string): [start: number, end: number][] => {
  const places: [number, number][] = [];
  for (const { index, 0: words } of text.matchAll(expression)) {
    if (words !== '') places.push([index, index + words.length]);
    if (places.length === mostPlaces) break;
  }
  return places;
};

const match = ({ pattern, texts }: MatchInput): MatchResult => {
  const expression = new RegExp(pattern, 'gimu');
  return { ok: true, places: texts.map((text) => placesIn(expression, text)) };
};

parentPort?.on('message', (input: MatchInput) => parentPort?.postMessage(match(input)));
parentPort?.postMessage('ready');
