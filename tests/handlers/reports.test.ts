import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partsOfReport, type ReportPart } from '#shared/model/report.ts';
import type { Block, WrittenReport } from '#shared/model/written.ts';
import { appendQuote, linkUrl } from '#shared/text/links.ts';
import { richTextFrom } from '#shared/text/rich-text.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

const words = 'INT: How are you?\nAnn: Tired, mostly.\nINT: And?\nAnn: Not believed.\n';

/** Two interviews, a theme with a subtheme and a candidate, quotes of both people. */
const study = async () => {
  const [group] = await app.worth('groups.list', {});
  const [timePoint] = await app.worth('timePoints.list', {});
  const sourceIds: string[] = [];
  for (const person of ['Ann', 'Bea']) {
    const path = join(app.folder, `${person}.txt`);
    await writeFile(path, `${words.replaceAll('Ann', person)}${person} said so.\n`);
    const { files } = await app.worth('imports.run', {
      files: [
        {
          token: await app.engine.offer(path),
          casePseudonym: person,
          groupId: group?.id ?? null,
          timePointId: timePoint?.id ?? null,
        },
      ],
    });
    sourceIds.push(files[0]?.sourceId ?? '');
  }
  const [ann = '', bea = ''] = sourceIds;
  const { id: codeId } = await app.worth('codes.create', { name: 'Being believed' });
  const theme = await app.worth('themes.create', { name: 'Credibility', status: 'named' });
  const subtheme = await app.worth('themes.create', {
    name: 'At work',
    parentId: theme.id,
    status: 'reviewed',
  });
  const candidate = await app.worth('themes.create', { name: 'Rest' });
  await app.worth('themes.addCode', { themeId: subtheme.id, codeId });
  const code = async (sourceId: string, quote: string) => {
    const { text } = await app.worth('sources.get', { id: sourceId });
    const start = text.indexOf(quote);
    return app.worth('codings.create', { sourceId, codeId, start, end: start + quote.length });
  };
  return {
    theme,
    subtheme,
    candidate,
    codeId,
    ann,
    tired: await code(ann, 'Tired, mostly'),
    believed: await code(bea, 'Not believed'),
  };
};

const read = async (id: string, counts?: boolean): Promise<WrittenReport> => {
  const report = await app.worth('reports.read', {
    id,
    ...(counts === undefined ? {} : { counts }),
  });
  if (report === null) throw new Error('The report is gone');
  return report;
};
const blocksOf = ({ parts }: WrittenReport): readonly Block[] =>
  parts.flatMap(({ blocks }) => blocks);
const gapsOf = ({ parts }: WrittenReport): readonly string[] => parts.flatMap(({ gaps }) => gaps);
const quotesOf = (report: WrittenReport): readonly string[] =>
  blocksOf(report).flatMap((block) => (block.type === 'quote' ? [block.quote.text] : []));

let next = 0;
const partId = (): string => `00000000-0000-7000-8000-${String((next += 1)).padStart(12, '0')}`;
const themePart = (themeId: string, codingIds: readonly string[] = []): ReportPart => ({
  id: partId(),
  type: 'theme',
  themeId,
  codingIds,
});

const reportOf = async (parts: readonly ReportPart[]): Promise<string> => {
  const { id } = await app.worth('reports.create', { name: 'Findings' });
  for (const part of parts) await app.worth('reports.addPart', { reportId: id, part });
  return id;
};

describe('a report from the template', () => {
  test('has an introduction, the themes that are ready at a glance and each by itself, and findings', async () => {
    const { theme, subtheme, tired } = await study();
    await app.worth('extracts.mark', { themeId: subtheme.id, codingId: tired.id, fit: 'telling' });
    const report = await app.worth('reports.create', { name: 'Findings', template: 'themes' });
    expect(partsOfReport(report)).toMatchObject([
      { type: 'text', heading: 'Introduction' },
      { type: 'theme table', themeIds: [theme.id, subtheme.id] },
      { type: 'theme', themeId: theme.id, codingIds: [] },
      { type: 'theme', themeId: subtheme.id, codingIds: [tired.id] },
      { type: 'claims', kind: 'finding' },
    ]);
  });

  test('has every theme while none is ready, except retired ones', async () => {
    await app.worth('themes.create', { name: 'Rest' });
    await app.worth('themes.create', { name: 'Gone', status: 'retired', retiredReason: 'Thin' });
    const report = await app.worth('reports.create', { name: 'Draft', template: 'themes' });
    expect(partsOfReport(report).filter(({ type }) => type === 'theme')).toHaveLength(1);
  });
});

test('parts are added in their place, moved, changed and taken out, and each of it is undone', async () => {
  const { theme, subtheme } = await study();
  const [first, second] = [themePart(theme.id), themePart(subtheme.id)];
  const id = await reportOf([first, second]);
  const text: ReportPart = { id: partId(), type: 'text', heading: 'Before', body: '' };
  await app.worth('reports.addPart', { reportId: id, part: text, position: 0 });
  const order = async () =>
    partsOfReport((await app.worth('reports.list', {}))[0]!).map((part) => part.id);
  expect(await order()).toEqual([text.id, first.id, second.id]);
  await app.worth('reports.movePart', { reportId: id, partId: text.id, position: 1 });
  expect(await order()).toEqual([first.id, text.id, second.id]);
  await app.worth('reports.removePart', { reportId: id, partId: first.id });
  expect(await order()).toEqual([text.id, second.id]);
  await app.worth('history.undo', {});
  await app.worth('history.undo', {});
  expect(await order()).toEqual([text.id, first.id, second.id]);
});

test('a part takes only the fields it has, and nothing changes where it has not', async () => {
  const { theme } = await study();
  const part = themePart(theme.id);
  const reportId = await reportOf([part]);
  await expect(
    app.worth('reports.changePart', { reportId, partId: part.id, heading: 'Mine' }),
  ).rejects.toThrow('bad-input');
  await expect(
    app.worth('reports.changePart', { reportId, partId: partId(), codingIds: [] }),
  ).rejects.toThrow('not-found');
});

test('quotes are attributed by pseudonym, group, time point and turn, and follow corrections', async () => {
  const { subtheme, tired, ann } = await study();
  const id = await reportOf([themePart(subtheme.id, [tired.id])]);
  const quote = blocksOf(await read(id)).find((block) => block.type === 'quote');
  const [group] = await app.worth('groups.list', {});
  const [timePoint] = await app.worth('timePoints.list', {});
  expect(quote).toEqual({
    type: 'quote',
    quote: {
      url: linkUrl({ kind: 'coding', id: tired.id }),
      text: 'Tired, mostly',
      who: `Ann, ${group?.name}, ${timePoint?.name}, turn 2`,
    },
  });
  const { turns, text } = await app.worth('sources.get', { id: ann });
  const turn = turns[1]!;
  const before = text.slice(turn.speechStart, turn.end);
  const speeches = [{ turnId: turn.id, before, after: before.replace('mostly', 'always') }];
  await app.worth('turns.correct', { sourceId: ann, speeches });
  expect(quotesOf(await read(id))).toEqual(['Tired, always']);
});

test('words that are gone are left out of narrative and quotes, and said to be missing', async () => {
  const { subtheme, tired, believed, ann } = await study();
  const quoted = (coding: { readonly id: string }) => ({
    url: linkUrl({ kind: 'coding', id: coding.id }),
    text: 'As it was once',
    from: 'Ann, turn 2',
    sourceId: ann,
    start: 0,
    end: 1,
  });
  await app.worth('themes.update', {
    id: subtheme.id,
    narrative: appendQuote(
      appendQuote(richTextFrom(['They say:']), quoted(tired)),
      quoted(believed),
    ),
  });
  const id = await reportOf([themePart(subtheme.id, [tired.id])]);
  expect(quotesOf(await read(id))).toEqual(['Tired, mostly', 'Not believed', 'Tired, mostly']);
  expect(gapsOf(await read(id))).toEqual(['1 quote is in the narrative and chosen below it too.']);
  await app.worth('codings.delete', { ids: [tired.id] });
  const after = await read(id);
  expect(quotesOf(after)).toEqual(['Not believed']);
  expect(JSON.stringify(after)).not.toContain('As it was once');
  expect(gapsOf(after)).toEqual(['2 quotes are no longer in the project and left out.']);
});

test('two quotes that become one when codes are merged are quoted once', async () => {
  const { subtheme, tired, codeId } = await study();
  const other = await app.worth('codes.create', { name: 'Credence' });
  await app.worth('themes.addCode', { themeId: subtheme.id, codeId: other.id });
  const { sourceId, start, end } = tired;
  const same = await app.worth('codings.create', { sourceId, codeId: other.id, start, end });
  const id = await reportOf([themePart(subtheme.id, [same.id, tired.id])]);
  expect(quotesOf(await read(id))).toHaveLength(2);
  await app.worth('codes.merge', { ids: [other.id], into: codeId });
  expect(quotesOf(await read(id))).toEqual(['Tired, mostly']);
  expect(gapsOf(await read(id))).toEqual(['This theme has no narrative yet.']);
});

test('the words of quotes are always the words of the text', async () => {
  const { subtheme, codeId, ann } = await study();
  const { text } = await app.worth('sources.get', { id: ann });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc
          .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 }))
          .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) })),
        { minLength: 1, maxLength: 5 },
      ),
      async (ranges) => {
        const ids: string[] = [];
        for (const range of ranges)
          ids.push((await app.worth('codings.create', { sourceId: ann, codeId, ...range })).id);
        const quotes = quotesOf(await read(await reportOf([themePart(subtheme.id, ids)])));
        expect(quotes).toEqual(ids.map((_, at) => text.slice(ranges[at]?.start, ranges[at]?.end)));
      },
    ),
    { numRuns: 10 },
  );
});

test('headings pass over no level, also where a subtheme comes first', async () => {
  const { theme, subtheme } = await study();
  const narrative = JSON.stringify({
    root: {
      type: 'root',
      children: [{ type: 'heading', tag: 'h3', children: [{ type: 'text', text: 'Within' }] }],
    },
  });
  await app.worth('themes.update', { id: subtheme.id, narrative });
  const levels = async (ids: readonly string[]) =>
    blocksOf(await read(await reportOf(ids.map((id) => themePart(id))))).flatMap((block) =>
      block.type === 'heading' ? [block.level] : [],
    );
  expect(await levels([subtheme.id, theme.id])).toEqual([1, 2, 1]);
  expect(await levels([theme.id, subtheme.id])).toEqual([1, 2, 3]);
});

test('counts are there as the approach has it, or as asked for', async () => {
  const { theme, subtheme } = await study();
  const id = await reportOf([
    themePart(theme.id),
    {
      id: partId(),
      type: 'theme table',
      heading: 'Table',
      themeIds: [theme.id, subtheme.id],
      quotes: [],
    },
  ]);
  const isCounted = (report: WrittenReport) =>
    /2 quotes from 2 people|2 \(2\)/u.test(JSON.stringify(report));
  expect((await app.worth('project.state', {})).project?.approach).toBe('reflexive');
  expect(isCounted(await read(id))).toBe(false);
  expect(isCounted(await read(id, true))).toBe(true);
});

test('the table has themes, subthemes and a quote each: the one chosen, else that of the part', async () => {
  const { theme, subtheme, candidate, tired, believed } = await study();
  const table: ReportPart = {
    id: partId(),
    type: 'theme table',
    heading: 'Table',
    themeIds: [candidate.id, subtheme.id, theme.id],
    quotes: [],
  };
  const id = await reportOf([table, themePart(subtheme.id, [tired.id])]);
  const rows = async () =>
    blocksOf(await read(id)).flatMap((block) => (block.type === 'theme table' ? block.rows : []));
  expect(await rows()).toMatchObject([
    { theme: 'Credibility', span: 1, subtheme: 'At work', quote: { text: 'Tired, mostly' } },
    { theme: 'Rest', span: 1, subtheme: '', quote: null },
  ]);
  await app.worth('reports.changePart', {
    reportId: id,
    partId: table.id,
    quotes: [
      { themeId: subtheme.id, codingId: believed.id },
      { themeId: theme.id, codingId: tired.id },
    ],
  });
  expect(await rows()).toMatchObject([
    { theme: 'Credibility', span: 2, subtheme: '', quote: { text: 'Tired, mostly' } },
    { theme: 'Credibility', span: 0, subtheme: 'At work', quote: { text: 'Not believed' } },
    { theme: 'Rest', span: 1 },
  ]);
});

test('a quote is used once in each narrative and each report, however often it stands there', async () => {
  const { theme, subtheme, tired, believed, ann } = await study();
  const quoted = {
    url: linkUrl({ kind: 'coding', id: tired.id }),
    text: 'Tired',
    from: 'Ann',
    sourceId: ann,
    start: 0,
    end: 1,
  };
  await app.worth('themes.update', {
    id: theme.id,
    narrative: appendQuote(appendQuote('', quoted), quoted),
  });
  await reportOf([
    themePart(theme.id, [tired.id]),
    themePart(subtheme.id, [tired.id, believed.id]),
  ]);
  expect(await app.worth('reports.quoteUse', {})).toEqual([
    { codingId: tired.id, narratives: 1, reports: 1, packs: 0 },
    { codingId: believed.id, narratives: 0, reports: 1, packs: 0 },
  ]);
});

test('the extracts of a theme are found by their words, whatever the letters, with what was said of them', async () => {
  const { theme, subtheme, tired, believed } = await study();
  await app.worth('extracts.mark', { themeId: theme.id, codingId: tired.id, fit: 'contrary' });
  const all = await app.worth('extracts.find', { themeId: theme.id });
  expect(all.ids).toEqual([tired.id, believed.id]);
  expect(all.cases).toHaveLength(2);
  const found = await app.worth('extracts.find', { themeId: subtheme.id, text: ' BELIÉVED ' });
  expect(found.ids).toEqual([believed.id]);
  expect(found.of.case).toEqual([all.of.case[1]]);
  const bare = await app.worth('themes.create', { name: 'Bare' });
  expect((await app.worth('extracts.find', { themeId: bare.id })).ids).toEqual([]);
});

test.each(['docx', 'html', 'md'] as const)(
  'a report is written as %s, with what is missing said',
  async (format) => {
    const { subtheme, tired } = await study();
    const reportId = await reportOf([
      { id: partId(), type: 'text', heading: 'Introduction', body: '' },
      themePart(subtheme.id, [tired.id]),
    ]);
    const path = join(app.folder, `report.${format}`);
    const written = await app.worth('exports.report', {
      file: await app.engine.offer(path),
      format,
      reportId,
    });
    expect(written).toMatchObject({
      parts: 2,
      warnings: [
        "Part 1 ('Introduction'): Nothing is written here yet, so this part is left out.",
        'Part 2: This theme has no narrative yet.',
      ],
    });
    expect((await readFile(path)).length).toBe(written.bytes);
  },
);

test('a report with nothing in it is refused, and a report that is gone is null', async () => {
  const reportId = await reportOf([]);
  const file = await app.engine.offer(join(app.folder, 'none.md'));
  await expect(app.worth('exports.report', { file, format: 'md', reportId })).rejects.toThrow(
    'no file was written',
  );
  await app.worth('reports.delete', { id: reportId });
  expect(await app.worth('reports.read', { id: reportId })).toBeNull();
  await app.worth('history.undo', {});
  expect(await app.worth('reports.read', { id: reportId })).toMatchObject({ name: 'Findings' });
});

test('findings are listed with what they rest on, without the notes on them', async () => {
  const { theme } = await study();
  const claim = await app.worth('claims.create', {
    kind: 'finding',
    statement: 'Being believed comes first',
    note: 'Ask the steering group',
  });
  await app.worth('claims.rest', { claimId: claim.id, on: [{ kind: 'theme', id: theme.id }] });
  const part: ReportPart = { id: partId(), type: 'claims', heading: 'Findings', kind: 'finding' };
  const written = await read(await reportOf([part]));
  expect(blocksOf(written)).toEqual([
    { type: 'heading', level: 1, text: 'Findings' },
    {
      type: 'claims',
      claims: [{ statement: 'Being believed comes first', restsOn: ['Credibility'] }],
    },
  ]);
  expect(JSON.stringify(written)).not.toContain('steering');
});
