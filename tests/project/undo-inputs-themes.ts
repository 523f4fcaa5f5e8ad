import { v7 as uuidv7 } from 'uuid';
import type { Method } from '#shared/contract/index.ts';
import { claimKinds } from '#shared/model/claim.ts';
import { fits } from '#shared/model/extract.ts';
import { ppiItems } from '#shared/model/ppi-log.ts';
import { answers, outcomes } from '#shared/model/reply.ts';
import { partsOfReport } from '#shared/model/report.ts';
import type { PackContents } from '#shared/model/review-pack.ts';
import { themeStatuses } from '#shared/model/theme.ts';
import {
  at,
  type Dice,
  type Dump,
  type EditInputs,
  idsOf,
  name,
  orNone,
  some,
} from './undo-state.ts';

/** A theme or code: something that a relation can begin or end at. */
const end = ({ themes, codes }: Dump, number: number) =>
  number % 2 === 0
    ? { kind: 'theme' as const, id: at(themes, number).id }
    : { kind: 'code' as const, id: at(codes, number).id };

const restingOn = ({ claims, themes, codes, codings }: Dump, { a, b }: Dice) =>
  at(
    [
      { kind: 'claim', id: at(claims, b).id },
      { kind: 'theme', id: at(themes, b).id },
      { kind: 'code', id: at(codes, b).id },
      { kind: 'coding', id: at(codings, b).id },
    ] as const,
    a,
  );
const partOf = ({ reports }: Dump, dice: Dice) => {
  const report = at(
    reports.filter(({ parts }) => parts.length > 2),
    dice.a,
  );
  return { reportId: report.id, part: at(partsOfReport(report), dice.b) };
};

/** The edits of themes and of what is built on them. */
export const themeInputs = {
  'claims.create': ({ claims }, dice) => ({
    kind: at(claimKinds, dice.b),
    statement: name('Claim', dice),
    note: dice.words,
    ...(claims.length % 2 === 0 ? {} : { position: dice.c % 3 }),
  }),
  'claims.update': ({ claims }, dice) => ({
    id: at(claims, dice.b).id,
    statement: name('Said otherwise', dice),
    note: dice.words,
  }),
  'claims.move': ({ claims }, dice) => ({
    id: at(claims, dice.a).id,
    kind: at(claimKinds, dice.b),
    position: dice.c % 3,
  }),
  'claims.rest': (state, dice) => ({
    claimId: at(state.claims, dice.c).id,
    on: [restingOn(state, dice)],
  }),
  'claims.unrest': ({ supports }, { a }) => {
    const { claimId, onKind, onId } = at(supports, a);
    return { claimId, on: [{ kind: onKind, id: onId }] };
  },
  'claims.delete': ({ claims }, { a }) => ({ id: at(claims, a).id }),
  'extracts.mark': ({ extracts }, dice) => {
    const { themeId, extracted } = at(
      extracts.filter((theme) => theme.extracted.length > 0),
      dice.a,
    );
    return {
      themeId,
      codingId: at(extracted, dice.b).id,
      fit: at([...fits, null], dice.c),
      note: dice.words,
    };
  },
  'reports.create': (_, dice) => ({ name: name('Report', dice), template: 'themes' }),
  'reports.update': ({ reports }, dice) => ({
    id: at(reports, dice.a).id,
    name: name('Findings', dice),
  }),
  'reports.addPart': ({ reports, codings, themes }, dice) => ({
    reportId: at(reports, dice.a).id,
    part: {
      id: uuidv7(),
      type: 'theme',
      themeId: at(themes, dice.b).id,
      codingIds: idsOf(some(codings, dice)),
    },
    position: dice.c % 3,
  }),
  'reports.changePart': (state, dice) => {
    const { reportId, part } = partOf(state, dice);
    const codingIds = idsOf(some(state.codings, dice));
    return {
      reportId,
      partId: part.id,
      ...(part.type === 'theme' ? { codingIds } : { heading: dice.words.slice(0, 200) }),
    };
  },
  'reports.movePart': (state, dice) => {
    const { reportId, part } = partOf(state, dice);
    return { reportId, partId: part.id, position: dice.c % 3 };
  },
  'reports.removePart': (state, dice) => {
    const { reportId, part } = partOf(state, dice);
    return { reportId, partId: part.id };
  },
  'reports.delete': ({ reports }, { a }) => ({ id: at(reports, a).id }),
  'packs.create': ({ extracts }, dice) => {
    const { themeId, extracted } = at(
      extracts.filter((theme) => theme.extracted.length > 0),
      dice.a,
    );
    return {
      name: 'Pack',
      contents: {
        title: 'Themes',
        welcome: 'Thank you for reading this.',
        returnTo: '',
        themes: [
          {
            themeId,
            name: 'Theme',
            summary: 'People said so.',
            quotes: [
              { codingId: at(extracted, dice.b).id, text: 'Yes.', who: 'Somebody', checked: true },
            ],
          },
        ],
      },
    };
  },
  'packs.delete': ({ packs }, { a }) => ({ id: at(packs, a).id }),
  'map.place': (state, { a, b, c }) => ({
    nodes: [
      { ...end(state, a), x: b * 10, y: c },
      { ...end(state, a + 1), x: -b, y: c / 2 },
    ],
  }),
  'map.clearPlaces': () => ({}),
  'relations.create': (state, dice) => {
    const [from, to] = [end(state, dice.a), end(state, dice.b)];
    return {
      fromKind: from.kind,
      fromId: from.id,
      toKind: to.kind,
      toId: to.id,
      label: name('leads to', dice),
    };
  },
  'relations.update': ({ map }, dice) => ({
    id: at(map.relations, dice.a).id,
    label: name('stands against', dice),
    reverse: dice.b % 2 === 0,
  }),
  'relations.delete': ({ map }, { a }) => ({ id: at(map.relations, a).id }),
  'themes.create': ({ themes }, dice) => ({
    name: name('Theme', dice),
    parentId: orNone(themes, dice.b),
    position: dice.c % 3,
    summary: dice.words,
  }),
  'themes.update': ({ themes }, dice) => ({
    id: at(themes, dice.b).id,
    concept: `${dice.words} ${dice.c}`,
    status: at(themeStatuses, dice.c),
    retiredReason: 'It was two',
  }),
  'themes.move': ({ themes }, dice) => ({
    id: at(themes, dice.a).id,
    parentId: orNone(themes, dice.b),
    position: dice.c % 3,
  }),
  'themes.delete': ({ themes }, { a }) => ({ id: at(themes, a).id }),
  'themes.merge': ({ themes }, dice) => ({
    ids: idsOf(some(themes, dice)),
    into: at(themes, dice.c).id,
    keepWords: dice.a % 2 === 0,
  }),
  'themes.split': ({ placed }, dice) => {
    const { themeId } = at(placed, dice.a);
    const there = placed.filter((place) => place.themeId === themeId).map(({ codeId }) => codeId);
    return {
      id: themeId,
      name: name('Split', dice),
      codeIds: [at(there, dice.b), at(there, dice.c)],
    };
  },
  'themes.addCode': ({ themes, codes }, dice) => ({
    themeId: at(themes, dice.a).id,
    codeId: at(codes, dice.b).id,
    position: dice.c % 3,
  }),
  'themes.removeCode': ({ placed }, { a }) => {
    const { themeId, codeId } = at(placed, a);
    return { themeId, codeId };
  },
  'themes.moveCode': ({ placed, themes }, { a, b, c }) => {
    const { themeId, codeId } = at(placed, a);
    return { codeId, fromThemeId: themeId, toThemeId: at(themes, b).id, position: c % 3 };
  },
  'replies.add': ({ packs }, dice) => {
    const pack = at(packs, dice.a);
    const { themes } = JSON.parse(pack.contents) as PackContents;
    return {
      packId: pack.id,
      reviewer: name('Reviewer', dice),
      role: dice.words,
      answers: [
        { themeId: at(themes, dice.b).themeId, answer: at(answers, dice.c), comment: dice.words },
        { themeId: null, comment: `All in all ${dice.c}` },
      ],
    };
  },
  'replies.update': ({ replied }, dice) => ({
    id: at(replied, dice.a).replyId,
    reviewer: name('Reviewer', dice),
    role: `Role ${dice.b}`,
  }),
  'replies.delete': ({ replied }, { a }) => ({ id: at(replied, a).replyId }),
  'replies.decide': ({ replied }, dice) => ({
    itemId: at(replied, dice.a).id,
    outcome: at(outcomes, dice.c),
    outcomeNote: `Because ${dice.b}`,
  }),
  'ppi.update': (_, dice) => ({
    [at(ppiItems, dice.b).id]: `${dice.words} ${dice.c}`,
  }),
} satisfies Partial<EditInputs<Method>>;
