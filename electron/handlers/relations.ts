import { v7 as uuidv7 } from 'uuid';
import { findRelation } from '#electron/project/map.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { Relation } from '#shared/model/relation.ts';
import type { Handlers } from './context.ts';
import { quoted } from './words.ts';

type Ends = Omit<Relation, 'id'>;

/** A relation in words: `‘Fear’ leads to ‘Rest’`. */
const worded = (store: Store, { fromKind, fromId, toKind, toId, label }: Ends): string =>
  `${quoted(getRecord(store, fromKind, fromId).name)} ${label} ${quoted(getRecord(store, toKind, toId).name)}`;

/** Throws `conflict` where another relation says the same already. */
const refuseTwice = (store: Store, relation: Ends, id?: string): void => {
  const same = findRelation(store, relation);
  if (same !== undefined && same.id !== id)
    throw new Failure(
      'conflict',
      `${worded(store, relation)} is on the map already. Nothing was changed.`,
    );
};

export const relationsHandlers: Handlers<'relations'> = {
  'relations.create': ({ project: { store }, label }, ends) => {
    if (ends.fromId === ends.toId)
      throw new Failure('bad-input', 'A relation goes from one theme or code to another one.');
    label(`Relate ${worded(store, ends)}`);
    refuseTwice(store, ends);
    const relation = { id: uuidv7(), ...ends };
    insertRecord(store, 'relation', relation);
    return relation;
  },
  'relations.update': ({ project: { store }, label }, { id, label: words, reverse }) => {
    const before = getRecord(store, 'relation', id);
    const { fromKind, fromId, toKind, toId } = before;
    const after: Relation = {
      id,
      label: words ?? before.label,
      ...(reverse
        ? { fromKind: toKind, fromId: toId, toKind: fromKind, toId: fromId }
        : { fromKind, fromId, toKind, toId }),
    };
    label(`Change relation to ${worded(store, after)}`);
    refuseTwice(store, after, id);
    updateRecord(store, 'relation', after);
    return after;
  },
  'relations.delete': ({ project: { store }, label }, { id }) => {
    label(`Remove relation ${worded(store, getRecord(store, 'relation', id))}`);
    deleteRecord(store, 'relation', id);
    return null;
  },
};
