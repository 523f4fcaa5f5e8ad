import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProject } from '#electron/project/open.ts';
import type { Input } from '#shared/contract/index.ts';
import type { Memo } from '#shared/model/memo.ts';
import { appendQuote, type Link, linksIn, linkUrl, mentionType } from '#shared/text/links.ts';
import { paragraphsOf, richTextFrom } from '#shared/text/rich-text.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { addCode, addCoding, addSource, addTheme } from '#tests/project/study.ts';

let host: TestEngine;
let study: {
  readonly code: string;
  readonly theme: string;
  readonly source: string;
  readonly coding: string;
};
const words = 'They listened at last. Nobody had before.';

beforeEach(async () => {
  host = await startTestEngine();
  const path = join(host.folder, 'Study.understory');
  const project = createProject(path, 'Steadier Days', 'Ruth');
  const code = addCode(project, { name: 'Being believed', position: 3 });
  const source = addSource(project, { name: 'P01 baseline', turns: [['Nasreen', words]] });
  study = {
    code,
    source,
    theme: addTheme(project, { name: 'Credibility', codes: [code] }),
    coding: addCoding(project, { code, source, quote: 'They listened' }),
  };
  project.close();
  await host.worth('project.open', { file: await host.engine.offer(path) });
});
afterEach(() => host.close());

const mentioning = (text: string, ...links: readonly Link[]): string =>
  JSON.stringify({
    root: {
      type: 'root',
      version: 1,
      children: [
        {
          type: 'paragraph',
          version: 1,
          children: [
            { type: 'text', version: 1, text },
            ...links.map((link) => ({
              type: mentionType,
              version: 1,
              url: linkUrl(link),
              text: '…',
            })),
          ],
        },
      ],
    },
  });

const write = (input: Partial<Input<'memos.create'>>): Promise<Memo> =>
  host.worth('memos.create', { targetKind: 'project', ...input });

const titlesMentioning = async (kind: Link['kind'], id: string): Promise<readonly string[]> =>
  (await host.worth('memos.mentioning', { kind, id })).map(({ title }) => title);

const find = async (filter: Input<'memos.find'>): Promise<readonly string[]> =>
  (await host.worth('memos.find', filter)).memos.map(({ title }) => title);

const quoteOf = (id: string, range: { readonly start: number; readonly end: number }) => ({
  url: linkUrl({ kind: 'passage', id }),
  text: 'Nobody had before',
  from: 'P01 baseline, Nasreen, turn 1',
  sourceId: study.source,
  ...range,
});

const passageId = '01939f3e-0000-7000-8000-00000000000a';
const label = 'Nasreen: '.length;
const place = { start: label + 23, end: label + 40 };

describe('links of memos', () => {
  test('follow what is written, changed, undone, redone and deleted', async () => {
    const { code, theme } = study;
    const memo = await write({
      title: 'One',
      body: mentioning('See ', { kind: 'code', id: code }),
    });
    expect(await titlesMentioning('code', code)).toEqual(['One']);
    await host.worth('memos.update', {
      id: memo.id,
      body: mentioning('See ', { kind: 'theme', id: theme }),
    });
    expect(await titlesMentioning('code', code)).toEqual([]);
    expect(await titlesMentioning('theme', theme)).toEqual(['One']);
    await host.worth('history.undo', {});
    expect(await titlesMentioning('code', code)).toEqual(['One']);
    expect(await titlesMentioning('theme', theme)).toEqual([]);
    await host.worth('history.redo', {});
    await host.worth('memos.delete', { id: memo.id });
    expect(await titlesMentioning('theme', theme)).toEqual([]);
    await host.worth('history.undo', {});
    expect(await titlesMentioning('theme', theme)).toEqual(['One']);
  });

  test('lead to memos as well, and a memo says what it is on', async () => {
    const first = await write({ title: 'First', targetKind: 'code', targetId: study.code });
    await write({ title: 'Second', body: mentioning('After ', { kind: 'memo', id: first.id }) });
    expect(await host.worth('memos.mentioning', { kind: 'memo', id: first.id })).toMatchObject([
      { title: 'Second', targetKind: 'project', on: '', excerpt: 'After …' },
    ]);
  });

  test('to words of a source are found from the source, coded or not', async () => {
    await write({ title: 'Named', body: mentioning('', { kind: 'source', id: study.source }) });
    await write({ title: 'Coded', body: mentioning('', { kind: 'coding', id: study.coding }) });
    await write({ title: 'Quoted', body: appendQuote('', quoteOf(passageId, place)) });
    expect(await titlesMentioning('source', study.source)).toEqual(['Quoted', 'Coded', 'Named']);
    expect(await titlesMentioning('coding', study.coding)).toEqual(['Coded']);
  });
});

describe('quotes', () => {
  test('keep their place with the memo, as one step, and know their words and whose they are', async () => {
    const memo = await write({ title: 'Quoted' });
    await host.worth('memos.update', {
      id: memo.id,
      body: appendQuote('', quoteOf(passageId, place)),
    });
    const link = { kind: 'passage', id: passageId } as const;
    expect(await host.worth('passages.get', link)).toEqual({
      sourceId: study.source,
      sourceName: 'P01 baseline',
      speaker: 'Nasreen',
      pseudonym: null,
      group: null,
      timePoint: null,
      turn: 1,
      text: 'Nobody had before',
      codeId: null,
      ...place,
    });
    await host.worth('history.undo', {});
    expect(await host.worth('passages.get', link)).toBeNull();
    await host.worth('history.redo', {});
    expect(await host.worth('passages.get', link)).toMatchObject(place);
    // The same quote in another memo has the same place, wherever it was when it was copied.
    await write({ body: appendQuote('', quoteOf(passageId, { start: 1, end: 5 })) });
    expect(await host.worth('passages.get', link)).toMatchObject(place);
    await host.worth('sources.delete', { ids: [study.source] });
    expect(await host.worth('passages.get', link)).toBeNull();
    await host.worth('history.undo', {});
    expect(await host.worth('passages.get', link)).toMatchObject(place);
    expect((await host.worth('project.check', {})).problems).toEqual([]);
  });

  test('of a coding are where the coding is', async () => {
    const link = { kind: 'coding', id: study.coding } as const;
    expect(await host.worth('passages.get', link)).toMatchObject({
      text: 'They listened',
      codeId: study.code,
      turn: 1,
    });
  });

  test('of a coding that is joined into another go to that one, and back with undo', async () => {
    const { code, source, coding } = study;
    const into = await host.worth('codes.create', { name: 'Credibility' });
    const [start, end] = [label, label + 'They listened'.length];
    const twin = await host.worth('codings.create', {
      sourceId: source,
      codeId: into.id,
      start,
      end,
    });
    const own = {
      ...quoteOf(coding, { start, end }),
      url: linkUrl({ kind: 'coding', id: coding }),
    };
    const memo = await write({ title: 'Quoted', body: appendQuote('', own) });
    const theme = await host.worth('themes.update', {
      id: study.theme,
      narrative: mentioning('See ', { kind: 'coding', id: coding }),
    });
    await host.worth('extracts.mark', { themeId: theme.id, codingId: coding, fit: 'telling' });
    await host.worth('codes.merge', { ids: [code], into: into.id, keepWords: false });
    expect(await host.worth('passages.get', { kind: 'coding', id: coding })).toBeNull();
    expect(await titlesMentioning('coding', twin.id)).toEqual(['Quoted']);
    const now = await host.worth('memos.get', { id: memo.id });
    expect(linksIn(now?.body ?? '')).toEqual([{ kind: 'coding', id: twin.id }]);
    const [told] = await host.worth('themes.list', {});
    expect(linksIn(told?.narrative ?? '')).toEqual([{ kind: 'coding', id: twin.id }]);
    const { extracts } = await host.worth('extracts.list', { themeId: theme.id });
    expect(extracts).toMatchObject([{ id: twin.id, fit: 'telling' }]);
    expect((await host.worth('project.check', {})).problems).toEqual([]);
    await host.worth('history.undo', {});
    expect(await titlesMentioning('coding', coding)).toEqual(['Quoted']);
    expect(await host.worth('memos.get', { id: memo.id })).toEqual(memo);
  });

  test('that name no place of a source stay words', async () => {
    const outside = { start: place.start, end: 4000 };
    await write({ body: appendQuote('', quoteOf(passageId, outside)) });
    expect(await host.worth('passages.get', { kind: 'passage', id: passageId })).toBeNull();
  });
});

describe('the list of memos', () => {
  const seed = async (): Promise<void> => {
    const { code, source, coding, theme } = study;
    await write({ title: 'Journal', day: '2026-03-02', body: richTextFrom(['Tired, écouté']) });
    await write({ title: 'On code', targetKind: 'code', targetId: code });
    await write({ title: 'On coding', targetKind: 'coding', targetId: coding });
    await write({ title: 'On theme', targetKind: 'theme', targetId: theme });
    await write({ title: 'On place', targetKind: 'source', targetId: source, ...place });
  };

  test('names what each is on, with the words of a coding or a place', async () => {
    await seed();
    const { total, memos } = await host.worth('memos.find', { order: 'target' });
    expect(total).toBe(5);
    expect(
      memos.map(({ title, on, quote, colour, sourceId }) => [title, on, quote, colour, sourceId]),
    ).toEqual([
      ['Journal', '', null, null, null],
      ['On code', 'Being believed', null, 3, null],
      ['On coding', 'Being believed', 'They listened', 3, study.source],
      ['On theme', 'Credibility', null, null, null],
      ['On place', 'P01 baseline', 'Nobody had before', null, study.source],
    ]);
    expect(memos[0]).not.toHaveProperty('body');
  });

  test('is filtered by words whatever their accents, by kind, coder and day', async () => {
    await seed();
    expect(await find({ text: 'ECOUTE' })).toEqual(['Journal']);
    expect(await find({ text: 'on pl' })).toEqual(['On place']);
    expect(await find({ text: 'on_pl' })).toEqual([]);
    expect(await find({ text: '%' })).toEqual([]);
    expect(await find({ text: 'é' })).toContain('Journal');
    expect(await find({ text: 'PLACE', order: 'target' })).toEqual(['On place']);
    expect(await find({ targetKinds: ['code', 'theme'] })).toEqual(['On theme', 'On code']);
    expect(await find({ from: '2026-03-02', to: '2026-03-02' })).toEqual(['Journal']);
    expect(await find({ to: '2026-03-01' })).toEqual([]);
    const other = await host.worth('coders.create', { name: 'Amir' });
    expect(await find({ coderIds: [other.id] })).toEqual([]);
    expect(await find({ order: 'oldest', limit: 2, offset: 1 })).toEqual(['On code', 'On coding']);
  });

  test('follows a memo through edit, undo and delete', async () => {
    const memo = await write({ title: 'One', body: richTextFrom(['First words']) });
    await host.worth('memos.update', { id: memo.id, body: richTextFrom(['Other', 'words']) });
    expect(await find({ text: 'first' })).toEqual([]);
    expect(await find({ text: 'other' })).toEqual(['One']);
    await host.worth('history.undo', {});
    expect(await find({ text: 'first' })).toEqual(['One']);
    await host.worth('memos.delete', { id: memo.id });
    expect(await find({ text: '' })).toEqual([]);
    expect(await host.worth('memos.get', { id: memo.id })).toBeNull();
  });

  test('keeps words together that are set in different ways', async () => {
    const text = (words: string, format: number) => ({
      type: 'text',
      version: 1,
      format,
      text: words,
    });
    const children = [text('be', 0), text('lie', 1), text('ved', 0)];
    await write({
      title: 'Bold',
      body: JSON.stringify({ root: { type: 'root', children: [{ type: 'paragraph', children }] } }),
    });
    expect(await find({ text: 'believed' })).toEqual(['Bold']);
  });
});

describe('the journal', () => {
  test('is in the order of its days, which can be changed and undone', async () => {
    const first = await write({ title: 'Monday', day: '2026-03-02' });
    await write({ title: 'Tuesday', day: '2026-03-03' });
    await write({ title: 'On a code', targetKind: 'code', targetId: study.code });
    const titles = async () =>
      (await host.worth('memos.journal', {})).memos.map(({ title }) => title);
    expect(await titles()).toEqual(['Tuesday', 'Monday']);
    await host.worth('memos.update', { id: first.id, day: '2026-03-04' });
    expect(await titles()).toEqual(['Monday', 'Tuesday']);
    expect(await host.worth('memos.get', { id: first.id })).toMatchObject({
      createdAt: first.createdAt,
      day: '2026-03-04',
    });
    await host.worth('history.undo', {});
    expect(await titles()).toEqual(['Tuesday', 'Monday']);
    expect(await host.worth('memos.journal', { offset: 1, limit: 1 })).toMatchObject({
      total: 2,
      memos: [{ title: 'Monday' }],
    });
  });

  test('alone has days of its own', async () => {
    await expect(
      write({ targetKind: 'code', targetId: study.code, day: '2026-03-02' }),
    ).rejects.toThrow('bad-input');
  });
});

describe('two windows that write in one memo', () => {
  test('both keep their words when each says what it began from', async () => {
    const base = richTextFrom(['One', 'Two']);
    const memo = await write({ body: base });
    await host.worth('memos.update', {
      id: memo.id,
      body: richTextFrom(['One', 'Two', 'Theirs']),
      base,
    });
    const { body } = await host.worth('memos.update', {
      id: memo.id,
      body: richTextFrom(['Mine', 'Two']),
      base,
    });
    expect(paragraphsOf(body)).toEqual(['Mine', 'Two', 'Theirs']);
    // Without a beginning, what is sent is what is kept.
    await host.worth('memos.update', { id: memo.id, body: base });
    expect(await host.worth('memos.get', { id: memo.id })).toMatchObject({ body: base });
  });
});

test('a source has the memos on its codings and the notes at its places, in order', async () => {
  const { source, coding } = study;
  await write({ title: 'Place', targetKind: 'source', targetId: source, ...place });
  await write({ title: 'Coding', targetKind: 'coding', targetId: coding });
  await write({ title: 'Whole', targetKind: 'source', targetId: source });
  const memos = await host.worth('memos.inSource', { sourceId: source });
  expect(memos.map(({ title }) => title)).toEqual(['Coding', 'Place']);
});
