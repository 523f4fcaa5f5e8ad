import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, Method } from '#shared/contract/index.ts';
import { approaches } from '#shared/model/approach.ts';
import { attributeTypes } from '#shared/model/attribute.ts';
import { memoTargets } from '#shared/model/memo.ts';
import { sourceKinds } from '#shared/model/source.ts';
import { themeInputs } from './undo-inputs-themes.ts';
import {
  at,
  type EditInputs,
  idsOf,
  name,
  orNone,
  place,
  setting,
  some,
  targetsOf,
} from './undo-state.ts';

/** The calls that are edits, and import: one that is added to the contract has to be listed here. */
export type EditMethod =
  | { [M in Method]: Contract[M]['effect'] extends 'edit' ? M : never }[Method]
  | 'imports.run';

let imported = 0;

/** Every edit of the contract, and import. */
export const inputs: EditInputs<EditMethod> = {
  'project.rename': (_, dice) => ({ name: name('Study', dice) }),
  'project.declareApproach': (_, dice) => ({ approach: at(approaches, dice.b) }),
  'coders.create': (_, dice) => ({ name: name('Coder', dice) }),
  'coders.rename': ({ coders }, dice) => ({ id: at(coders, dice.b).id, name: name('He', dice) }),
  'groups.create': (_, dice) => ({ name: name('Group', dice) }),
  'groups.update': ({ groups }, dice) => ({
    id: at(groups, dice.b).id,
    name: name('Group', dice),
    position: dice.c % 5,
  }),
  'groups.delete': ({ groups }, { a }) => ({ id: at(groups, a).id }),
  'timePoints.create': (_, dice) => ({ name: name('Week', dice) }),
  'timePoints.update': ({ timePoints }, dice) => ({
    id: at(timePoints, dice.b).id,
    name: name('Week', dice),
    position: dice.c % 3,
  }),
  'timePoints.delete': ({ timePoints }, { a }) => ({ id: at(timePoints, a).id }),
  'cases.create': ({ groups }, dice) => ({
    pseudonym: name('P', dice),
    groupId: orNone(groups, dice.b),
    note: dice.words,
  }),
  'cases.update': ({ cases, groups }, dice) => ({
    id: at(cases, dice.c).id,
    pseudonym: name('Q', dice),
    groupId: orNone(groups, dice.b),
  }),
  'cases.delete': ({ cases }, { a }) => ({ id: at(cases, a).id }),
  'attributes.create': (_, dice) => ({
    name: name('Attribute', dice),
    type: at(attributeTypes, dice.b),
  }),
  'attributes.update': ({ attributes }, dice) => ({
    id: at(attributes, dice.b).id,
    name: name('Renamed', dice),
    type: at(attributeTypes, dice.c),
  }),
  'attributes.move': ({ attributes }, { a, b }) => ({
    id: at(attributes, a).id,
    position: b % 3,
  }),
  'attributes.setValue': (state, { a, b, c }) => ({
    ...setting(state, a),
    ...(c % 3 === 0 ? { value: null } : { value: String(b) }),
  }),
  'attributes.setValues': (state, { a, b, c }) => ({
    values: [a, b, c].map((number) => ({ ...setting(state, number), value: String(number) })),
  }),
  'attributes.setTable': ({ cases, attributes }, dice) => ({
    attributes: [
      { name: at(attributes, dice.a).name, type: 'text' as const },
      { name: name('Column', dice), type: 'number' as const },
    ],
    rows: [
      { pseudonym: at(cases, dice.c).pseudonym, values: [String(dice.b), String(dice.a)] },
      { pseudonym: name('R', dice), values: [null, String(dice.c)] },
    ],
  }),
  'attributes.delete': ({ values }, { a }) => ({ id: at(values, a).attributeId }),
  'sources.update': ({ sources, groups, cases, timePoints }, dice) => ({
    ids: idsOf(some(sources, dice)),
    changes: {
      name: name('Interview', dice),
      kind: at(sourceKinds, dice.c),
      groupId: orNone(groups, dice.c),
      caseId: orNone(cases, dice.b),
      timePointId: orNone(timePoints, dice.a),
    },
  }),
  'sources.delete': ({ sources }, dice) => ({ ids: idsOf(some(sources, dice)) }),
  'speakers.update': ({ readings, cases }, dice) => ({
    id: at(
      readings.flatMap(({ speakers }) => speakers),
      dice.a,
    ).id,
    label: name('Speaker', dice),
    caseId: orNone(cases, dice.b),
  }),
  'speakers.merge': ({ readings }, { a, b }) => {
    const { speakers } = at(readings, a);
    return { ids: idsOf(speakers), into: at(speakers, b).id };
  },
  'turns.correct': ({ readings, codings }, { a, b, c, words }) => {
    const { source, text, turns } = at(readings, a);
    const turn = at(turns, b);
    const before = text.slice(turn.speechStart, turn.end);
    const from = Array.from(before)
      .slice(0, c % (before.length + 1))
      .join('');
    const rest = Array.from(before.slice(from.length))
      .slice(a % 9)
      .join('');
    const speech = { turnId: turn.id, before, after: `${from}${words}${rest}` };
    return { sourceId: source.id, speeches: [speech], lose: idsOf(codings) };
  },
  'turns.split': ({ readings }, { a, b, c }) => {
    const { id, speechStart, end } = at(at(readings, a).turns, b);
    return { turnId: id, at: speechStart + (c % Math.max(1, end - speechStart)) };
  },
  'turns.merge': ({ readings, codings }, { a, b }) => ({
    turnId: at(at(readings, a).turns, b).id,
    lose: idsOf(codings),
  }),
  'turns.setSpeaker': ({ readings }, dice) => {
    const { turns, speakers } = at(readings, dice.a);
    const speaker = speakers[dice.c % (speakers.length + 2)];
    const label = name('Somebody', dice);
    return {
      turnIds: idsOf(some(turns, dice)),
      speaker: speaker === undefined ? (dice.c % 2 === 0 ? null : { label }) : { id: speaker.id },
    };
  },
  'codes.create': ({ codes }, dice) => ({
    name: name('Code', dice),
    parentId: orNone(codes, dice.b),
    position: dice.c % 4,
    definition: dice.words,
  }),
  'codes.update': ({ codes }, dice) => ({
    id: at(codes, dice.b).id,
    name: name('Renamed', dice),
    definition: dice.words,
    nearMiss: `${dice.words} ${dice.c}`,
  }),
  'codes.move': ({ codes }, dice) => ({
    ids: idsOf(some(codes, dice)),
    parentId: orNone(codes, dice.c),
    position: dice.c % 3,
  }),
  'codes.merge': ({ codes }, dice) => ({
    ids: idsOf(some(codes, dice)),
    into: at(codes, dice.c).id,
  }),
  'codes.split': ({ codings }, dice) => {
    const { codeId } = at(codings, dice.b);
    const own = codings.filter((coding) => coding.codeId === codeId);
    return { id: codeId, name: name('Split', dice), codingIds: idsOf(some(own, dice)) };
  },
  'codes.splitInto': ({ codings, codes }, dice) => {
    const { codeId } = at(codings, dice.b);
    const own = idsOf(codings.filter((coding) => coding.codeId === codeId));
    const other = at(codes, dice.c).id;
    return {
      id: codeId,
      parts: [
        { name: name('Part', dice), codingIds: own.slice(0, 1), alsoIds: own.slice(1) },
        other === codeId
          ? { name: name('Other part', dice), codingIds: own.slice(1) }
          : { codeId: other, codingIds: own.slice(1), alsoIds: own.slice(0, 1) },
      ],
    };
  },
  'codes.keepApart': ({ codes }, dice) => ({ ids: idsOf(some(codes, dice)) }),
  'history.restore': async ({ codes, themes, memos }, { a, b }, app) => {
    const lists = { code: codes, theme: themes, memo: memos };
    const kind = at(['code', 'theme', 'memo'] as const, a);
    const { id } = at<{ readonly id: string }>(lists[kind], b);
    const versions = await app.worth('history.ofRecord', { kind, id });
    return { kind, id, changeSetId: at(versions, a).changeSetId };
  },
  'codes.delete': ({ codes }, dice) => ({ ids: idsOf(some(codes, dice)) }),
  'codings.create': (state, dice) => ({
    ...place(state, dice),
    codeId: at(state.codes, dice.c).id,
  }),
  'codings.createMany': (state, dice) => ({
    codes: [
      { name: name('Many', dice) },
      ...state.codes.slice(0, 1).map(({ id }) => ({ codeId: id })),
    ],
    codings: [
      { ...place(state, dice), code: 0 },
      { ...place(state, { ...dice, b: dice.c, c: dice.b }), code: 0 },
    ],
  }),
  'codings.createInVivo': (state, dice) => ({ ...place(state, dice), name: name('Vivo', dice) }),
  'codings.resize': (state, dice) => {
    const { id, sourceId } = at(state.codings, dice.a);
    const length = state.sources.find((source) => source.id === sourceId)?.length ?? 2;
    const start = dice.b % (length - 1);
    return { id, start, end: start + 1 + (dice.c % (length - start)) };
  },
  'codings.recode': ({ codings, codes }, dice) => ({
    ids: idsOf(some(codings, dice)),
    codeId: at(codes, dice.c).id,
  }),
  'codings.mark': ({ codings }, dice) => ({
    ids: idsOf(some(codings, dice)),
    ...(dice.c % 3 === 1 ? {} : { important: dice.c % 2 === 0 ? 1 : 0 }),
    ...(dice.c % 3 === 0 ? {} : { level: at(['semantic', 'latent', null], dice.b) }),
  }),
  'codings.delete': ({ codings }, dice) => ({ ids: idsOf(some(codings, dice)) }),
  'memos.create': (state, dice) => {
    const targetKind = at(memoTargets, dice.a);
    const targets: readonly { readonly id: string }[] = targetsOf(state)[targetKind];
    return {
      targetKind,
      targetId: targetKind === 'project' ? null : at(targets, dice.b).id,
      title: dice.words.slice(0, 100),
    };
  },
  'memos.update': ({ memos }, dice) => ({
    id: at(memos, dice.a).id,
    title: `Memo ${dice.b}`,
    body: JSON.stringify({ root: { words: dice.words } }),
  }),
  'memos.delete': ({ memos }, { a }) => ({ id: at(memos, a).id }),
  'queries.create': ({ codes }, dice) => ({
    name: name('Query', dice),
    definition: { codes: { codeIds: idsOf(some(codes, dice)) } },
  }),
  'queries.update': ({ queries }, dice) => ({
    id: at(queries, dice.a).id,
    definition: { speakerLabels: [dice.words.slice(0, 100)], important: dice.c % 2 === 0 },
  }),
  'queries.delete': ({ queries }, { a }) => ({ id: at(queries, a).id }),
  'imports.run': async (_, { a, words }, app) => {
    imported += 1;
    const file = join(app.folder, `P${imported} 12 weeks.txt`);
    writeFileSync(
      file,
      `INT: Number ${imported}?\nP${a}: In pain, mostly. ${words}\nINT: And?\nDaughter: Tired.\n`,
    );
    return { files: [{ token: await app.engine.offer(file), casePseudonym: `Case ${a % 3}` }] };
  },
  ...themeInputs,
};
