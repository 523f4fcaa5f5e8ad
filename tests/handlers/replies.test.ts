import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReplyFile } from '#shared/model/reply-file.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { makePack } from '#tests/helpers/packs.ts';
import { replyTo, savedReply } from '#tests/helpers/replies.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

/** Two themes, and a pack of them. */
const study = async () => {
  const doubt = await app.worth('themes.create', { name: 'Doubt' });
  const proof = await app.worth('themes.create', { name: 'The work of proof' });
  const pack = await makePack(app, 'First reading', [doubt, proof]);
  return { doubt, proof, pack };
};

const offer = async (name: string, contents: string | Uint8Array): Promise<string> => {
  const path = join(app.folder, name);
  writeFileSync(path, contents);
  return app.engine.offer(path);
};

const bring = async (files: Readonly<Record<string, ReplyFile | string | Uint8Array>>) => {
  const tokens = await Promise.all(
    Object.entries(files).map(async ([name, contents]) => ({
      token: await offer(
        name,
        typeof contents === 'string' || contents instanceof Uint8Array
          ? contents
          : JSON.stringify(contents),
      ),
    })),
  );
  return (await app.worth('replies.import', { files: tokens })).files;
};

const list = async (filter: object = {}) => app.worth('replies.list', filter);

test('a reply is imported: its answers stand at their themes, in the order of the pack, all open', async () => {
  const { pack, doubt } = await study();
  const jean = replyTo(pack, { reviewer: ' Jean\n' }, [
    ['this fits', ''],
    ['not quite', ' It is not work, it is <b>shame</b>. '],
    [null, 'Too many words.'],
  ]);
  const [result] = await bring({ 'jean.json': jean });
  expect(result).toMatchObject({
    file: 'jean.json',
    status: 'imported',
    reviewer: 'Jean',
    items: 3,
    warnings: [],
    error: null,
  });
  const { total, open, items } = await list();
  expect({ total, open }).toEqual({ total: 3, open: 3 });
  expect(items).toMatchObject([
    {
      themeId: doubt.id,
      themeName: 'Doubt',
      answer: 'this fits',
      comment: '',
      outcome: 'open',
      reviewer: 'Jean',
      role: 'PPI contributor',
      packName: 'First reading',
      answeredAt: '2026-11-03T10:00:00.000Z',
    },
    {
      themeName: 'The work of proof',
      answer: 'not quite',
      comment: 'It is not work, it is <b>shame</b>.',
    },
    { themeId: null, themeName: null, answer: null, comment: 'Too many words.' },
  ]);
  expect(await list({ themeId: doubt.id })).toMatchObject({ total: 1 });
  expect(await list({ offset: 1, limit: 1 })).toMatchObject({ total: 3, items: [items[1]] });
  expect((await app.worth('project.state', {})).undo).toBe("Import reply of 'Jean'");
  await app.worth('history.undo', {});
  expect(await list()).toMatchObject({ total: 0 });
});

test('the same reply twice is noticed, also where it was saved a second time; the rest goes on', async () => {
  const { pack } = await study();
  const given = [['not quite', 'Say “heard”.']] as const;
  const first = replyTo(pack, { reviewer: 'Jean' }, given);
  const again = replyTo(pack, { reviewer: 'Jean', answeredAt: '2026-11-04T08:00:00.000Z' }, given);
  const more = replyTo(pack, { reviewer: 'Jean' }, [...given, ['this fits', '']]);
  const results = await bring({
    '1.json': first,
    '2.json': first,
    '3.json': again,
    '4.json': more,
  });
  expect(results.map(({ status }) => status)).toEqual([
    'imported',
    'duplicate',
    'duplicate',
    'imported',
  ]);
  expect(results[1]).toMatchObject({
    replyId: results[0]?.replyId,
    error: { details: { reason: 'duplicate' } },
  });
  expect(results[1]?.error?.message).toMatch(/^2\.json says the same as the reply of Jean/u);
  expect(results[3]?.warnings[0]).toContain('had replied to “First reading” before');
  // Deleted, it can be imported once more.
  await app.worth('replies.delete', { id: results[0]?.replyId ?? '' });
  expect((await bring({ '1.json': first }))[0]?.status).toBe('imported');
});

test('two people who tick the same boxes without a word are two', async () => {
  const { pack } = await study();
  const ticks = (answeredAt: string) =>
    replyTo(pack, { reviewer: 'No name given', role: '', answeredAt }, [['this fits', '']]);
  const results = await bring({
    'a.json': ticks('2026-11-03T10:00:00.000Z'),
    'b.json': ticks('2026-11-03T10:05:00.000Z'),
    'c.json': ticks('2026-11-03T10:05:00.000Z'),
  });
  expect(results.map(({ status }) => status)).toEqual(['imported', 'imported', 'duplicate']);
});

test('each bad file is refused with a reason that names it, and none stops the others', async () => {
  const { pack, doubt } = await study();
  const good = replyTo(pack, { reviewer: 'Aisha' }, [['something is missing', 'The waiting.']]);
  const foreign = savedReply({ ...good, packId: '01890000-0000-7000-8000-00000000dead' });
  const strange = savedReply({
    ...good,
    answers: [{ ...good.answers[0]!, themeId: '01890000-0000-7000-8000-00000000beef' }],
  });
  const twice = savedReply({ ...good, answers: [good.answers[0]!, good.answers[0]!] });
  const huge = join(app.folder, 'huge.json');
  writeFileSync(huge, '');
  // As large as a film, and never read.
  truncateSync(huge, 3_000_000_000);
  const results = await bring({
    'letter.txt': 'It all fits. Jean',
    'altered.json': JSON.stringify(good).replace('The waiting', 'The weather'),
    'next-year.json': JSON.stringify({ format: 'understory-reply', version: 3 }),
    'picture.json': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
    'other-study.json': foreign,
    'forged.json': strange,
    'twice.json': twice,
    'blank.json': savedReply({
      ...good,
      answers: [{ ...good.answers[0]!, answer: null, comment: ' \n' }],
    }),
    'aisha.json': good,
  });
  const { files: large } = await app.worth('replies.import', {
    files: [{ token: await app.engine.offer(huge) }, { token: 'no such token' }],
  });
  const reasons = [...results, ...large].map(({ file, status, error }) => [
    file,
    status,
    typeof error?.details === 'object' && error.details !== null && 'reason' in error.details
      ? error.details['reason']
      : (error?.code ?? null),
  ]);
  expect(reasons).toEqual([
    ['letter.txt', 'refused', 'not-reply'],
    ['altered.json', 'refused', 'damaged'],
    ['next-year.json', 'refused', 'newer'],
    ['picture.json', 'refused', 'not-text'],
    ['other-study.json', 'refused', 'unknown-pack'],
    ['forged.json', 'refused', 'not-of-pack'],
    ['twice.json', 'refused', 'not-of-pack'],
    ['blank.json', 'refused', 'empty'],
    ['aisha.json', 'imported', null],
    ['huge.json', 'refused', 'too-large'],
    ['A file', 'refused', 'file-missing'],
  ]);
  for (const { file, error } of results.filter(({ error: why }) => why !== null))
    expect(error?.message.startsWith(`${file} `)).toBe(true);
  expect(await list()).toMatchObject({ total: 1, items: [{ themeId: doubt.id }] });
  expect((await app.worth('project.check', {})).problems).toEqual([]);
});

test('a paper reply is typed in, theme by theme; what fits no pack or says nothing is not', async () => {
  const { pack, doubt } = await study();
  const typed = {
    packId: pack.id,
    reviewer: 'Mr B',
    role: 'Carer',
    answeredAt: '2026-10-01T12:00:00.000Z',
    answers: [
      { themeId: null, comment: 'Thank you for asking.' },
      { themeId: doubt.id, answer: 'this fits' },
    ],
  } as const;
  await app.worth('replies.add', typed);
  expect((await list()).items).toMatchObject([
    { themeName: 'Doubt', answer: 'this fits', reviewer: 'Mr B', role: 'Carer' },
    { themeName: null, comment: 'Thank you for asking.' },
  ]);
  await expect(app.worth('replies.add', typed)).rejects.toThrow(
    /conflict: This reply says the same/u,
  );
  await expect(
    app.worth('replies.add', { ...typed, answers: [{ themeId: null, comment: ' ' }] }),
  ).rejects.toThrow('bad-input: This reply says nothing');
  await expect(app.worth('replies.add', { ...typed, packId: doubt.id })).rejects.toThrow(
    'not-found',
  );
  await expect(
    app.worth('replies.add', { ...typed, answers: [{ themeId: pack.id, comment: 'x' }] }),
  ).rejects.toThrow('bad-input');
});

test('an outcome needs its words, keeps its day when they are bettered, and is undone', async () => {
  const { pack } = await study();
  await bring({ 'j.json': replyTo(pack, { reviewer: 'Jean' }, [['not quite', 'Say heard.']]) });
  const [item] = (await list()).items;
  const itemId = item?.id ?? '';
  await expect(
    app.worth('replies.decide', { itemId, outcome: 'changed', outcomeNote: ' ' }),
  ).rejects.toThrow('Say what was changed.');
  await expect(app.worth('replies.decide', { itemId, outcome: 'not changed' })).rejects.toThrow(
    'Say why nothing was changed.',
  );
  const decided = await app.worth('replies.decide', {
    itemId,
    outcome: 'changed',
    outcomeNote: 'Renamed it.',
  });
  expect(decided).toMatchObject({ outcome: 'changed', outcomeNote: 'Renamed it.' });
  expect(decided.outcomeAt).not.toBeNull();
  const bettered = await app.worth('replies.decide', {
    itemId,
    outcome: 'changed',
    outcomeNote: 'Renamed the theme ‘Heard’.',
  });
  expect(bettered.outcomeAt).toBe(decided.outcomeAt);
  expect(await list({ state: 'open' })).toMatchObject({ total: 0, open: 0 });
  expect(await list({ state: 'decided', order: 'decided' })).toMatchObject({ total: 1 });
  await app.worth('replies.decide', { itemId, outcome: 'open', outcomeNote: 'left over' });
  expect(await app.worth('replies.get', { itemId })).toMatchObject({
    outcome: 'open',
    outcomeNote: '',
    outcomeAt: null,
  });
  await app.worth('history.undo', {});
  await app.worth('history.undo', {});
  expect(await app.worth('replies.get', { itemId })).toMatchObject({
    outcome: 'changed',
    outcomeNote: 'Renamed it.',
  });
});

test('a reply outlives its theme, is called otherwise, and goes and comes back whole', async () => {
  const { pack, doubt } = await study();
  const [imported] = await bring({
    'j.json': replyTo(pack, { reviewer: 'Jean Smith' }, [
      ['this fits', ''],
      ['not quite', 'Hm.'],
    ]),
  });
  const id = imported?.replyId ?? '';
  await app.worth('replies.update', { id, reviewer: 'J.', role: 'Carer' });
  await app.worth('themes.delete', { id: doubt.id });
  expect((await list()).items).toMatchObject([
    { themeId: null, themeName: 'Doubt', reviewer: 'J.', role: 'Carer' },
    { themeName: 'The work of proof' },
  ]);
  const late = replyTo(pack, { reviewer: 'Late' }, [['this fits', 'Yes.']]);
  await bring({ 'late.json': late });
  expect((await list()).items[1]).toMatchObject({ themeId: null, themeName: 'Doubt' });
  await app.worth('history.undo', {});
  await app.worth('history.undo', {});
  expect((await list()).items[0]).toMatchObject({ themeId: doubt.id });
  const before = await list();
  await app.worth('replies.delete', { id });
  expect(await list()).toMatchObject({ total: 0 });
  await app.worth('history.undo', {});
  expect(await list()).toEqual(before);
  expect((await app.worth('project.check', {})).problems).toEqual([]);
});

test('the log drafts its items from packs, replies and outcomes; own words stay apart from them', async () => {
  const empty = await app.worth('ppi.log', {});
  expect(empty).toMatchObject({ packs: 0, replies: 0 });
  expect(empty.drafts.methods).toBe('No review pack has been made yet.');
  const { pack } = await study();
  await bring({
    'j.json': replyTo(pack, { reviewer: 'Jean' }, [['not quite', 'Say heard.']]),
    'a.json': replyTo(pack, { reviewer: 'Aisha', role: 'Carer' }, [['this fits', '']]),
  });
  const { items } = await list();
  const jean = items.find(({ reviewer }) => reviewer === 'Jean');
  await app.worth('replies.decide', {
    itemId: jean?.id ?? '',
    outcome: 'changed',
    outcomeNote: 'Called it ‘Heard’.',
  });
  const log = await app.worth('ppi.log', {});
  expect(log).toMatchObject({ packs: 1, replies: 2, open: 1, changed: 1, notChanged: 0 });
  expect(log.drafts.methods).toContain('2 replies came back from 2 reviewers');
  expect(log.drafts.results).toContain('“Doubt” (not quite): Called it ‘Heard’.');
  expect(log.drafts.results).toContain('1 answer has no outcome yet.');
  expect(log.drafts.reflection).toContain('Nobody said anything on “The work of proof”');
  expect(log.words.aim).toBe('');
  await app.worth('ppi.update', { aim: 'To be told where we were wrong.' });
  await app.worth('ppi.update', { results: 'We were.' });
  const written = await app.worth('ppi.log', {});
  expect(written.drafts).toEqual(log.drafts);
  expect(written.words).toMatchObject({
    aim: 'To be told where we were wrong.',
    results: 'We were.',
  });
  await app.worth('history.undo', {});
  await app.worth('history.undo', {});
  expect((await app.worth('ppi.log', {})).words).toEqual(log.words);
});

test('answers about a theme that is merged into another stand beside that one, until an undo', async () => {
  const { pack, doubt, proof } = await study();
  await bring({
    'jean.json': replyTo(pack, { reviewer: 'Jean' }, [
      ['this fits', ''],
      ['not quite', 'Shame.'],
    ]),
  });
  const about = async (themeId: string) =>
    (await list({ themeId })).items
      .map(({ answer }) => answer)
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  await app.worth('themes.merge', { ids: [proof.id], into: doubt.id });
  expect(await about(doubt.id)).toEqual(['not quite', 'this fits']);
  await app.worth('history.undo', {});
  expect(await about(doubt.id)).toEqual(['this fits']);
  expect(await about(proof.id)).toEqual(['not quite']);
});
