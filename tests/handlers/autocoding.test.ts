import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProject } from '#electron/project/open.ts';
import type { Proposal } from '#shared/contract/autocoding.ts';
import type { Input } from '#shared/contract/index.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { addSource } from '#tests/project/study.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
});
afterEach(() => app.close());

type Turns = Parameters<typeof addSource>[1]['turns'];

const study = async (sources: Readonly<Record<string, Turns>>): Promise<void> => {
  const path = join(app.folder, 'study.understory');
  const project = createProject(path, 'Study', 'Ruth');
  for (const [name, turns] of Object.entries(sources)) addSource(project, { name, turns });
  project.close();
  await app.worth('project.open', { file: await app.engine.offer(path) });
};

const propose = async (
  way: Input<'autocoding.propose'>['way'],
  more: Partial<Input<'autocoding.propose'>> = {},
): Promise<readonly Proposal[]> => {
  const all: Proposal[] = [];
  let after = 0;
  for (;;) {
    const page = await app.worth('autocoding.propose', { way, limit: 2, ...more, after });
    all.push(...page.proposals);
    if (page.next === null) return all;
    after = page.next;
  }
};

const textOf = async ({ sourceId, start, end }: Proposal): Promise<string> =>
  (await app.worth('sources.get', { id: sourceId })).text.slice(start, end);
const texts = (proposals: readonly Proposal[]): Promise<readonly string[]> =>
  Promise.all(proposals.map(textOf));

const interviews: Readonly<Record<string, Turns>> = {
  A: [
    ['Title', 'Interview about work', 'other'],
    ['Int', 'Thanks. How did the pain begin?', 'interviewer'],
    ['P01', 'At work. I bent down. '],
    ['Int', 'Mm-hm.', 'interviewer'],
    ['P01', 'And it hurt at once.'],
    ['Int', 'What do you do for exercise?', 'interviewer'],
    ['P01', 'Nothing. It hurts too much.'],
    ['Int', 'Is there anything else?', 'interviewer'],
    ['P01', 'No.'],
  ],
  B: [
    ['Int', 'So how did your pain begin, Lee?', 'interviewer'],
    ['Lee', 'In the bath.'],
  ],
};

describe('what is proposed', () => {
  test('by search is the hit, its sentence or its turn, each once', async () => {
    await study({
      A: [
        ['P', 'It hurts. Dr. Bone said it hurts, and hurts more! Yes.'],
        ['Q', 'No.'],
      ],
    });
    const by = async (extent: 'hit' | 'sentence' | 'turn') =>
      texts(await propose({ by: 'search', query: 'hurt', extent }));
    expect(await by('hit')).toEqual(['hurts', 'hurts', 'hurts']);
    expect(await by('sentence')).toEqual(['It hurts.', 'Dr. Bone said it hurts, and hurts more!']);
    expect(await by('turn')).toEqual(['It hurts. Dr. Bone said it hurts, and hurts more! Yes.']);
    expect(
      await texts(await propose({ by: 'search', how: 'regex', query: 'N.\\.', extent: 'hit' })),
    ).toEqual(['No.']);
  });

  test('by speaker is every turn of theirs in the scope, with which of them it is', async () => {
    await study(interviews);
    const all = await propose({ by: 'speaker', labels: ['Lee', 'P01'] });
    expect(await texts(all)).toEqual([
      'At work. I bent down.',
      'And it hurt at once.',
      'Nothing. It hurts too much.',
      'No.',
      'In the bath.',
    ]);
    expect(all.map(({ of }) => of)).toEqual([1, 1, 1, 1, 0]);
    const [, b] = await app.worth('sources.list', {});
    const some = await propose(
      { by: 'speaker', labels: ['Lee', 'P01'] },
      { scope: { sourceIds: [b?.id ?? ''] } },
    );
    expect(await texts(some)).toEqual(['In the bath.']);
  });

  test('by question is all that is said until the next question', async () => {
    await study(interviews);
    const way = {
      by: 'question',
      prompts: ['How did the pain begin?', 'What exercise do you do?'],
    } as const;
    const all = await propose(way);
    expect(all.map(({ of, turn }) => [of, turn])).toEqual([
      [0, 3],
      [1, 7],
      [0, 2],
    ]);
    const [first, second, third] = await texts(all);
    expect(first).toMatch(/^At work\. I bent down\. \nInt: Mm-hm\.\nP01: And it hurt at once\.$/u);
    expect(second).toBe('Nothing. It hurts too much.');
    expect(third).toBe('In the bath.');
    expect(all[2]?.question).toEqual({
      words: 'So how did your pain begin, Lee?',
      likeness: expect.any(Number) as number,
    });
    expect(await propose({ ...way, prompts: ['Where do you live?'] })).toEqual([]);
    expect(await propose({ ...way, likeness: 1 })).toHaveLength(2);
  });

  test('says who speaks, and which questions are asked in several sources', async () => {
    await study({
      A: interviews['A'] ?? [],
      B: [
        ['Int', 'How did the pain begin?', 'interviewer'],
        ['P', 'Slowly.'],
      ],
    });
    expect(await app.worth('autocoding.questions', {})).toEqual([
      { words: 'How did the pain begin?', sources: 2 },
    ]);
    expect(
      (await app.worth('autocoding.speakers', {})).find(({ label }) => label === 'Int'),
    ).toEqual({
      label: 'Int',
      roles: ['interviewer'],
      sources: 2,
      turns: 5,
    });
  });
});

describe('what was kept', () => {
  const edit = (proposals: readonly Proposal[], codes: Input<'codings.createMany'>['codes']) => ({
    codes,
    codings: proposals.map(({ sourceId, start, end, of }) => ({ sourceId, start, end, code: of })),
  });

  test('is coded as one step, codes that are new with it, and undone as one', async () => {
    await study(interviews);
    const proposals = await propose({ by: 'speaker', labels: ['Lee', 'P01'] });
    const known = await app.worth('codes.create', { name: 'Known' });
    const done = await app.worth('codings.createMany', {
      ...edit(proposals, [{ name: 'New  one' }, { codeId: known.id }]),
      what: 'turns of Lee and P01',
    });
    expect(done).toMatchObject({
      added: 5,
      there: 0,
      codes: [{ name: 'New one' }, { name: 'Known' }],
    });
    const state = await app.worth('project.state', {});
    expect(state.undo).toBe(`Code 5 turns of Lee and P01 with 'New one', 'Known'`);
    const again = await propose({ by: 'speaker', labels: ['Lee', 'P01'] });
    expect(again.map(({ codeIds }) => codeIds)).toEqual([
      ...Array.from({ length: 4 }, () => [known.id]),
      [done.codes[0]?.id],
    ]);
    expect(
      await app.worth(
        'codings.createMany',
        edit(proposals, [{ name: 'New one' }, { codeId: known.id }]),
      ),
    ).toMatchObject({ added: 0, there: 5 });
    expect((await app.worth('project.state', {})).undo).toBe(state.undo);
    await app.worth('history.undo', {});
    expect((await app.worth('codes.list', {})).map(({ name }) => name)).toEqual(['Known']);
    expect(
      (await propose({ by: 'speaker', labels: ['Lee'] })).map(({ codeIds }) => codeIds),
    ).toEqual([[]]);
  });

  test('is refused whole where one does not fit', async () => {
    await study(interviews);
    const [proposal] = await propose({ by: 'speaker', labels: ['Lee'] });
    if (proposal === undefined) throw new Error('Lee says something');
    const beyond = { sourceId: proposal.sourceId, start: 0, end: 1_000_000, code: 0 };
    const good = { sourceId: proposal.sourceId, start: proposal.start, end: proposal.end, code: 0 };
    for (const bad of [beyond, { ...good, code: 7 }])
      expect(
        await app.engine.call('codings.createMany', {
          codes: [{ name: 'X' }],
          codings: [good, bad],
        }),
      ).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(await app.worth('codes.list', {})).toEqual([]);
  });

  test('can be twenty thousand passages', { timeout: 120_000 }, async () => {
    const turns = Array.from({ length: 2000 }, () => ['P', 'pain '.repeat(10)] as const);
    await study({ A: turns });
    const proposals = await propose(
      { by: 'search', query: 'pain', extent: 'hit' },
      { limit: 1000 },
    );
    expect(proposals).toHaveLength(20_000);
    const done = await app.worth('codings.createMany', edit(proposals, [{ name: 'Pain' }]));
    expect(done.added).toBe(20_000);
    await app.worth('history.undo', {});
    expect(await app.worth('codes.use', {})).toEqual([]);
  });
});
