import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { listUncoded } from '#electron/project/theme-uncoded.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { addCode, addCoding, addSource } from './study.ts';

let folder: TempFolder;
let project: Project;
let code: string;
let source: string;
beforeEach(async () => {
  folder = await tempFolder();
  project = createProject(join(folder.path, 'Study.understory'), 'Study', 'Ruth');
  code = addCode(project, { name: 'Doubt', position: 0 });
  const far = 'Far away from everything that matters. '.repeat(60);
  source = addSource(project, {
    name: 'Note',
    turns: [['Ann', `${far}Just before it stands this. They doubted me. ${far}`]],
  });
  addCoding(project, { code, source, quote: 'They doubted me.' });
});
afterEach(async () => {
  project.close();
  await folder.remove();
});

const sides = () =>
  listUncoded(project.store, [code]).map(({ side, text, turn }) => ({ side, text, turn }));

test('of a very long turn only what is near the extract is told, from word to word', () => {
  const [before, after, ...others] = sides();
  expect(others).toEqual([]);
  expect(before).toMatchObject({ side: 'before', turn: 1 });
  expect(before?.text).toMatch(/^[a-z]+ .* Just before it stands this\.$/iu);
  expect(after?.side).toBe('after');
  for (const words of [before?.text ?? '', after?.text ?? '']) {
    expect(words.length).toBeGreaterThan(500);
    expect(words.length).toBeLessThanOrEqual(600);
    expect('Far away from everything that matters. Just before it stands this.').toContain(
      words.split(' ').at(-1) ?? '?',
    );
  }
});

test('a source without turns is looked through beside its extracts', () => {
  project.edit((label) => {
    label('Test');
    project.store.run('DELETE FROM turn WHERE sourceId = ?', source);
  });
  expect(sides()).toMatchObject([
    { side: 'before', turn: null },
    { side: 'after', turn: null },
  ]);
});
