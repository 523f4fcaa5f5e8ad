import { listClaims, listSupports } from '#electron/project/claims.ts';
import { codeUse, listCodes } from '#electron/project/codes.ts';
import { describe, describeOne, listBelow, stepsAbove } from '#electron/project/evidence.ts';
import { listCarriers, listMarked } from '#electron/project/orphans.ts';
import { listThemeCodes, listThemes } from '#electron/project/themes.ts';
import { findOrphans } from '#shared/analysis/orphans.ts';
import { type Link, waysFrom } from '#shared/model/evidence.ts';
import type { Handlers } from './context.ts';

export const evidenceHandlers: Handlers<'evidence'> = {
  'evidence.below': ({ project: { store } }, { offset, limit, ...link }) => {
    describeOne(store, link);
    const { total, links } = listBelow(store, link, { offset, limit });
    return { total, evidence: describe(store, links) };
  },
  'evidence.above': ({ project: { store } }, { kind, id }) => {
    const of = describeOne(store, { kind, id });
    const rests = stepsAbove(store, { kind, id });
    const ways = waysFrom(rests, id);
    const linkOf = new Map<string, Link>([[id, { kind, id }]]);
    for (const step of rests) linkOf.set(step.id, { kind: step.kind, id: step.id });
    const links = [...ways.keys()].flatMap((one) => linkOf.get(one) ?? []);
    const above = describe(store, links).map((evidence) => ({
      ...evidence,
      path: (ways.get(evidence.id) ?? []).flatMap((one) => linkOf.get(one) ?? []),
    }));
    return {
      of,
      // The nearest first; of equals in the order in which they were found.
      above: above.toSorted((a, b) => a.path.length - b.path.length),
      rests: rests.map((step) => ({ id: step.id, onId: step.onId })),
    };
  },
  'evidence.orphans': ({ project: { store } }) =>
    findOrphans({
      claims: listClaims(store),
      supports: listSupports(store),
      themes: listThemes(store),
      themeCodes: listThemeCodes(store),
      codes: listCodes(store),
      quotes: new Map(codeUse(store, null).map(({ codeId, codings }) => [codeId, codings])),
      carriers: listCarriers(store),
      marked: listMarked(store),
    }),
};
