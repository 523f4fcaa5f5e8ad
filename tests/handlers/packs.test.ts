import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { packContentsSchema } from '#shared/model/review-pack.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

type Draft = Input<'packs.create'>['contents'];

/** A study of one GP, with a theme and a quote in it. */
const study = async (): Promise<{ readonly draft: Draft; readonly themeId: string }> => {
  const gp = (await app.worth('groups.list', {})).find(({ name }) => name === 'GP');
  const path = join(app.folder, 'talk.txt');
  writeFileSync(path, 'INT: How are you?\nDr Patel: Tired, mostly.\nINT: And?\nDr Patel: No.\n');
  const { files } = await app.worth('imports.run', {
    files: [
      {
        token: await app.engine.offer(path),
        groupId: gp?.id ?? null,
        speakers: [{ label: 'Dr Patel', casePseudonym: 'Doctor A' }],
      },
    ],
  });
  const sourceId = files[0]?.sourceId ?? '';
  const { id: codeId } = await app.worth('codes.create', {
    name: 'Tiredness',
    definition: 'Exhaustiveness of talk, and being tired.',
  });
  const { id: themeId } = await app.worth('themes.create', { name: 'Being tired' });
  await app.worth('themes.addCode', { themeId, codeId });
  const { text } = await app.worth('sources.get', { id: sourceId });
  const start = text.indexOf('Tired, mostly');
  const coding = await app.worth('codings.create', { sourceId, codeId, start, end: start + 13 });
  return {
    themeId,
    draft: {
      title: 'What we heard',
      welcome: 'Thank you for reading this.',
      returnTo: 'study@example.ac.uk',
      themes: [
        {
          themeId,
          name: 'Being tired',
          summary: 'Some people are tired most of the time.',
          quotes: [{ codingId: coding.id, text: 'Tired, mostly', who: 'Doctor A', checked: true }],
        },
      ],
    },
  };
};

const withQuote = (draft: Draft, change: Partial<Draft['themes'][number]['quotes'][number]>) => ({
  ...draft,
  themes: draft.themes.map((theme) => ({
    ...theme,
    quotes: theme.quotes.map((quote) => ({ ...quote, ...change })),
  })),
});

test('a pack is kept as it was given, listed, undone and brought back', async () => {
  const { draft } = await study();
  const pack = await app.worth('packs.create', { name: 'First', contents: draft });
  expect(packContentsSchema.parse(JSON.parse(pack.contents)).themes[0]?.quotes[0]).toEqual({
    codingId: draft.themes[0]?.quotes[0]?.codingId,
    text: 'Tired, mostly',
    who: 'Doctor A',
  });
  const [row] = await app.worth('packs.list', {});
  expect(row).toMatchObject({ id: pack.id, name: 'First', themes: 1, quotes: 1, replies: 0 });
  await app.worth('history.undo', {});
  expect(await app.worth('packs.list', {})).toEqual([]);
  await app.worth('history.redo', {});
  expect(await app.worth('packs.get', { id: pack.id })).toEqual(pack);
  await app.worth('packs.delete', { id: pack.id });
  expect(await app.worth('packs.list', {})).toEqual([]);
  await app.worth('history.undo', {});
  expect(await app.worth('packs.list', {})).toHaveLength(1);
  expect((await app.worth('project.check', {})).problems).toEqual([]);
});

test('leaks are answered or edited away before a pack is made', async () => {
  const { draft } = await study();
  const contents = withQuote(draft, { text: 'Ann said: ring 07700 900123', who: 'Dr Patel, GP' });
  const names = ['Ann Beck'];
  const { leaks } = await app.worth('packs.check', { contents, names });
  expect(leaks.map(({ kind, words, field }) => [kind, words, field])).toEqual([
    ['name', 'Ann', 'quote'],
    ['phone number', '07700 900123', 'quote'],
    ['label', 'Dr Patel', 'who'],
    ['small group', 'GP', 'who'],
  ]);
  const create = (notIdentifying: readonly string[]) =>
    app.worth('packs.create', { name: 'First', contents, names, notIdentifying });
  await expect(create([])).rejects.toThrow('4 findings of the leak check are not answered');
  await expect(create(leaks.slice(1).map(({ id }) => id))).rejects.toThrow('1 finding of');
  expect(await app.worth('packs.list', {})).toEqual([]);
  await create(leaks.map(({ id }) => id));
  const [last] = await app.worth('history.list', {});
  expect(last?.label).toBe("Make review pack 'First', with 4 findings said to identify nobody");
  // Answers are to the words as they were: other words are looked at again.
  await expect(
    app.worth('packs.create', {
      name: 'Second',
      contents: withQuote(contents, { text: 'Beck said so' }),
      names,
      notIdentifying: leaks.map(({ id }) => id),
    }),
  ).rejects.toThrow('1 finding of');
  // The names that were looked for are nowhere in the project file.
  await app.worth('project.close', {});
  expect(readFileSync(join(app.folder, 'Study.understory')).includes('Ann Beck')).toBe(false);
});

test.each([
  ['no theme', (draft: Draft) => ({ ...draft, themes: [] }), 'Choose at least one theme'],
  [
    'no summary',
    (draft: Draft) => ({ ...draft, themes: draft.themes.map((t) => ({ ...t, summary: ' ' })) }),
    'Write a plain-language summary',
  ],
  [
    'no quote',
    (draft: Draft) => ({ ...draft, themes: draft.themes.map((t) => ({ ...t, quotes: [] })) }),
    'Choose at least one quote',
  ],
  ['an unread quote', (draft: Draft) => withQuote(draft, { checked: false }), 'not checked yet'],
])('a pack with %s is not made', async (_, change, message) => {
  const { draft } = await study();
  await expect(
    app.worth('packs.create', { name: 'First', contents: change(draft) }),
  ).rejects.toThrow(message);
});

test('reading age, sentences and words to look at are found in the summaries', async () => {
  const { draft, themeId } = await study();
  // The index is brought up to date by a search.
  await app.worth('search.count', { query: 'tired' });
  const summary =
    'Participants experienced chronic exhaustiveness that exacerbated their perceptions of institutional illegitimacy. We were tired.';
  const plain = await app.worth('packs.check', { contents: draft });
  const { readings } = await app.worth('packs.check', {
    contents: { ...draft, themes: draft.themes.map((theme) => ({ ...theme, summary })) },
  });
  const hard = readings.find((reading) => reading.themeId === themeId);
  expect(hard?.age).toBeGreaterThan(14);
  expect(hard?.sentences.map(({ text }) => text.slice(0, 12))).toEqual(['Participants']);
  expect(hard?.jargon).toContainEqual({ words: 'chronic', plain: 'long-term' });
  const easy = plain.readings.find((reading) => reading.themeId === themeId);
  // It stands in the codebook, and nobody says it.
  expect(hard?.jargon).toContainEqual({ words: 'exhaustiveness', plain: null });
  expect(easy).toMatchObject({ age: null, words: 8, sentences: [], jargon: [] });
});

test('a pack is written as a file', async () => {
  const { draft } = await study();
  const { id: packId } = await app.worth('packs.create', { name: 'First', contents: draft });
  const path = join(app.folder, 'pack.html');
  const written = await app.worth('exports.reviewPack', {
    file: await app.engine.offer(path),
    packId,
  });
  expect(written).toMatchObject({ fileName: 'pack.html', themes: 1 });
  const page = readFileSync(path, 'utf8');
  expect(Buffer.byteLength(page)).toBe(written.bytes);
  expect(page).toContain('Tired, mostly');
  expect(page).not.toContain('Patel');
});
