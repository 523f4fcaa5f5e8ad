import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCodings, recodeCodings } from '#electron/project/codings.ts';
import { createProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { updateRecord } from '#electron/project/records.ts';
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

test('of two codings that become the same, the one that stays takes over the marks', () => {
  const source = addSource(project, { name: 'P01', turns: [['P01', 'The bus was late.']] });
  const [travel, bus] = [
    addCode(project, { name: 'Travel', position: 0 }),
    addCode(project, { name: 'Bus', position: 1 }),
  ];
  const stays = addCoding(project, { source, code: travel, quote: 'The bus' });
  const goes = addCoding(project, { source, code: bus, quote: 'The bus' });
  project.edit((label) => {
    label('Mark and recode');
    updateRecord(project.store, 'coding', { id: goes, important: 1, level: 'latent' });
    recodeCodings(project.store, [goes], travel);
  });
  expect(listCodings(project.store, source)).toMatchObject([
    { id: stays, codeId: travel, important: 1, level: 'latent' },
  ]);
});
