import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A coding of the workload: indexes of code and document from 0, a half-open range in characters, who coded. */
export interface CorpusCoding {
  readonly code: number;
  readonly doc: number;
  readonly pos0: number;
  readonly pos1: number;
  readonly coder: string;
}

/** The workload: interviews as files, codes, codings spread over them, and dense ones of the first. */
export interface Corpus {
  readonly origin: string;
  readonly files: readonly string[];
  readonly codes: readonly string[];
  readonly codings: readonly CorpusCoding[];
  readonly dense: readonly CorpusCoding[];
}

const shared = join(
  process.env['UNDERSTORY_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url)),
  'data/bench-corpus',
);

const fromShared = (): Corpus => {
  const plan = JSON.parse(readFileSync(join(shared, 'codings.json'), 'utf8')) as {
    codes: readonly { name: string }[];
    codings: readonly CorpusCoding[];
    dense: readonly CorpusCoding[];
  };
  const folder = join(shared, 'txt');
  return {
    origin: 'the bench corpus',
    files: readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
    codes: plan.codes.map((code) => code.name),
    codings: plan.codings,
    dense: plan.dense,
  };
};

/** A small seeded generator (mulberry32), so that every run has the same corpus. */
const generator = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const generated = (folder: string): Corpus => {
  mkdirSync(folder, { recursive: true });
  const random = generator(20260101);
  const pick = (count: number): number => Math.floor(random() * count);
  const vocabulary = Array.from({ length: 4000 }, (_, index) => `w${index.toString(36)}`);
  const lengths: number[] = [];
  const files = Array.from({ length: 50 }, (_, doc) => {
    const turns = Array.from({ length: 300 }, (__, turn) => {
      const words = Array.from({ length: 20 + pick(28) }, () => vocabulary[pick(4000)]);
      return `${turn % 2 === 0 ? 'INTERVIEWER' : 'P01'}: ${words.join(' ')}.`;
    });
    const text = turns.join('\n\n');
    lengths.push(text.length);
    const file = join(folder, `interview_${String(doc + 1).padStart(2, '0')}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const coding = (doc: number): CorpusCoding => {
    const pos0 = pick((lengths[doc] ?? 0) - 500);
    return {
      code: pick(200),
      doc,
      pos0,
      pos1: pos0 + 30 + pick(400),
      coder: pick(2) === 0 ? 'alice' : 'bob',
    };
  };
  return {
    origin: 'a generated corpus of the same size (the bench corpus is not here)',
    files,
    codes: Array.from({ length: 200 }, (_, index) => `Code ${index + 1}`),
    codings: Array.from({ length: 20_000 }, () => coding(pick(50))),
    dense: Array.from({ length: 5000 }, () => coding(0)),
  };
};

/** The bench corpus where it is there, else one of the same size made from a fixed seed. */
export const loadCorpus = (folder: string): Corpus =>
  existsSync(join(shared, 'codings.json')) ? fromShared() : generated(folder);
