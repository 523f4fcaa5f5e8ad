import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkProject } from '#electron/project/check.ts';
import { createProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { getRecord, updateRecord } from '#electron/project/records.ts';
import { editText, getText } from '#electron/project/texts.ts';
import { Failure } from '#shared/contract/errors.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { addCode, addCoding, addSource } from './study.ts';

/* Undo of old steps in sources whose words were edited. */

let folder: TempFolder;
let project: Project;
let source: string;
let code: string;

beforeEach(async () => {
  folder = await tempFolder();
  project = createProject(join(folder.path, 'Study.understory'), 'Study', 'Ruth');
  source = addSource(project, {
    name: 'P01',
    turns: [['P01', 'The bus was late and I was cold.']],
  });
  code = addCode(project, { name: 'Travel', position: 0 });
});
afterEach(async () => {
  project.close();
  await folder.remove();
});

const lastSet = (): string =>
  project.store.get<{ id: string }>('SELECT id FROM change_set ORDER BY seq DESC LIMIT 1')?.id ??
  '';

/** Puts other words of the same length in the place of these, as a correction does. */
const correct = (words: string, by: string): string => {
  const start = getText(project.store, source).indexOf(words);
  project.edit((label) => {
    label('Correct P01');
    editText(project.store, source, [{ start, end: start + words.length, text: by }]);
  });
  return lastSet();
};

const refusal = (id: string): string => {
  try {
    project.undoSet(id);
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'depends') return thrown.message;
    throw thrown;
  }
  throw new Error('It was undone');
};

test('a correction is undone though other sources were worked on since', () => {
  const corrected = correct('late', 'slow');
  const other = addSource(project, { name: 'P02', turns: [['P02', 'I walked.']] });
  addCoding(project, { source: other, code, quote: 'walked' });
  project.undoSet(corrected);
  expect(getText(project.store, source)).toContain('The bus was late');
  expect(checkProject(project).problems).toEqual([]);
  project.undo();
  expect(getText(project.store, source)).toContain('The bus was slow');
});

test('a correction is left where the text was corrected again', () => {
  const first = correct('late', 'slow');
  correct('cold', 'warm');
  addCode(project, { name: 'Weather', position: 1 });
  expect(refusal(first)).toMatch(
    /^Since then the text of ‘P01’ was edited on .* by Ruth\. Undo that/u,
  );
});

test('a correction is left where the text was coded since', () => {
  const corrected = correct('late', 'slow');
  addCoding(project, { source, code, quote: 'The bus was slow' });
  expect(refusal(corrected)).toContain('1 coding was made or moved in the text');
});

test('a removed coding does not return to a text that was corrected since', () => {
  const coding = addCoding(project, { source, code, quote: 'The bus was late' });
  project.edit((label) => {
    label('Remove');
    project.store.run('DELETE FROM coding WHERE id = ?', coding);
  });
  const removed = lastSet();
  correct('late', 'slow');
  expect(refusal(removed)).toContain('the text of ‘P01’ was edited');
});

test('an old extent does not return to a text that was corrected since', () => {
  const coding = addCoding(project, { source, code, quote: 'The bus was late' });
  const { start } = getRecord(project.store, 'coding', coding);
  project.edit((label) => {
    label('Resize');
    updateRecord(project.store, 'coding', { id: coding, end: start + 3 });
  });
  const resized = lastSet();
  correct('cold', 'warm');
  expect(refusal(resized)).toContain('the text of ‘P01’ was edited');
});
