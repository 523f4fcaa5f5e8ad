import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { getRecord } from '#electron/project/records.ts';
import { turnsAround } from '#electron/project/retrieval-around.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { addCode, addCoding, addSource } from './study.ts';

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

test('words before any turn come with a stretch of the text, no character cut in two', () => {
  const words = `${'😀'.repeat(450)} and then I rested ${'😀'.repeat(450)}`;
  const source = addSource(project, { name: 'P01', turns: [['Ann', words]] });
  const code = addCode(project, { name: 'Rest', position: 0 });
  const id = addCoding(project, { code, source, quote: 'rested' });
  project.edit((label) => {
    label('Test');
    project.store.run('DELETE FROM turn WHERE sourceId = ?', source);
  });
  const around = turnsAround(project.store, getRecord(project.store, 'coding', id), 1);
  expect(around).toMatchObject({ hasBefore: true, hasAfter: true });
  expect(around.turns).toMatchObject([{ number: null, speaker: null }]);
  expect(around.turns[0]?.text).toContain('and then I rested');
  expect(around.turns[0]?.text.isWellFormed()).toBe(true);
  const all = turnsAround(project.store, getRecord(project.store, 'coding', id), 10);
  expect(all).toMatchObject({ hasBefore: false, hasAfter: false });
});
