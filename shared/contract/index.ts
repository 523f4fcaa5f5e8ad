import type { z } from 'zod';
import { attributesCalls } from './attributes.ts';
import { autocodingCalls } from './autocoding.ts';
import { casesCalls } from './cases.ts';
import { claimsCalls } from './claims.ts';
import { codersCalls } from './coders.ts';
import { codesCalls } from './codes.ts';
import { codingsCalls } from './codings.ts';
import { contractCalls } from './contract.ts';
import { evidenceCalls } from './evidence.ts';
import { exportsCalls } from './exports.ts';
import { extractsCalls } from './extracts.ts';
import { groupsCalls } from './groups.ts';
import { historyCalls } from './history.ts';
import { importsCalls } from './imports.ts';
import { jobsCalls } from './jobs.ts';
import { mapCalls } from './map.ts';
import { memosCalls } from './memos.ts';
import { packsCalls } from './packs.ts';
import { passagesCalls } from './passages.ts';
import { ppiCalls } from './ppi.ts';
import { projectCalls } from './project.ts';
import { queriesCalls } from './queries.ts';
import { relationsCalls } from './relations.ts';
import { repliesCalls } from './replies.ts';
import { reportsCalls } from './reports.ts';
import { searchCalls } from './search.ts';
import { sourcesCalls } from './sources.ts';
import { speakersCalls } from './speakers.ts';
import { themesCalls } from './themes.ts';
import { timePointsCalls } from './time-points.ts';
import { turnsCalls } from './turns.ts';

/** Every call there is, by name. */
export const contract = {
  ...contractCalls,
  ...projectCalls,
  ...codersCalls,
  ...groupsCalls,
  ...timePointsCalls,
  ...casesCalls,
  ...attributesCalls,
  ...importsCalls,
  ...sourcesCalls,
  ...speakersCalls,
  ...turnsCalls,
  ...codesCalls,
  ...codingsCalls,
  ...memosCalls,
  ...packsCalls,
  ...passagesCalls,
  ...themesCalls,
  ...extractsCalls,
  ...mapCalls,
  ...relationsCalls,
  ...claimsCalls,
  ...evidenceCalls,
  ...reportsCalls,
  ...packsCalls,
  ...repliesCalls,
  ...ppiCalls,
  ...searchCalls,
  ...autocodingCalls,
  ...queriesCalls,
  ...historyCalls,
  ...exportsCalls,
  ...jobsCalls,
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;

/** What a caller may pass: fields with a default can be left out. */
export type Input<M extends Method> = z.input<Contract[M]['input']>;
/** What a handler receives: checked, with defaults filled in. */
export type CheckedInput<M extends Method> = z.output<Contract[M]['input']>;
/** What the work is worth in the end; for a job, what arrives by event. */
export type Output<M extends Method> = z.output<Contract[M]['output']>;
/** What the call itself answers. */
export type Answer<M extends Method> = Contract[M]['effect'] extends 'job'
  ? { readonly jobId: string }
  : Output<M>;

/** The methods of one effect, for example all edits. */
export type MethodOf<E extends Contract[Method]['effect']> = {
  [M in Method]: Contract[M]['effect'] extends E ? M : never;
}[Method];

export const isMethod = (name: string): name is Method => Object.hasOwn(contract, name);
