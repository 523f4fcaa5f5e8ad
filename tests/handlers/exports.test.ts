import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '#electron/engine/run.ts';
import { createProject } from '#electron/project/open.ts';
import type { Job } from '#shared/contract/events.ts';
import { codebookFormats } from '#shared/contract/exports.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { addCode, addCoding, addSource } from '#tests/project/study.ts';

let host: TestEngine;

beforeEach(async () => {
  host = await startTestEngine();
});
afterEach(async () => {
  await host.close();
});

const target = async (name: string): Promise<{ path: string; file: string }> => {
  const path = join(host.folder, name);
  return { path, file: await host.engine.offer(path) };
};

/** Opens a project with `codes` codes and 60 sources, each with one coding of the first code. */
const openStudy = async (codes: number): Promise<{ first: string }> => {
  const path = join(host.folder, 'Study.understory');
  const project = createProject(path, 'Steadier Days', 'Ruth');
  const first = project.edit((label) => {
    label('Test');
    const top = addCode(project, { name: 'Being believed', position: 0 });
    for (let at = 1; at < codes; at += 1)
      addCode(project, { name: `Code ${at}`, position: at, parentId: top });
    for (let at = 0; at < 60; at += 1) {
      const words = `They had decided before I sat down, that was visit ${at}`;
      const source = addSource(project, { name: `P${at}`, turns: [['Marian', words]] });
      addCoding(project, { code: top, source, quote: words });
    }
    return top;
  }).value;
  project.close();
  await host.worth('project.open', { file: await host.engine.offer(path) });
  return { first };
};

describe('exports.codebook', () => {
  test.each(codebookFormats)('writes a %s file and says what is in it', async (format) => {
    await openStudy(3);
    const { path, file } = await target(`Codebook.${format}`);
    const value = await host.worth('exports.codebook', { file, format, quotes: true });
    expect(value).toEqual({
      fileName: `Codebook.${format}`,
      bytes: readFileSync(path).length,
      codes: 3,
      warnings: [],
    });
  });

  test('writes counts as the approach has it unless asked otherwise, and quotes where wanted', async () => {
    await openStudy(2);
    const { path, file } = await target('Codebook.md');
    await host.worth('exports.codebook', { file, format: 'md' });
    expect(readFileSync(path, 'utf8')).not.toContain('60 codings');
    await host.worth('exports.codebook', { file, format: 'md', counts: true });
    expect(readFileSync(path, 'utf8')).toContain('60 codings in 60 sources');
    await host.worth('project.declareApproach', { approach: 'codebook' });
    await host.worth('exports.codebook', { file, format: 'md' });
    expect(readFileSync(path, 'utf8')).toContain('60 codings in 60 sources');
    expect(readFileSync(path, 'utf8')).not.toContain('They had decided');
    await host.worth('exports.codebook', { file, format: 'md', counts: false, quotes: true });
    expect(readFileSync(path, 'utf8')).not.toContain('60 codings');
    expect(readFileSync(path, 'utf8')).toContain(
      '> “They had decided before I sat down, that was visit 0”\n>\n> — Marian, P0',
    );
  });

  test('writes only the codes chosen, with what is nested in them', async () => {
    const { first } = await openStudy(4);
    await host.worth('codes.create', { name: 'Trust' });
    const { path, file } = await target('Codebook.csv');
    const value = await host.worth('exports.codebook', { file, format: 'csv', codeIds: [first] });
    expect(value.codes).toBe(4);
    expect(readFileSync(path, 'utf8')).not.toContain('Trust');
  });

  test('is refused for a project without codes, and nothing is written', async () => {
    await host.newProject();
    const { path, file } = await target('Codebook.qdc');
    const reply = await run(host.engine, ['exports.codebook', { file, format: 'qdc' }]);
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'export-refused',
        message: 'There are no codes to export yet. No file was written. Create a code first.',
      },
    });
    expect(existsSync(path)).toBe(false);
  });

  test('names a code that is not in the project', async () => {
    await openStudy(1);
    const { file } = await target('Codebook.md');
    const id = '019ab3c0-0000-7000-8000-00000000dead';
    const reply = await run(host.engine, [
      'exports.codebook',
      { file, format: 'md', codeIds: [id] },
    ]);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'not-found', details: { kind: 'code', id } },
    });
  });

  test('needs a project', async () => {
    const { file } = await target('Codebook.md');
    const reply = await run(host.engine, ['exports.codebook', { file, format: 'md' }]);
    expect(reply).toMatchObject({ ok: false, error: { code: 'no-project' } });
  });

  test('tells how far it is, and lets other calls in meanwhile', async () => {
    await openStudy(2000);
    const { file } = await target('Codebook.html');
    const heard: Job[] = [];
    const done = run(
      host.engine,
      ['exports.codebook', { file, format: 'html', quotes: true }],
      (job) => heard.push(job),
    );
    const state = await host.worth('project.state', {});
    expect(state.project?.name).toBe('Steadier Days');
    expect(heard.every((job) => job.state === 'running')).toBe(true);
    expect(await done).toMatchObject({ ok: true, value: { codes: 2000 } });
    const last = heard.at(-1);
    expect(last?.total).toBe(63);
    expect(heard.map((job) => job.done)).toEqual(
      heard.map((job) => job.done).toSorted((a, b) => a - b),
    );
  });

  test('stops when cancelled on the way and leaves no file', async () => {
    await openStudy(200);
    const { path, file } = await target('Codebook.md');
    const reply = await host.engine.call('exports.codebook', { file, format: 'md', quotes: true });
    if (!reply.ok) throw new Error(reply.error.message);
    const { jobId } = reply.value;
    // As a message from a window would: only where the job pauses can it get in.
    await setImmediate();
    await host.worth('jobs.cancel', { id: jobId });
    let job = await host.worth('jobs.get', { id: jobId });
    while (job.state === 'running') {
      await setImmediate();
      job = await host.worth('jobs.get', { id: jobId });
    }
    expect(job.state).toBe('cancelled');
    expect(existsSync(path)).toBe(false);
    expect((await readdir(host.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('exports.segments', () => {
  /** Two codes of one name, nested apart, with a quote each in two groups; answers what was made. */
  const openTwins = async () => {
    await host.newProject();
    const groups = await host.worth('groups.list', {});
    const source = async (name: string, group: number): Promise<string> => {
      const path = join(host.folder, `${name}.txt`);
      writeFileSync(path, 'INT: How was it?\nAnn: It hurt at night and I told nobody.');
      const token = await host.engine.offer(path);
      const { files } = await host.worth('imports.run', {
        files: [
          {
            token,
            sourceName: name,
            groupId: groups[group]?.id ?? null,
            casePseudonym: name,
            evenIfDuplicate: true,
          },
        ],
      });
      return files[0]?.sourceId ?? '';
    };
    const [second, first] = [await source('B second', 0), await source('A first', 1)];
    const code = async (name: string, parentId: string | null = null): Promise<string> =>
      (await host.worth('codes.create', { name, parentId })).id;
    const [body, mind] = [await code('Body'), await code('Mind')];
    const [hurtBody, hurtMind] = [await code('Hurt', body), await code('Hurt', mind)];
    const quote = async (sourceId: string, codeId: string): Promise<string> =>
      (await host.worth('codings.create', { sourceId, codeId, start: 22, end: 29 })).id;
    return {
      groups,
      hurtMind,
      ids: [
        await quote(first, hurtMind),
        await quote(first, hurtBody),
        await quote(second, hurtMind),
      ],
    };
  };

  const headingsIn = (path: string): readonly string[] =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('## '));

  test('keeps codes of one name apart, in the order of the codebook', async () => {
    await openTwins();
    const { path, file } = await target('Segments.md');
    const value = await host.worth('exports.segments', { file, format: 'md' });
    expect(value).toMatchObject({ fileName: 'Segments.md', segments: 3, warnings: [] });
    expect(headingsIn(path)).toEqual(['## Body › Hurt', '## Mind › Hurt']);
  });

  test.each([
    ['source', ['## A first', '## B second']],
    ['case', ['## A first', '## B second']],
    ['group', ['## Participant', '## GP']],
    ['time point', ['## No time point']],
    ['none', []],
  ] as const)('gathers segments under headings of %s, as they are listed', async (by, headings) => {
    await openTwins();
    const { path, file } = await target('Segments.md');
    await host.worth('exports.segments', { file, format: 'md', headings: by });
    expect(headingsIn(path)).toEqual(headings);
  });

  test('writes only what the query finds, or the segments named in their order, with memos', async () => {
    const { ids, hurtMind } = await openTwins();
    await host.worth('memos.create', {
      targetKind: 'coding',
      targetId: ids[2] ?? '',
      title: 'Nights',
    });
    const { path, file } = await target('Segments.csv');
    const found = await host.worth('exports.segments', {
      file,
      format: 'csv',
      definition: { codes: { codeIds: [hurtMind] } },
    });
    expect(found.segments).toBe(2);
    const named = await host.worth('exports.segments', {
      file,
      format: 'csv',
      ids: [ids[2] ?? '', ids[0] ?? ''],
      headings: 'none',
    });
    expect(named.segments).toBe(2);
    const [, first, last] = readFileSync(path, 'utf8').split('\r\n');
    expect(first).toContain('B second');
    expect(first).toMatch(/,Nights$/u);
    expect(last).toContain('A first');
  });

  test('stops when cancelled on the way and leaves no file', async () => {
    const { first } = await openStudy(2);
    const sources = await host.worth('sources.list', {});
    for (const { id } of sources)
      for (let start = 0; start < 10; start += 1)
        await host.worth('codings.create', { sourceId: id, codeId: first, start, end: start + 9 });
    const { path, file } = await target('Segments.md');
    const reply = await host.engine.call('exports.segments', { file, format: 'md' });
    if (!reply.ok) throw new Error(reply.error.message);
    const { jobId } = reply.value;
    await setImmediate();
    await host.worth('jobs.cancel', { id: jobId });
    let job = await host.worth('jobs.get', { id: jobId });
    while (job.state === 'running') {
      await setImmediate();
      job = await host.worth('jobs.get', { id: jobId });
    }
    expect(job.state).toBe('cancelled');
    expect(existsSync(path)).toBe(false);
  });
});
