import { findRecord } from './records.ts';
import { firstOfBlock, lastChange, placeOfEntry } from './search-index.ts';
import { listSpeakers, listTurns } from './speakers.ts';
import type { Store } from './store.ts';
import { getText } from './texts.ts';

/** A source as search needs it: its words, and its turns by their index. */
export interface SearchSource {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  /** For each turn: where its speech starts and ends, in UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly speakers: readonly (string | null)[];
}

/** Texts kept in memory at most, in UTF-16 code units; those looked at longest ago go first. */
const mostKept = 96_000_000;

interface Kept {
  seq: number;
  size: number;
  readonly byId: Map<string, SearchSource>;
  readonly byBlock: Map<number, string>;
}

const kept = new WeakMap<Store, Kept>();

const keptOf = (store: Store): Kept => {
  const seq = lastChange(store);
  let own = kept.get(store);
  if (own === undefined || own.seq !== seq) {
    own = { seq, size: 0, byId: new Map(), byBlock: new Map() };
    kept.set(store, own);
  }
  return own;
};

const read = (store: Store, id: string): SearchSource | undefined => {
  const source = findRecord(store, 'source', id);
  if (source === undefined) return undefined;
  const turns = listTurns(store, id);
  const labels = new Map(listSpeakers(store, id).map(({ id: speaker, label }) => [speaker, label]));
  return {
    id,
    name: source.name,
    body: getText(store, id),
    starts: Uint32Array.from(turns, (turn) => turn.speechStart),
    ends: Uint32Array.from(turns, (turn) => turn.end),
    speakers: turns.map(({ speakerId }) =>
      speakerId === null ? null : (labels.get(speakerId) ?? null),
    ),
  };
};

/** The source whose turns stand in a block of the index. */
export const sourceIdOfBlock = (store: Store, block: number): string | undefined =>
  store.get<{ sourceId: string }>(
    'SELECT sourceId FROM search_entry WHERE id >= ? AND id < ? LIMIT 1',
    firstOfBlock(block),
    firstOfBlock(block + 1),
  )?.sourceId;

/** The sources of a project, as they are for the time of one call. */
export interface SearchSources {
  /** A source, kept in memory until something in the project is edited; undefined when it is gone. */
  get(id: string): SearchSource | undefined;
  /** The source and turn (counted from 0) that an entry stands for; undefined when they are gone. */
  ofEntry(entry: number): { readonly source: SearchSource; readonly index: number } | undefined;
}

/** The sources of a project. To be asked for anew in each call, and after anything was waited for. */
export const searchSources = (store: Store): SearchSources => {
  const own = keptOf(store);
  const get = (id: string): SearchSource | undefined => {
    const there = own.byId.get(id);
    if (there !== undefined) return there;
    const source = read(store, id);
    if (source === undefined) return undefined;
    own.byId.set(id, source);
    own.size += source.body.length;
    for (const [oldest, { body }] of own.byId) {
      if (own.size <= mostKept || oldest === id) break;
      own.byId.delete(oldest);
      own.size -= body.length;
    }
    return source;
  };
  const idOfBlock = (block: number): string | undefined => {
    const known = own.byBlock.get(block);
    if (known !== undefined) return known;
    const id = sourceIdOfBlock(store, block);
    // A block whose source is being indexed just now has no entry yet.
    if (id !== undefined) own.byBlock.set(block, id);
    return id;
  };
  return {
    get,
    ofEntry: (entry) => {
      const { block, index } = placeOfEntry(entry);
      const id = idOfBlock(block);
      const source = id === undefined ? undefined : get(id);
      return source === undefined || index >= source.starts.length ? undefined : { source, index };
    },
  };
};
