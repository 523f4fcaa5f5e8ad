import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseExamples, readCodebook, sourcesWithQuotes } from '#electron/project/codebook.ts';
import { createProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import type { ExampleQuote } from '#shared/model/codebook.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { addCode, addCoding, addSource, addTheme } from './study.ts';

let folder: TempFolder;
let project: Project;

beforeEach(async () => {
  folder = await tempFolder();
  project = createProject(join(folder.path, 'Study.understory'), 'Study', 'Ruth');
});
afterEach(async () => {
  project.close();
  await folder.remove();
});

const today = new Date(2026, 10, 24, 23, 59);

const examples = (codeIds: readonly string[]): ReadonlyMap<string, ExampleQuote> => {
  const choosing = chooseExamples(project.store, sourcesWithQuotes(project.store, codeIds));
  let step = choosing.next();
  while (!step.done) step = choosing.next();
  return step.value;
};

describe('the codebook that leaves the project', () => {
  test('has codes parents first, siblings in order, with depth, path and use', () => {
    const pain = addCode(project, { name: 'Pain', position: 1 });
    const flare = addCode(project, { name: 'Flare', parentId: pain, position: 1 });
    const ache = addCode(project, { name: 'Ache', parentId: pain, position: 0 });
    addCode(project, { name: 'Night', parentId: ache, position: 0 });
    addCode(project, { name: 'Belief', position: 0 });
    const one = addSource(project, { name: 'One', turns: [['P01', 'It hurts in the night']] });
    const two = addSource(project, { name: 'Two', turns: [['P02', 'It hurts and it burns']] });
    addCoding(project, { code: flare, source: one, quote: 'hurts' });
    addCoding(project, { code: flare, source: two, quote: 'hurts' });
    addCoding(project, { code: flare, source: two, quote: 'burns' });

    const codebook = readCodebook(project.store, null, today);
    expect(codebook).toMatchObject({ project: 'Study', date: '2026-11-24', coders: ['Ruth'] });
    expect(
      codebook.codes.map(({ path, depth, codings, sources }) => [
        path.join('/'),
        depth,
        codings,
        sources,
      ]),
    ).toEqual([
      ['Belief', 0, 0, 0],
      ['Pain', 0, 0, 0],
      ['Pain/Ache', 1, 0, 0],
      ['Pain/Ache/Night', 2, 0, 0],
      ['Pain/Flare', 1, 3, 2],
    ]);
  });

  test('of chosen codes, has what is nested in them, placed as in the whole codebook', () => {
    const pain = addCode(project, { name: 'Pain', position: 0 });
    const ache = addCode(project, { name: 'Ache', parentId: pain, position: 0 });
    addCode(project, { name: 'Night', parentId: ache, position: 0 });
    const trust = addCode(project, { name: 'Trust', position: 1 });
    addTheme(project, { name: 'Has none of them', codes: [pain] });
    addTheme(project, { name: 'Has one', codes: [pain, trust] });

    const { codes, themes } = readCodebook(project.store, [trust, ache], today);
    expect(codes.map(({ path, depth }) => [path.join('/'), depth])).toEqual([
      ['Pain/Ache', 0],
      ['Pain/Ache/Night', 1],
      ['Trust', 0],
    ]);
    expect(themes.map(({ name, codeIds }) => [name, codeIds])).toEqual([['Has one', [trust]]]);
  });

  test('has themes with their codes in order, and says what a subtheme belongs to', () => {
    const first = addCode(project, { name: 'First', position: 0 });
    const second = addCode(project, { name: 'Second', position: 1 });
    const parent = addTheme(project, { name: 'Whole', codes: [second, first] });
    addTheme(project, { name: 'Part', parentId: parent, codes: [] });
    const { themes } = readCodebook(project.store, null, today);
    expect(themes.map(({ name, parentName, codeIds }) => ({ name, parentName, codeIds }))).toEqual([
      { name: 'Whole', parentName: null, codeIds: [second, first] },
      { name: 'Part', parentName: 'Whole', codeIds: [] },
    ]);
  });

  test('asks the file a fixed number of questions, however many codes there are', () => {
    const asked = vi.spyOn(project.store, 'all');
    readCodebook(project.store, null, today);
    const withNone = asked.mock.calls.length;
    project.edit((label) => {
      label('Many codes');
      for (let at = 0; at < 300; at += 1) addCode(project, { name: `Code ${at}`, position: at });
    });
    asked.mockClear();
    expect(readCodebook(project.store, null, today).codes).toHaveLength(300);
    expect(asked.mock.calls.length).toBe(withNone);
  });
});

describe('an example quote', () => {
  const long = 'I went back three times and nobody once looked up from the screen';
  const enough = 'and nobody once looked up from the screen';

  test('is the shortest coding of at least eight words, with its speaker and source', () => {
    const code = addCode(project, { name: 'Code', position: 0 });
    const source = addSource(project, { name: 'P01 baseline', turns: [['Marian', long]] });
    for (const quote of ['the screen', enough, long]) addCoding(project, { code, source, quote });
    expect(examples([code]).get(code)).toEqual({
      text: enough,
      source: 'P01 baseline',
      speaker: 'Marian',
    });
  });

  test('is the longest where none has eight words', () => {
    const code = addCode(project, { name: 'Code', position: 0 });
    const source = addSource(project, { name: 'One', turns: [['Marian', long]] });
    for (const quote of ['screen', 'nobody once looked up', 'three times'])
      addCoding(project, { code, source, quote });
    expect(examples([code]).get(code)?.text).toBe('nobody once looked up');
  });

  test('is an interviewer’s only where nobody else was coded', () => {
    const both = addCode(project, { name: 'Both', position: 0 });
    const only = addCode(project, { name: 'Only', position: 1 });
    const source = addSource(project, {
      name: 'One',
      turns: [
        ['Ruth', 'And how long did you have to wait for that?', 'interviewer'],
        ['Marian', 'Eleven weeks'],
      ],
    });
    addCoding(project, {
      code: both,
      source,
      quote: 'And how long did you have to wait for that?',
    });
    addCoding(project, { code: only, source, quote: 'how long did you have to wait' });
    addCoding(project, { code: both, source, quote: 'Eleven weeks' });
    const found = examples([both, only]);
    expect(found.get(both)?.text).toBe('Eleven weeks');
    expect(found.get(only)).toMatchObject({ speaker: 'Ruth' });
  });

  test('gives the pseudonym of the case, not the label of the transcript', () => {
    const code = addCode(project, { name: 'Code', position: 0 });
    const source = addSource(project, {
      name: 'One',
      turns: [['Real Name', 'It hurts']],
      pseudonym: 'Marian',
    });
    addCoding(project, { code, source, quote: 'It hurts' });
    expect(examples([code]).get(code)).toEqual({
      text: 'It hurts',
      source: 'One',
      speaker: 'Marian',
    });
  });

  test('leaves out the label that a coding took along', () => {
    const code = addCode(project, { name: 'Code', position: 0 });
    const source = addSource(project, { name: 'One', turns: [['Marian', 'It hurts 😀 a lot']] });
    addCoding(project, { code, source, quote: 'Marian: It hurts 😀 a lot' });
    expect(examples([code]).get(code)?.text).toBe('It hurts 😀 a lot');
  });

  test('of equals is the first by source and place, from many sources read in steps', () => {
    const code = addCode(project, { name: 'Code', position: 0 });
    for (let at = 45; at >= 1; at -= 1) {
      const source = addSource(project, {
        name: `Source ${String(at).padStart(2, '0')}`,
        turns: [['P', long]],
      });
      addCoding(project, { code, source, quote: enough });
    }
    const sourceIds = sourcesWithQuotes(project.store, [code]);
    const choosing = chooseExamples(project.store, sourceIds);
    expect([choosing.next().value, choosing.next().value, choosing.next().value]).toEqual([
      20, 40, 45,
    ]);
    const { value } = choosing.next();
    expect(value).toEqual(new Map([[code, { text: enough, source: 'Source 01', speaker: 'P' }]]));
  });
});
