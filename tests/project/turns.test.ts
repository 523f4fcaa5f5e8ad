import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Coding } from '#shared/model/coding.ts';
import { appendQuote, linkUrl } from '#shared/text/links.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { prose } from '#tests/shared/text/texts.ts';

let app: TestEngine;
let sourceId: string;
let codeId: string;

const interview = [
  'INT: And how is the pain on a bad day?',
  'P01: Teh pain is bad, very bad. I was walking home and',
  'P01: then my back went.',
  'INT: Went?',
  'P01: Gone.',
].join('\n\n');

beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
  const file = join(app.folder, 'P01.txt');
  writeFileSync(file, interview);
  const token = await app.engine.offer(file);
  await app.worth('imports.run', { files: [{ token }] });
  sourceId = (await app.worth('sources.list', {}))[0]?.id ?? '';
  codeId = (await app.worth('codes.create', { name: 'Pain' })).id;
});
afterEach(() => app.close());

const reading = () => app.worth('sources.get', { id: sourceId });
const codings = () => app.worth('codings.list', { sourceId });

const state = async () => ({
  reading: await reading(),
  codings: await codings(),
  memos: (await app.worth('memos.list', {})).toSorted((a, b) => a.id.localeCompare(b.id)),
  use: await app.worth('codes.use', {}),
});

/** Codes the first place where the interview says this. */
const code = async (quote: string, as = codeId): Promise<Coding> => {
  const { text } = await reading();
  const start = text.indexOf(quote);
  expect(start, quote).toBeGreaterThanOrEqual(0);
  return app.worth('codings.create', { sourceId, codeId: as, start, end: start + quote.length });
};

/** What a turn says, counted from 1. */
const speech = async (number: number) => {
  const { turns, text } = await reading();
  const turn = turns[number - 1];
  if (turn === undefined) throw new Error(`There is no turn ${number}`);
  return { turnId: turn.id, before: text.slice(turn.speechStart, turn.end) };
};

/** A turn's speech with one text for another in it. */
const replaced = async (number: number, old: string, now: string) => {
  const { turnId, before } = await speech(number);
  expect(before).toContain(old);
  return { turnId, before, after: before.replace(old, now) };
};

const correct = async (number: number, old: string, now: string) =>
  app.worth('turns.correct', { sourceId, speeches: [await replaced(number, old, now)] });

const quotes = async (): Promise<readonly string[]> => {
  const { text } = await reading();
  return (await codings()).map(({ start, end }) => text.slice(start, end));
};

const said = async (): Promise<readonly string[]> => {
  const { text, turns } = await reading();
  return turns.map((turn) => text.slice(turn.speechStart, turn.end));
};

/** Undoes the last edit and redoes it; each brings back everything as it was. */
const expectUndone = async (before: Awaited<ReturnType<typeof state>>): Promise<void> => {
  const after = await state();
  await app.worth('history.undo', {});
  expect(await state()).toEqual(before);
  await app.worth('history.redo', {});
  expect(await state()).toEqual(after);
  expect((await app.worth('project.check', {})).problems).toEqual([]);
};

describe('a correction', () => {
  test('keeps codings on their words, counts, and is named and undone as one', async () => {
    await code('Teh pain');
    await code('very bad');
    await code('Gone.');
    const before = await state();
    const { effect, source } = await correct(2, 'Teh pain', 'The awful pain');
    expect(await quotes()).toEqual(['The awful pain', 'very bad', 'Gone.']);
    expect(effect.words.list).toEqual([
      { turn: 2, before: 'Teh', after: 'The' },
      { turn: 2, before: '', after: 'awful ' },
    ]);
    expect(effect.codings.count).toMatchObject({ moved: 2, longer: 1, lost: 0 });
    expect(effect.codings.list).toMatchObject([
      { change: 'longer', before: 'Teh pain', after: 'The awful pain', turn: 2, memos: 0 },
    ]);
    expect(source.length).toBe(interview.length + 6);
    expect(source.words).toBe(before.reading.source.words + 1);
    expect((await app.worth('project.state', {})).undo).toBe('Correct turn 2');
    await expectUndone(before);
  });

  test('says beforehand what it would do, and changes nothing by saying it', async () => {
    await code('is bad, very');
    const before = await state();
    const speeches = [await replaced(2, ' bad, very bad', '')];
    const effect = await app.worth('turns.preview', { sourceId, speeches });
    expect(effect.codings.list).toMatchObject([
      { change: 'shorter', before: 'is bad, very', after: 'is' },
    ]);
    expect(await state()).toEqual(before);
  });

  test('loses a coding only where that was agreed to, with its memo, and undo brings both back', async () => {
    const gone = await code('very bad');
    await app.worth('memos.create', { targetKind: 'coding', targetId: gone.id, title: 'Strong' });
    await code('Teh pain is bad');
    const before = await state();
    const speeches = [await replaced(2, ', very bad', '')];
    expect((await app.worth('turns.preview', { sourceId, speeches })).codings.list).toMatchObject([
      { codingId: gone.id, change: 'lost', before: 'very bad', after: '', memos: 1 },
    ]);
    const refused = await app.engine.post('turns.correct', { sourceId, speeches });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'conflict', details: { codingIds: [gone.id] } },
    });
    expect(await state()).toEqual(before);
    await app.worth('turns.correct', { sourceId, speeches, lose: [gone.id] });
    expect(await quotes()).toEqual(['Teh pain is bad']);
    expect(await app.worth('memos.list', {})).toEqual([]);
    await expectUndone(before);
  });

  test('joins codings that come to say the same; memos and marks are kept', async () => {
    const first = await code('very bad');
    const second = await code('bad, very bad');
    await app.worth('memos.create', { targetKind: 'coding', targetId: second.id, title: 'Twice' });
    const before = await state();
    const { effect } = await correct(2, 'bad, very', 'very');
    expect(effect.codings.count).toMatchObject({ joined: 1, lost: 0 });
    expect((await codings()).map(({ id }) => id)).toEqual([first.id]);
    expect(await app.worth('memos.list', {})).toMatchObject([{ targetId: first.id }]);
    await expectUndone(before);
  });

  test('lets codings of one code take the places of their neighbours', async () => {
    const { text } = await reading();
    const from = text.indexOf('very bad');
    for (const at of [0, 1, 2, 3, 4])
      for (const length of [2, 3])
        await app.worth('codings.create', {
          sourceId,
          codeId,
          start: from + at,
          end: from + at + length,
        });
    const before = await state();
    const old = await quotes();
    await correct(2, 'Teh', 'T');
    expect(await quotes()).toEqual(old);
    await correct(2, 'T pain', 'That pain');
    expect(await quotes()).toEqual(old);
    await app.worth('history.undo', {});
    await app.worth('history.undo', {});
    expect(await state()).toEqual(before);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });

  test('moves notes at places; one whose words go becomes a note on the source', async () => {
    const { text } = await reading();
    const note = (quote: string) =>
      app.worth('memos.create', {
        targetKind: 'source',
        targetId: sourceId,
        title: quote,
        start: text.indexOf(quote),
        end: text.indexOf(quote) + quote.length,
      });
    const [stays, moves, goes] = [await note('how is'), await note('Gone'), await note('very bad')];
    const before = await state();
    const { effect } = await correct(2, ', very bad', '');
    expect(effect.notes).toEqual({ moved: 1, loosened: [{ memoId: goes.id, title: 'very bad' }] });
    const now = new Map((await app.worth('memos.list', {})).map((memo) => [memo.id, memo]));
    const place = (id: string) => {
      const memo = now.get(id);
      return memo === undefined ? undefined : [memo.start, memo.end];
    };
    expect(place(stays.id)).toEqual([stays.start, stays.end]);
    const at = (await reading()).text.indexOf('Gone');
    expect(place(moves.id)).toEqual([at, at + 4]);
    expect(place(goes.id)).toEqual([null, null]);
    await expectUndone(before);
  });

  test('moves the words that memos quote; of those that go the place is kept', async () => {
    const { text } = await reading();
    const quoting = async (words: string): Promise<string> => {
      const id = uuidv7();
      const start = text.indexOf(words);
      const quoted = { text: words, from: 'P01', sourceId, start, end: start + words.length };
      const url = linkUrl({ kind: 'passage', id });
      await app.worth('memos.create', {
        targetKind: 'project',
        body: appendQuote('', { url, ...quoted }),
      });
      return id;
    };
    const [moves, goes] = [await quoting('Gone.'), await quoting('very bad')];
    const wordsOf = async (id: string) =>
      (await app.worth('passages.get', { kind: 'passage', id }))?.text;
    const before = await state();
    const { effect } = await correct(2, ', very bad', '');
    expect(effect.quotes).toEqual({ moved: 1, emptied: 1 });
    expect([await wordsOf(moves), await wordsOf(goes)]).toEqual(['Gone.', '']);
    await correct(2, 'Teh', 'The awful');
    const empty = await app.worth('passages.get', { kind: 'passage', id: goes });
    expect((await reading()).text.slice(0, empty?.start)).toMatch(/pain is bad$/u);
    await app.worth('history.undo', {});
    await expectUndone(before);
    await app.worth('history.undo', {});
    expect([await wordsOf(moves), await wordsOf(goes)]).toEqual(['Gone.', 'very bad']);
  });

  test('of many turns is one step, with a name that says what was replaced', async () => {
    const speeches = [await replaced(1, 'pain', 'ache'), await replaced(2, 'pain', 'ache')];
    const replacing = { before: 'pain', after: 'ache' };
    await app.worth('turns.correct', { sourceId, speeches, replacing });
    expect((await app.worth('project.state', {})).undo).toBe(`Replace 'pain' by 'ache', 2 places`);
    await app.worth('history.undo', {});
    expect((await reading()).text).toBe(interview);
  });

  test('never overwrites what somebody else wrote meanwhile', async () => {
    const mine = await replaced(2, 'Teh', 'The');
    await correct(2, 'walking', 'limping');
    const reply = await app.engine.post('turns.correct', { sourceId, speeches: [mine] });
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await said())[1]).toContain('limping');
  });

  test('may leave a turn without words, and give it words again', async () => {
    const { before } = await speech(4);
    await correct(4, before, '');
    expect((await said())[3]).toBe('');
    const { turnId } = await speech(4);
    const speeches = [{ turnId, before: '', after: 'All gone.' }];
    await app.worth('turns.correct', { sourceId, speeches });
    expect((await said())[3]).toBe('All gone.');
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });
});

describe('turns', () => {
  test('are split without touching the words; a coding over the place stays whole', async () => {
    const over = await code('very bad. I was');
    const before = await state();
    const { text, turns } = before.reading;
    const at = text.indexOf('I was');
    const { first, second } = await app.worth('turns.split', { turnId: turns[1]?.id ?? '', at });
    expect(text.slice(first.speechStart, first.end)).toBe('Teh pain is bad, very bad.');
    expect(text.slice(second.speechStart, second.end)).toMatch(/^I was walking/u);
    expect(second).toMatchObject({ position: 2, start: at, speakerId: first.speakerId });
    const after = await reading();
    expect(after.text).toBe(text);
    expect(after.turns.map(({ position }) => position)).toEqual(after.turns.map((_, n) => n));
    expect(await codings()).toEqual([over]);
    await expectUndone(before);
    await app.worth('turns.merge', { turnId: first.id });
    expect((await reading()).turns).toEqual(turns);
  });

  test.each([0, 1000])('are not split where a half would say nothing (%i)', async (beyond) => {
    const { turns } = await reading();
    const turn = turns[1];
    const at = (turn?.speechStart ?? 0) + beyond;
    expect(await app.engine.post('turns.split', { turnId: turn?.id, at })).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  });

  test('are merged without the label between them; codings over it and after it keep their words', async () => {
    // The importer takes neighbours of one speaker together, so what is merged here are two speakers.
    await code('Went?');
    await code('Went?\n\nP01: Gone');
    await code('Gone.');
    const label = await code('P01: Gone');
    const before = await state();
    const count = before.reading.turns.length;
    const turnId = before.reading.turns[count - 2]?.id ?? '';
    const effect = await app.worth('turns.previewMerge', { turnId });
    expect(effect.codings.count).toMatchObject({ lost: 0 });
    const { turn } = await app.worth('turns.merge', { turnId });
    expect((await said()).at(-1)).toBe('Went? Gone.');
    expect(turn.id).toBe(turnId);
    expect((await quotes()).toSorted()).toEqual(
      ['Went?', 'Went? Gone', 'Gone.', ' Gone'].toSorted(),
    );
    expect((await codings()).some(({ id }) => id === label.id)).toBe(true);
    expect((await app.worth('project.state', {})).undo).toBe(
      `Merge turns ${count - 1} and ${count}`,
    );
    await expectUndone(before);
    expect(await app.engine.post('turns.merge', { turnId })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
  });

  test('get another speaker, a new one, or none', async () => {
    const before = await state();
    const [turn] = before.reading.turns;
    const turnIds = [turn?.id ?? ''];
    const p01 = before.reading.speakers.find(({ label }) => label === 'P01');
    await app.worth('turns.setSpeaker', { turnIds, speaker: { id: p01?.id ?? '' } });
    expect((await reading()).turns[0]?.speakerId).toBe(p01?.id);
    await app.worth('turns.setSpeaker', { turnIds, speaker: { label: 'Daughter' } });
    const now = await reading();
    const daughter = now.speakers.find(({ label }) => label === 'Daughter');
    expect(now.turns[0]?.speakerId).toBe(daughter?.id);
    expect((await app.worth('project.state', {})).undo).toBe('Change speaker of turn 1');
    await app.worth('turns.setSpeaker', { turnIds, speaker: null });
    expect((await reading()).turns[0]?.speakerId).toBeNull();
    for (let step = 0; step < 3; step += 1) await app.worth('history.undo', {});
    expect(await state()).toEqual(before);
  });
});

test('random corrections, splits and merges keep the project sound, and are retraced to the letter', {
  timeout: 300_000,
}, async () => {
  const step = fc.record({
    kind: fc.constantFrom('correct', 'correct', 'correct', 'split', 'merge', 'code', 'note'),
    a: fc.nat(1000),
    b: fc.nat(1000),
    c: fc.nat(1000),
    words: prose,
  });
  const second = (await app.worth('codes.create', { name: 'Day' })).id;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const trail = [await state()];
      for (const { kind, a, b, c, words } of steps) {
        const { text, turns } = await reading();
        const turn = turns[a % turns.length];
        if (turn === undefined) continue;
        const before = text.slice(turn.speechStart, turn.end);
        const start = b % text.length;
        const end = start + 1 + (c % Math.min(40, text.length - start));
        const place = { start, end };
        const cut = (offset: number): number => {
          const inner = offset % (before.length + 1);
          return /[\uDC00-\uDFFF]/u.test(before.charAt(inner)) ? inner - 1 : inner;
        };
        const [from, to] = [cut(b), cut(c)].sort((x, y) => x - y) as [number, number];
        const after = before.slice(0, from) + words + before.slice(to);
        const lose = (await codings()).map(({ id }) => id);
        const reply =
          kind === 'correct'
            ? await app.engine.post('turns.correct', {
                sourceId,
                speeches: [{ turnId: turn.id, before, after }],
                lose,
              })
            : kind === 'split'
              ? await app.engine.post('turns.split', { turnId: turn.id, at: turn.speechStart + b })
              : kind === 'merge'
                ? await app.engine.post('turns.merge', { turnId: turn.id, lose })
                : kind === 'code'
                  ? await app.engine.post('codings.create', {
                      sourceId,
                      codeId: c % 2 === 0 ? codeId : second,
                      ...place,
                    })
                  : await app.engine.post('memos.create', {
                      targetKind: 'source',
                      targetId: sourceId,
                      ...place,
                    });
        if (!reply.ok) expect(['conflict', 'bad-input']).toContain(reply.error.code);
        const now = await state();
        if (JSON.stringify(now) !== JSON.stringify(trail.at(-1))) trail.push(now);
        const { turns: placed, text: body } = now.reading;
        for (const [index, one] of placed.entries()) {
          expect(one.position).toBe(index);
          const last = placed[index - 1]?.end ?? 0;
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(body.slice(last, one.start).trim()).toBe('');
        }
        expect(body.slice(placed.at(-1)?.end).trim()).toBe('');
      }
      expect((await app.worth('project.check', {})).problems).toEqual([]);
      for (const expected of trail.slice(0, -1).toReversed()) {
        await app.worth('history.undo', {});
        expect(await state()).toEqual(expected);
      }
      expect((await app.worth('project.check', {})).problems).toEqual([]);
      for (const expected of trail.slice(1)) {
        await app.worth('history.redo', {});
        expect(await state()).toEqual(expected);
      }
      expect((await app.worth('project.check', {})).problems).toEqual([]);
      for (const _ of trail.slice(1)) await app.worth('history.undo', {});
    }),
    { numRuns: 40 },
  );
});
