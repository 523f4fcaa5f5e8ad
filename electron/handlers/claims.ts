import { v7 as uuidv7 } from 'uuid';
import {
  claimsOfKind,
  countResting,
  findSupport,
  isRestingOn,
  listClaims,
  listSupports,
} from '#electron/project/claims.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { Claim, ClaimKind, Support, SupportKind } from '#shared/model/claim.ts';
import type { Handlers } from './context.ts';
import { reordered } from './order.ts';
import { counted, quoted } from './words.ts';

interface On {
  readonly kind: SupportKind;
  readonly id: string;
}

const named = ({ kind, statement }: Claim): string => `${kind} ${quoted(statement)}`;

/** Puts a claim at a position of its list, behind the last where none is given. */
const place = (store: Store, { id, kind }: Claim, position: number | undefined): void => {
  const list = claimsOfKind(store, kind);
  for (const change of reordered(list, id, position ?? list.length))
    updateRecord(store, 'claim', change);
};

const nameOf = (store: Store, { kind, id }: On): string => {
  if (kind === 'coding') {
    const { codeId } = getRecord(store, 'coding', id);
    return `a quote of ${quoted(getRecord(store, 'code', codeId).name)}`;
  }
  if (kind === 'claim') return quoted(getRecord(store, 'claim', id).statement);
  return quoted(getRecord(store, kind, id).name);
};

const namesOf = (store: Store, on: readonly On[]): string => {
  const names = on.map((one) => nameOf(store, one));
  return names.length === 1 ? (names[0] ?? '') : counted(on.length, 'record');
};

const refuseRing = (store: Store, claimId: string, { kind, id }: On): void => {
  if (kind === 'claim' && isRestingOn(store, id, claimId))
    throw new Failure(
      'conflict',
      'A claim cannot rest on itself or on what rests on it. Nothing was changed.',
    );
};

const rest = (store: Store, claimId: string, { kind, id }: On): Support => {
  refuseRing(store, claimId, { kind, id });
  const there = findSupport(store, claimId, id);
  if (there !== undefined) return there;
  const support = { id: uuidv7(), claimId, onKind: kind, onId: id };
  insertRecord(store, 'support', support);
  return support;
};

/** What the lists are called. */
const lists: Readonly<Record<ClaimKind, string>> = {
  finding: 'findings',
  principle: 'guiding principles',
  'planned change': 'planned changes',
};

export const claimsHandlers: Handlers<'claims'> = {
  'claims.list': ({ project }) => listClaims(project.store),
  'claims.supports': ({ project }) => listSupports(project.store),
  'claims.create': ({ project: { store }, label }, { position, ...input }) => {
    const list = claimsOfKind(store, input.kind);
    const claim: Claim = {
      ...input,
      id: uuidv7(),
      position: (list.at(-1)?.position ?? -1) + 1,
      createdAt: new Date().toISOString(),
    };
    label(`Add ${named(claim)}`);
    insertRecord(store, 'claim', claim);
    if (position !== undefined) place(store, claim, position);
    return getRecord(store, 'claim', claim.id);
  },
  'claims.update': ({ project: { store }, label }, input) => {
    label(`Change ${named(getRecord(store, 'claim', input.id))}`);
    updateRecord(store, 'claim', input);
    return getRecord(store, 'claim', input.id);
  },
  'claims.move': ({ project: { store }, label }, { id, kind, position }) => {
    const before = getRecord(store, 'claim', id);
    const isOther = kind !== undefined && kind !== before.kind;
    label(`Move ${named(before)}${isOther ? ` to the ${lists[kind]}` : ''}`);
    if (isOther) updateRecord(store, 'claim', { id, kind });
    place(store, { ...before, kind: kind ?? before.kind }, position);
    return getRecord(store, 'claim', id);
  },
  'claims.delete': ({ project: { store }, label }, { id }) => {
    label(`Delete ${named(getRecord(store, 'claim', id))}`);
    const claims = countResting(store, [id]);
    deleteRecord(store, 'claim', id);
    return { claims };
  },
  'claims.rest': ({ project: { store }, label }, { claimId, on }) => {
    const claim = getRecord(store, 'claim', claimId);
    label(`Rest ${named(claim)} on ${namesOf(store, on)}`);
    return on.map((one) => rest(store, claimId, one));
  },
  'claims.unrest': ({ project: { store }, label }, { claimId, on }) => {
    const claim = getRecord(store, 'claim', claimId);
    const there = on.map(({ id }) => findSupport(store, claimId, id));
    if (there.includes(undefined))
      throw new Failure('not-found', 'This claim does not rest on that. Nothing was changed.');
    label(`Take ${namesOf(store, on)} from under ${named(claim)}`);
    for (const { id } of there.filter((support) => support !== undefined))
      deleteRecord(store, 'support', id);
    return null;
  },
};
