import type { Method } from '#shared/contract/index.ts';
import { attributesHandlers } from './attributes.ts';
import { autocodingHandlers } from './autocoding.ts';
import { casesHandlers } from './cases.ts';
import { claimsHandlers } from './claims.ts';
import { codersHandlers } from './coders.ts';
import { codesHandlers } from './codes.ts';
import { codingsHandlers } from './codings.ts';
import type { Handler } from './context.ts';
import { contractHandlers } from './contract.ts';
import { evidenceHandlers } from './evidence.ts';
import { exportsHandlers } from './exports.ts';
import { extractsHandlers } from './extracts.ts';
import { groupsHandlers } from './groups.ts';
import { historyHandlers } from './history.ts';
import { importsHandlers } from './imports.ts';
import { jobsHandlers } from './jobs.ts';
import { mapHandlers } from './map.ts';
import { memosHandlers } from './memos.ts';
import { packsHandlers } from './packs.ts';
import { passagesHandlers } from './passages.ts';
import { ppiHandlers } from './ppi.ts';
import { projectHandlers } from './project.ts';
import { queriesHandlers } from './queries.ts';
import { relationsHandlers } from './relations.ts';
import { repliesHandlers } from './replies.ts';
import { reportsHandlers } from './reports.ts';
import { searchHandlers } from './search.ts';
import { sourcesHandlers } from './sources.ts';
import { speakersHandlers } from './speakers.ts';
import { themesHandlers } from './themes.ts';
import { timePointsHandlers } from './time-points.ts';
import { turnsHandlers } from './turns.ts';

/** Every call of the contract, carried out. A call without a handler does not compile. */
export const handlers: { readonly [M in Method]: Handler<M> } = {
  ...contractHandlers,
  ...projectHandlers,
  ...codersHandlers,
  ...groupsHandlers,
  ...timePointsHandlers,
  ...casesHandlers,
  ...attributesHandlers,
  ...importsHandlers,
  ...sourcesHandlers,
  ...speakersHandlers,
  ...turnsHandlers,
  ...codesHandlers,
  ...codingsHandlers,
  ...memosHandlers,
  ...packsHandlers,
  ...passagesHandlers,
  ...themesHandlers,
  ...extractsHandlers,
  ...mapHandlers,
  ...relationsHandlers,
  ...claimsHandlers,
  ...evidenceHandlers,
  ...reportsHandlers,
  ...packsHandlers,
  ...repliesHandlers,
  ...ppiHandlers,
  ...searchHandlers,
  ...autocodingHandlers,
  ...queriesHandlers,
  ...historyHandlers,
  ...exportsHandlers,
  ...jobsHandlers,
};
