import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

/** One interview at the first time point, with a code in a subtheme of a theme, applied twice. */
const study = async () => {
  const [group] = await app.worth('groups.list', {});
  const [timePoint] = await app.worth('timePoints.list', {});
  const path = join(app.folder, 'Ann.txt');
  writeFileSync(path, 'INT: How are you?\nAnn: Tired, mostly.\nINT: And?\nAnn: Not believed.\n');
  const { files } = await app.worth('imports.run', {
    files: [
      {
        token: await app.engine.offer(path),
        casePseudonym: 'Ann',
        groupId: group?.id ?? null,
        timePointId: timePoint?.id ?? null,
      },
    ],
  });
  const sourceId = files[0]?.sourceId ?? '';
  const { id: codeId } = await app.worth('codes.create', { name: 'Being believed' });
  const theme = await app.worth('themes.create', { name: 'Credibility' });
  const subtheme = await app.worth('themes.create', { name: 'At work', parentId: theme.id });
  await app.worth('themes.addCode', { themeId: subtheme.id, codeId });
  const { text } = await app.worth('sources.get', { id: sourceId });
  const at = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const tired = await app.worth('codings.create', { sourceId, codeId, ...at('Tired, mostly') });
  const believed = await app.worth('codings.create', { sourceId, codeId, ...at('Not believed') });
  return { theme, tired, believed, group, timePoint };
};

test('the extracts of a theme are those of its subthemes too, with who said them and when', async () => {
  const { theme, tired, believed, group, timePoint } = await study();
  const { total, extracts } = await app.worth('extracts.list', { themeId: theme.id });
  expect(total).toBe(2);
  expect(extracts).toMatchObject([
    {
      id: tired.id,
      text: 'Tired, mostly',
      pseudonym: 'Ann',
      group: group?.name,
      timePoint: timePoint?.name,
      turn: 2,
      fit: null,
      note: '',
    },
    { id: believed.id, text: 'Not believed', turn: 4 },
  ]);
  const second = await app.worth('extracts.list', { themeId: theme.id, offset: 1, limit: 1 });
  expect(second).toEqual({ total: 2, extracts: [extracts[1]] });
});

test('how an extract fits is said, said otherwise, taken back, and undone', async () => {
  const { theme, tired } = await study();
  const mark = { themeId: theme.id, codingId: tired.id };
  const fitOf = async () => {
    const { extracts } = await app.worth('extracts.list', { themeId: theme.id });
    return extracts.find(({ id }) => id === tired.id);
  };
  await app.worth('extracts.mark', { ...mark, fit: 'fits badly', note: 'Is it about belief?' });
  expect(await fitOf()).toMatchObject({ fit: 'fits badly', note: 'Is it about belief?' });
  await app.worth('extracts.mark', { ...mark, fit: 'contrary' });
  expect(await fitOf()).toMatchObject({ fit: 'contrary', note: '' });
  await app.worth('extracts.mark', { ...mark, fit: null });
  expect(await fitOf()).toMatchObject({ fit: null });
  await app.worth('history.undo', {});
  expect(await fitOf()).toMatchObject({ fit: 'contrary' });
});

test('what was said of an extract goes with its coding or theme, and comes back with them', async () => {
  const { theme, tired, believed } = await study();
  for (const { id } of [tired, believed])
    await app.worth('extracts.mark', { themeId: theme.id, codingId: id, fit: 'telling' });
  const fitsNow = async () =>
    (await app.worth('extracts.list', { themeId: theme.id })).extracts.map(({ fit }) => fit);
  await app.worth('codings.delete', { ids: [tired.id] });
  expect(await fitsNow()).toEqual(['telling']);
  await app.worth('history.undo', {});
  expect(await fitsNow()).toEqual(['telling', 'telling']);
  await app.worth('themes.delete', { id: theme.id });
  await app.worth('history.undo', {});
  expect(await fitsNow()).toEqual(['telling', 'telling']);
  expect((await app.worth('project.check', {})).problems).toEqual([]);
});

test('codings are had as quotes in the order asked, without those that are gone', async () => {
  const { tired, believed } = await study();
  await app.worth('codings.delete', { ids: [tired.id] });
  const quotes = await app.worth('extracts.get', { codingIds: [believed.id, tired.id] });
  expect(quotes.map(({ text }) => text)).toEqual(['Not believed']);
});
