import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProject } from '#electron/project/open.ts';
import { updateRecord } from '#electron/project/records.ts';
import type { Input } from '#shared/contract/index.ts';
import type { Found } from '#shared/contract/search.ts';
import { richTextFrom } from '#shared/text/rich-text.ts';
import { indexable } from '#shared/text/search-tokens.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { addCode, addSource, addTheme } from '#tests/project/study.ts';

let app: TestEngine;
let files = 0;

beforeEach(async () => {
  app = await startTestEngine();
});
afterEach(() => app.close());

type Turn = readonly [label: string, words: string, role?: 'participant' | 'interviewer' | 'other'];

/** Makes a project of sources with these turns, and what else is wanted, and opens it. */
const study = async (
  sources: Readonly<Record<string, readonly Turn[]>>,
  more: (project: ReturnType<typeof createProject>) => void = () => undefined,
): Promise<void> => {
  const path = join(app.folder, `study-${(files += 1)}.understory`);
  const project = createProject(path, 'Study', 'Ruth');
  for (const [name, turns] of Object.entries(sources)) addSource(project, { name, turns });
  more(project);
  project.close();
  await app.worth('project.open', { file: await app.engine.offer(path) });
};

const find = async (
  query: string,
  asked: Partial<Input<'search.find'>> = {},
): Promise<readonly Found[]> =>
  (await app.worth('search.find', { query, complete: true, ...asked })).found;

const words = (found: readonly Found[]): readonly string[] =>
  found.flatMap(({ hits }) => hits.map((hit) => hit.words));

describe('words are found', () => {
  test.each([
    ['worry', ['worry', 'Worries', 'worried', 'worrying']],
    ['worrying ', ['worry', 'Worries', 'worried', 'worrying']],
    // Unfinished, it is no stem of anything yet.
    ['worryi', ['worry', 'Worries', 'worried', 'worrying']],
    ['wor', ['worry', 'work', 'Worries', 'worried', 'worrying']],
    ['"my head"', ['my head']],
    ['head OR work', ['work', 'head']],
    ['worry -work ', ['Worries', 'worried', 'worrying']],
    ['cafe ', ['café', 'cafe\u0301']],
    ['CAFÉ ', ['café', 'cafe\u0301']],
    ['nothing', []],
  ])('by %s', async (query, expected) => {
    await study({
      A: [
        ['P', 'I worry at work'],
        ['P', 'Worries in my head, and I was worried'],
        ['P', 'a worrying café or cafe\u0301'],
      ],
    });
    expect(words(await find(query))).toEqual(expected);
  });

  test('as they stand where forms are not wanted, and whole where the beginning is not', async () => {
    await study({ A: [['P', 'worry worries worrying']] });
    expect(words(await find('worry', { stems: false }))).toEqual(['worry', 'worrying']);
    expect(words(await find('worry', { stems: false, whole: true }))).toEqual(['worry']);
  });

  test('at their exact place, whatever is around them', async () => {
    await study({
      A: [
        ['P', '👩‍👩‍👧 It hurts 😊 a lot'],
        ['م', 'قال لي الطَّبِيبُ إن الألم شديد'],
        ['患者', '仕事が辛いです。P03さんの話'],
        ['P', 'Sa\u0301ngre y dolor\u0301'],
        ['한', '아버지께서 일하신다'],
        ['P', 'soft\u00ADened words'],
      ],
    });
    const { id } = (await app.worth('sources.list', {}))[0] ?? { id: '' };
    const { text } = await app.worth('sources.get', { id });
    const places = async (query: string): Promise<readonly string[]> =>
      (await find(query, { stems: false })).flatMap(({ hits }) =>
        hits.map(({ start, end }) => text.slice(start, end)),
      );
    expect(await places('hurts')).toEqual(['hurts']);
    expect(await places('lot')).toEqual(['lot']);
    expect(await places('الطبيب')).toEqual(['الطَّبِيبُ']);
    expect(await places('الطَّبِيبُ')).toEqual(['الطَّبِيبُ']);
    expect(await places('辛い')).toEqual(['辛い']);
    expect(await places('が辛いで')).toEqual(['が辛いで']);
    expect(await places('P03')).toEqual(['P03']);
    expect(await places('さんの話')).toEqual(['さんの話']);
    expect(await places('버지')).toEqual(['버지']);
    expect(await places('sangre')).toEqual(['Sa\u0301ngre']);
    expect(await places('dolor ')).toEqual(['dolor\u0301']);
    expect(await places('softened')).toEqual(['soft\u00ADened']);
    expect(await places('仕辛')).toEqual([]);
  });

  test('where the tokenizer of SQLite itself says that they are', async () => {
    const raw = new Database(':memory:');
    raw.exec(`CREATE VIRTUAL TABLE stem USING fts5(words, tokenize='porter unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE word USING fts5(words, tokenize='unicode61 remove_diacritics 2');`);
    const unit = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ' ',
          'worry',
          'worries',
          'Care',
          "n't",
          '-',
          ' I ',
          'é',
          'ß',
          'Ω',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }) },
    );
    const texts = fc.sample(
      fc
        .array(unit, { minLength: 1, maxLength: 12 })
        .map((list) => list.join('').replace(/[\n\r\0]/gu, ' ')),
      { numRuns: 300, seed: 7 },
    );
    await study({ A: texts.map((said) => ['P', said.toWellFormed()]) });
    const { id } = (await app.worth('sources.list', {}))[0] ?? { id: '' };
    const { text, turns } = await app.worth('sources.get', { id });
    for (const query of ['worry', 'care', 'n', 't', 'i', 'e', 'ss', 'ω', 'worr'])
      for (const stems of [true, false]) {
        const table = stems ? 'stem' : 'word';
        const found = await find(query, { stems, limit: 1000 });
        for (const [at, turn] of turns.entries()) {
          const said = text.slice(turn.speechStart, turn.end);
          raw.prepare(`DELETE FROM ${table}`).run();
          raw.prepare(`INSERT INTO ${table} VALUES (?)`).run(indexable(said));
          const marked = raw
            .prepare(
              `SELECT highlight(${table}, 0, char(2), char(3)) AS h FROM ${table} WHERE ${table} MATCH ?`,
            )
            .get(`"${query}"*`) as { h: string } | undefined;
          const expected = [...(marked?.h ?? '').matchAll(/\u0002([^\u0003]*)\u0003/gu)].map(
            ([, hit = '']) => hit,
          );
          const ours = found
            .filter((entry) => entry.kind === 'transcript' && entry.turn === at + 1)
            .flatMap(({ hits }) =>
              hits.map(({ start, end }) => indexable(text.slice(start, end)).trim()),
            );
          expect(ours, `${query} in ${said}`).toEqual(expected);
        }
      }
    raw.close();
  });

  test('in memos, codes and themes, with what they are on', async () => {
    await study({ A: [['P', 'Nothing here']] }, (project) => {
      const code = addCode(project, { name: 'Fear of movement', position: 0 });
      const theme = addTheme(project, { name: 'Words', codes: [] });
      project.edit((label) => {
        label('Test');
        updateRecord(project.store, 'code', { id: code, inclusion: 'Afraid to bend' });
        updateRecord(project.store, 'theme', {
          id: theme,
          narrative: richTextFrom(['They are afraid.']),
        });
      });
    });
    const [code] = await app.worth('codes.list', {});
    const memo = await app.worth('memos.create', {
      targetKind: 'code',
      targetId: code?.id ?? null,
      title: 'On fear',
      body: richTextFrom(['Who is afraid of what?']),
    });
    expect(await find('afraid')).toMatchObject([
      { kind: 'memo', id: memo.id, name: 'On fear', target: { kind: 'code', id: code?.id } },
      { kind: 'code', name: 'Fear of movement', hits: [{ words: 'Afraid', right: ' to bend' }] },
      { kind: 'theme', name: 'Words' },
    ]);
    expect(await find('afraid', { kinds: ['code'] })).toHaveLength(1);
    expect(await app.worth('search.count', { query: 'afraid' })).toEqual({
      kinds: { transcript: 0, memo: 1, code: 1, theme: 1 },
      sources: [],
      more: false,
    });
    await app.worth('memos.delete', { id: memo.id });
    expect(await find('afraid')).toHaveLength(2);
    await app.worth('history.undo', {});
    expect(await find('afraid')).toHaveLength(3);
  });

  test('a page at a time, each text once and in order', async () => {
    const turns = Array.from({ length: 120 }, (_, at): Turn => ['P', `pain number ${at}`]);
    await study({ A: turns.slice(0, 70), B: turns.slice(70) });
    const all = await find('pain', { limit: 1000 });
    expect(all).toHaveLength(120);
    const paged: Found[] = [];
    let after = 0;
    for (;;) {
      const page = await app.worth('search.find', { query: 'pain', after, limit: 7 });
      paged.push(...page.found);
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged).toEqual(all);
    const count = await app.worth('search.count', { query: 'pain' });
    expect(count.sources.map(({ turns: n }) => n)).toEqual([70, 50]);
  });

  test('only where the scope lets them', async () => {
    await study({
      A: [
        ['Int', 'Any pain?', 'interviewer'],
        ['P01', 'Much pain'],
      ],
      B: [['P02', 'No pain']],
    });
    const [group] = await app.worth('groups.list', {});
    const sources = await app.worth('sources.list', {});
    const [a, b] = sources;
    await app.worth('sources.update', {
      ids: [b?.id ?? ''],
      changes: { groupId: group?.id ?? null },
    });
    const said = async (scope: Input<'search.find'>['scope']) =>
      (await find('pain', { scope })).map((found) => found.kind === 'transcript' && found.speaker);
    expect(await said({})).toEqual(['Int', 'P01', 'P02']);
    expect(await said({ groupIds: [group?.id ?? ''] })).toEqual(['P02']);
    expect(await said({ sourceIds: [a?.id ?? ''] })).toEqual(['Int', 'P01']);
    expect(await said({ speakerRoles: ['participant'] })).toEqual(['P01', 'P02']);
    expect(await said({ speakerLabels: ['Int', 'P02'] })).toEqual(['Int', 'P02']);
    expect(await said({ timePointIds: [a?.id ?? ''] })).toEqual([]);
    const person = await app.worth('cases.create', {
      pseudonym: 'Marian',
      groupId: null,
      note: '',
    });
    await app.worth('sources.update', { ids: [a?.id ?? ''], changes: { caseId: person.id } });
    expect(await said({ caseIds: [person.id] })).toEqual(['Int', 'P01']);
    const { speakers } = await app.worth('sources.get', { id: a?.id ?? '' });
    const other = await app.worth('cases.create', { pseudonym: 'Other', groupId: null, note: '' });
    await app.worth('speakers.update', { id: speakers[0]?.id ?? '', caseId: other.id });
    expect(await said({ caseIds: [person.id] })).toEqual(['P01']);
  });

  test('and where none is, the words spelt most like it are named', async () => {
    await study({ A: [['P', 'photographs photograph physio phone']] });
    await find('x');
    expect(await app.worth('search.nearest', { word: 'Photogrpahs' })).toEqual([
      'photographs',
      'photograph',
    ]);
    expect(await app.worth('search.nearest', { word: '…' })).toEqual([]);
  });
});

describe('a regular expression', () => {
  test('finds what it matches in each text, and says when it is none', async () => {
    await study(
      {
        A: [
          ['P', 'It hurts 😊\na lot'],
          ['P', 'Hurt 12 times'],
        ],
      },
      (project) => {
        addTheme(project, { name: 'hurting', codes: [] });
      },
    );
    expect(words(await find('\\bhurt\\w*', { how: 'regex' }))).toEqual([
      'hurts',
      'Hurt',
      'hurting',
    ]);
    expect(words(await find('\\p{Emoji_Presentation}', { how: 'regex' }))).toEqual(['😊']);
    expect(words(await find('^a', { how: 'regex' }))).toEqual(['a']);
    expect(words(await find('x*', { how: 'regex' }))).toEqual([]);
    const { sourceId, start, end } = await app.worth('sources.list', {}).then(async ([source]) => {
      const [first] = await find('\\d+', { how: 'regex' });
      const hit = first?.hits[0];
      return { sourceId: source?.id ?? '', start: hit?.start, end: hit?.end };
    });
    const { text } = await app.worth('sources.get', { id: sourceId });
    expect(text.slice(start, end)).toBe('12');
    expect(await app.engine.call('search.find', { query: '(', how: 'regex' })).toMatchObject({
      ok: false,
      error: {
        code: 'bad-input',
        message: expect.stringContaining('not a regular expression') as string,
      },
    });
  });

  test('that would run long is stopped, blocks nothing, and the next one is found', {
    timeout: 60_000,
  }, async () => {
    await study({ A: [['P', `${'a'.repeat(5000)}!`]] });
    await find('a');
    const endless = app.engine.call('search.find', { query: '(a+)+$', how: 'regex' });
    const started = performance.now();
    expect(await app.engine.call('sources.list', {})).toMatchObject({ ok: true });
    expect(performance.now() - started).toBeLessThan(500);
    expect(await endless).toMatchObject({ ok: false, error: { code: 'too-slow' } });
    expect(words(await find('a!', { how: 'regex' }))).toEqual(['a!']);
  });

  test('is looked for in many texts a page at a time', async () => {
    const turns = Array.from(
      { length: 900 },
      (_, at): Turn => ['P', at % 300 === 299 ? 'here it is' : 'no'],
    );
    await study({ A: turns });
    const first = await app.worth('search.find', {
      query: 'h.re',
      how: 'regex',
      limit: 2,
      complete: true,
    });
    expect(first.found.map((found) => found.kind === 'transcript' && found.turn)).toEqual([
      300, 600,
    ]);
    const next = await app.worth('search.find', {
      query: 'h.re',
      how: 'regex',
      limit: 2,
      after: first.next ?? 0,
    });
    expect(next.found.map((found) => found.kind === 'transcript' && found.turn)).toEqual([900]);
    expect(next.next).toBeNull();
  });
});

test('opening a project makes nobody wait for the index: what there is is found, the rest follows', async () => {
  const turns = Array.from(
    { length: 4000 },
    (_, at): Turn => ['P', `needle ${'of hay '.repeat(40)}${at}`],
  );
  await study({ A: turns });
  const first = await app.worth('search.find', { query: 'needle', limit: 1000 });
  expect(first.pending).toBeGreaterThan(0);
  // Nothing is asked for: the index follows in idle time by itself.
  await expect
    .poll(async () => (await app.worth('search.find', { query: 'needle' })).pending, {
      timeout: 20_000,
      interval: 900,
    })
    .toBe(0);
  expect((await app.worth('search.count', { query: 'needle' })).kinds.transcript).toBe(4000);
});
