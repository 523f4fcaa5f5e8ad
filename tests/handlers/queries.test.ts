import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Turn } from '#shared/model/turn.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

type Definition = NonNullable<Input<'queries.run'>['definition']>;

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

const importText = async (name: string, text: string, more: object = {}): Promise<string> => {
  const path = join(app.folder, `${name}.txt`);
  writeFileSync(path, text);
  const token = await app.engine.offer(path);
  const { files } = await app.worth('imports.run', {
    files: [{ token, sourceName: name, evenIfDuplicate: true, ...more }],
  });
  return files[0]?.sourceId ?? '';
};

const talk = (person: string, turns: number): string =>
  Array.from({ length: turns }, (_, index) =>
    index % 2 === 0
      ? `INT: Question number ${index} about the pain?`
      : `${person}: I was tired that day, number ${index}, and I said so.`,
  ).join('\n');

const code = async (name: string, parentId: string | null = null): Promise<string> =>
  (await app.worth('codes.create', { name, parentId })).id;

const run = async (definition: Definition): Promise<readonly string[]> =>
  (await app.worth('queries.run', { definition })).ids;

/** A study of two interviews with three codes, one nested, and a second coder. */
const study = async () => {
  const groups = await app.worth('groups.list', {});
  const [first, second] = [
    await importText('A first', talk('Ann', 12), {
      groupId: groups[0]?.id,
      casePseudonym: 'Ann',
    }),
    await importText('B second', talk('Ben', 12), {
      groupId: groups[1]?.id,
      casePseudonym: 'Ben',
    }),
  ];
  const pain = await code('Pain');
  const night = await code('Pain at night', pain);
  const work = await code('Work');
  const { id: other } = await app.worth('coders.create', { name: 'Imran' });
  return { groups, first, second, pain, night, work, other };
};

describe('a query', () => {
  test('finds codings by code, by what is nested in it, by theme, and all without a code', async () => {
    const { first, second, pain, night, work } = await study();
    const at = (sourceId: string, codeId: string, start: number) =>
      app.worth('codings.create', { sourceId, codeId, start, end: start + 10 });
    const [b, a, c] = [
      await at(second, pain, 5),
      await at(first, night, 40),
      await at(first, work, 10),
    ];
    expect(await run({})).toEqual([c.id, a.id, b.id]);
    expect(await run({ codes: { codeIds: [pain] } })).toEqual([a.id, b.id]);
    expect(await run({ codes: { codeIds: [pain], nested: false } })).toEqual([b.id]);
    const theme = await app.worth('themes.create', { name: 'Nights' });
    await app.worth('themes.addCode', { themeId: theme.id, codeId: night });
    expect(await run({ codes: { themeIds: [theme.id] } })).toEqual([a.id]);
    expect(await run({ codes: { themeIds: [theme.id], codeIds: [work] } })).toEqual([c.id, a.id]);
  });

  test('keeps to groups, cases, speakers, coders, attributes and marks', async () => {
    const { groups, first, second, pain, other } = await study();
    const cases = await app.worth('cases.list', {});
    const ann = cases.find(({ pseudonym }) => pseudonym === 'Ann')?.id ?? '';
    const { turns } = await app.worth('sources.get', { id: first });
    const place = { sourceId: first, start: turns[1]?.speechStart ?? 0, end: turns[1]?.end ?? 0 };
    const own = await app.worth('codings.create', { ...place, codeId: pain });
    const theirs = await app.worth('codings.create', { ...place, codeId: pain, coderId: other });
    const asked = await app.worth('codings.create', {
      sourceId: second,
      codeId: pain,
      start: 6,
      end: 12,
    });
    expect(await run({ groupIds: [groups[1]?.id ?? ''] })).toEqual([asked.id]);
    expect(new Set(await run({ caseIds: [ann] }))).toEqual(new Set([own.id, theirs.id]));
    expect(await run({ speakerLabels: ['INT'] })).toEqual([asked.id]);
    expect(await run({ coderIds: [other] })).toEqual([theirs.id]);
    expect(await run({ important: true })).toEqual([]);
    expect(await run({ level: 'latent' })).toEqual([]);
    expect(await run({ sourceIds: [second], groupIds: [groups[0]?.id ?? ''] })).toEqual([]);
  });

  test('that finds nothing says what to let go of', async () => {
    const { groups, first, pain, work } = await study();
    await app.worth('codings.create', { sourceId: first, codeId: pain, start: 5, end: 15 });
    const definition: Definition = {
      codes: { codeIds: [pain] },
      groupIds: [groups[1]?.id ?? ''],
    };
    expect(await run(definition)).toEqual([]);
    expect(await app.worth('queries.nearest', { definition })).toEqual([
      { parts: [{ part: 'groups', index: 0 }], segments: 1 },
    ]);
    const strict: Definition = {
      conditions: [{ codes: { codeIds: [work] }, relation: { how: 'overlapping' } }],
    };
    expect(await app.worth('queries.nearest', { definition: strict })).toEqual([
      { parts: [{ part: 'condition', index: 0 }], segments: 1 },
    ]);
    const both: Definition = { ...strict, groupIds: definition.groupIds ?? [] };
    expect(await app.worth('queries.nearest', { definition: both })).toEqual([]);
    expect(
      await app.worth('queries.nearest', { definition: { ...both, codes: { codeIds: [pain] } } }),
    ).toEqual([
      {
        parts: [
          { part: 'condition', index: 0 },
          { part: 'groups', index: 0 },
        ],
        segments: 1,
      },
    ]);
  });
});

/** The index of the turn that a place is in. */
const turnOf = (turns: readonly Turn[], offset: number): number =>
  turns.findLastIndex((turn) => turn.start <= offset);

describe('relations', () => {
  const coded = fc.record({
    source: fc.nat(1),
    code: fc.nat(2),
    start: fc.nat(500),
    length: fc.integer({ min: 1, max: 160 }),
  });
  const relation = fc.oneof(
    fc.constant({ how: 'overlapping' as const }),
    fc.constant({ how: 'within' as const }),
    fc.record({ how: fc.constant('near' as const), turns: fc.nat(3) }),
  );

  test('hold exactly where a look at every pair says so', { timeout: 120_000 }, async () => {
    const { first, second, pain, night, work } = await study();
    const codes = [pain, night, work];
    const sources = [first, second];
    const readings = await Promise.all(sources.map((id) => app.worth('sources.get', { id })));
    await fc.assert(
      fc.asyncProperty(
        fc.array(coded, { minLength: 1, maxLength: 14 }),
        fc.record({ relation, not: fc.boolean(), of: fc.nat(2), wanted: fc.nat(2) }),
        async (drawn, { relation: how, not, of, wanted }) => {
          const made: Coding[] = [];
          for (const { source, code: index, start, length } of drawn) {
            const end = Math.min(start + length, readings[source]?.text.length ?? 0);
            const coding = await app.worth('codings.create', {
              sourceId: sources[source] ?? '',
              codeId: codes[index] ?? '',
              start: Math.min(start, end - 1),
              end,
            });
            if (made.every(({ id }) => id !== coding.id)) made.push(coding);
          }
          const stands = (one: Coding, other: Coding): boolean => {
            if (one.id === other.id || one.sourceId !== other.sourceId) return false;
            if (how.how === 'overlapping') return other.start < one.end && other.end > one.start;
            if (how.how === 'within') return other.start <= one.start && other.end >= one.end;
            const turns = readings[sources.indexOf(one.sourceId)]?.turns ?? [];
            const gap = Math.max(
              turnOf(turns, other.start) - turnOf(turns, one.end - 1),
              turnOf(turns, one.start) - turnOf(turns, other.end - 1),
            );
            return gap - 1 <= how.turns;
          };
          const expected = made.filter(
            (one) =>
              one.codeId === codes[wanted] &&
              made.some((other) => other.codeId === codes[of] && stands(one, other)) !== not,
          );
          const found = await run({
            codes: { codeIds: [codes[wanted] ?? ''], nested: false },
            conditions: [
              { not, relation: how, codes: { codeIds: [codes[of] ?? ''], nested: false } },
            ],
          });
          expect([...found].sort()).toEqual(expected.map(({ id }) => id).sort());
          await app.worth('codings.delete', { ids: made.map(({ id }) => id) });
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('segments come with their words, who speaks, and what stands around them', async () => {
  const { first, pain } = await study();
  const { text } = await app.worth('sources.get', { id: first });
  const start = text.indexOf('tired that day');
  const coding = await app.worth('codings.create', {
    sourceId: first,
    codeId: pain,
    start,
    end: start + 5,
  });
  await app.worth('memos.create', { targetKind: 'coding', targetId: coding.id });
  const [segment, ...rest] = await app.worth('queries.segments', {
    ids: [coding.id, '01890000-0000-7000-8000-000000000000'],
  });
  expect(rest).toEqual([]);
  expect(segment).toMatchObject({
    text: 'tired',
    before: 'I was ',
    after: ' that day, number 1, and I said so.',
    speaker: 'Ann',
    pseudonym: 'Ann',
    sourceName: 'A first',
    turn: 2,
    memos: 1,
  });
});

test('the turns around a segment are told, and whether there are more', async () => {
  const { first, pain } = await study();
  const { text, turns } = await app.worth('sources.get', { id: first });
  const [second, fourth] = [turns[1], turns[3]];
  const coding = await app.worth('codings.create', {
    sourceId: first,
    codeId: pain,
    start: (second?.speechStart ?? 0) + 2,
    end: (fourth?.speechStart ?? 0) + 5,
  });
  const near = await app.worth('queries.around', { id: coding.id, turns: 1 });
  expect(near.turns.map(({ number, speaker }) => [number, speaker])).toEqual([
    [1, 'INT'],
    [2, 'Ann'],
    [3, 'INT'],
    [4, 'Ann'],
    [5, 'INT'],
  ]);
  expect(near).toMatchObject({ hasBefore: false, hasAfter: true });
  for (const turn of near.turns)
    expect(text.slice(turn.start, turn.start + turn.text.length)).toBe(turn.text);
  const far = await app.worth('queries.around', { id: coding.id, turns: 100 });
  expect(far.turns).toHaveLength(12);
  expect(far.hasAfter).toBe(false);
  expect((await app.worth('queries.around', { id: coding.id, turns: 0 })).hasBefore).toBe(true);
});

describe('the filters of a query', () => {
  const some = <T>(items: readonly T[]) =>
    fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, fc.subarray([...items]));

  /** Two more sources, a second time point: everything differs. */
  const widened = async () => {
    const base = await study();
    const { groups } = base;
    const timePoints = await app.worth('timePoints.list', {});
    const third = await importText('C third', talk('Ann', 6), {
      groupId: groups[0]?.id,
      casePseudonym: 'Ann',
      timePointId: timePoints[1]?.id,
    });
    const fourth = await importText('D fourth', talk('Cat', 6), {});
    return { ...base, timePoints, sources: [base.first, base.second, third, fourth] };
  };

  test('together let pass exactly what each of them does', { timeout: 120_000 }, async () => {
    const { pain, night, work, other, sources, groups, timePoints } = await widened();
    const theme = await app.worth('themes.create', { name: 'Nights' });
    const inner = await app.worth('themes.create', { name: 'Inner', parentId: theme.id });
    await app.worth('themes.addCode', { themeId: inner.id, codeId: work });
    const cases = await app.worth('cases.list', {});
    const band = await app.worth('attributes.create', { name: 'Age band' });
    const years = await app.worth('attributes.create', { name: 'Years', type: 'number' });
    const values = cases.flatMap(({ id }, index) => [
      { attributeId: band.id, caseId: id, value: index % 2 === 0 ? '40 to 49' : '50 to 59' },
      ...(index === 0 ? [] : [{ attributeId: years.id, caseId: id, value: String(index) }]),
    ]);
    await app.worth('attributes.setValues', { values });
    const coders = await app.worth('coders.list', {});
    const readings = await Promise.all(sources.map((id) => app.worth('sources.get', { id })));
    const codeIds = [pain, night, work];
    const made: Coding[] = [];
    for (const [index, sourceId] of sources.entries())
      for (let at = 0; at < 18; at += 1)
        made.push(
          await app.worth('codings.create', {
            sourceId,
            codeId: codeIds[(at * 7 + index) % 3] ?? '',
            start: at * 11,
            end: at * 11 + 5 + at,
            coderId: at % 4 === 0 ? other : (coders[0]?.id ?? ''),
          }),
        );
    const passes = (query: Definition, coding: Coding): boolean => {
      const reading = readings.find(({ source }) => source.id === coding.sourceId);
      const turn = reading?.turns[turnOf(reading.turns, coding.start)];
      const speaker = reading?.speakers.find(({ id }) => id === turn?.speakerId);
      const caseId = speaker?.caseId ?? reading?.source.caseId ?? '';
      const isIn = (list: readonly string[] | undefined, value: string | null | undefined) =>
        list === undefined || list.length === 0 || list.includes(value ?? '');
      const { codes } = query;
      const wanted = new Set(codes?.codeIds);
      if (codes?.themeIds?.includes(inner.id)) wanted.add(work);
      if (codes?.nested !== false) {
        if (codes?.themeIds?.includes(theme.id)) wanted.add(work);
        if (wanted.has(pain)) wanted.add(night);
      }
      const asksForCodes = [...(codes?.codeIds ?? []), ...(codes?.themeIds ?? [])].length > 0;
      return (
        (!asksForCodes || wanted.has(coding.codeId)) &&
        isIn(query.groupIds, reading?.source.groupId) &&
        isIn(query.timePointIds, reading?.source.timePointId) &&
        isIn(query.caseIds, caseId) &&
        isIn(query.sourceIds, coding.sourceId) &&
        isIn(query.coderIds, coding.coderId) &&
        isIn(query.speakerLabels, speaker?.label) &&
        (query.attributes ?? []).every(({ attributeId, values: wantedValues }) =>
          values.some(
            (each) =>
              each.attributeId === attributeId &&
              each.caseId === caseId &&
              wantedValues.includes(each.value),
          ),
        )
      );
    };
    const definitions = fc.record({
      codes: fc.record({
        codeIds: some(codeIds),
        themeIds: some([theme.id, inner.id]),
        nested: fc.boolean(),
      }),
      groupIds: some(groups.map(({ id }) => id)),
      timePointIds: some(timePoints.map(({ id }) => id)),
      caseIds: some(cases.map(({ id }) => id)),
      sourceIds: some(sources),
      coderIds: some(coders.map(({ id }) => id)),
      speakerLabels: some(['INT', 'Ann', 'Ben']),
      attributes: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        fc.subarray([
          { attributeId: band.id, values: ['40 to 49', '30 to 39'] },
          { attributeId: years.id, values: ['1', '2'] },
        ]),
      ),
    });
    let nonEmpty = 0;
    await fc.assert(
      fc.asyncProperty(definitions, async (definition) => {
        const expected = made.filter((coding) => passes(definition, coding)).map(({ id }) => id);
        const hits = await app.worth('queries.run', { definition });
        expect([...hits.ids].sort()).toEqual(expected.sort());
        if (expected.length > 0) nonEmpty += 1;
        for (const [at, id] of hits.ids.entries()) {
          const coding = made.find((known) => known.id === id);
          expect(hits.sources[hits.of.source[at] ?? -1]).toBe(coding?.sourceId);
          expect(hits.codes[hits.of.code[at] ?? -1]).toBe(coding?.codeId);
          expect(hits.coders[hits.of.coder[at] ?? -1]).toBe(coding?.coderId);
        }
      }),
      { numRuns: 400 },
    );
    expect(nonEmpty).toBeGreaterThan(20);
  });
});

test('saved queries are kept, renamed, changed and deleted, and undone', async () => {
  const query = await app.worth('queries.create', {
    name: 'Important',
    definition: { important: true },
  });
  await app.worth('queries.update', { id: query.id, name: 'What matters' });
  expect((await app.worth('project.state', {})).undo).toBe(
    "Rename query 'Important' to 'What matters'",
  );
  await app.worth('history.undo', {});
  await app.worth('queries.delete', { id: query.id });
  expect(await app.worth('queries.list', {})).toEqual([]);
  await app.worth('history.undo', {});
  const [kept] = await app.worth('queries.list', {});
  expect(kept?.name).toBe('Important');
  expect(JSON.parse(kept?.definition ?? '{}')).toMatchObject({ important: true, codes: {} });
});
