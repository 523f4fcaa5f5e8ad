import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '#shared/contract/errors.ts';
import type { ChangedEvent, EngineEvent, Job } from '#shared/contract/events.ts';
import { contract, type Input, type Method, type Output } from '#shared/contract/index.ts';
import type { AnyReply } from '#shared/contract/reply.ts';
import { startTestEngine, type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { exitOf, lineReader, runCommand, startCommand } from './command-line.ts';
import { finish, type HostAdapter, type Session } from './host.ts';

const unknownId = '01890000-0000-7000-8000-000000000000';

const digestOf = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

const words = [
  'INT: How has the pain been since we last spoke?',
  'P01: Some days I do not get out of bed. My daughter says I am “not myself”.',
  'INT: What helps?',
  'P01: Walking, a little. And being believed.',
].join('\n');

/** What every host must do alike. Each host runs all of it. */
export const hostSuite = (adapter: HostAdapter): void => {
  describe(`host: ${adapter.name}`, () => {
    let root: TempFolder;
    let folder: string;
    let session: Session;
    let projects = 0;

    const post = (method: string, input: unknown): Promise<AnyReply> => session.post(method, input);

    const worth = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
      const reply = await finish([adapter, session], [method, input]);
      if (!reply.ok) throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
      return reply.value;
    };

    const failure = async (method: string, input: unknown) => {
      const reply = await post(method, input);
      if (reply.ok) throw new Error(`${method} was expected to fail`);
      expect(errorCodes).toContain(reply.error.code);
      expect(reply.error.message).toMatch(/\w/u);
      return reply.error;
    };

    /** Opens a fresh project; answers its name, under which it lies in the folder. */
    const freshProject = async (): Promise<string> => {
      projects += 1;
      const name = `Study ${projects}`;
      await worth('project.create', { file: await session.newProject(name), name });
      return name;
    };

    const pathOf = (name: string): string => join(folder, `${name}.understory`);

    const importText = async (name: string, text: string): Promise<string> => {
      const path = join(root.path, name);
      await writeFile(path, text);
      const { files } = await worth('imports.run', {
        files: [{ token: await session.pickFile(path) }],
      });
      expect(files[0]).toMatchObject({ status: 'imported', error: null });
      return files[0]!.sourceId!;
    };

    beforeAll(async () => {
      root = await tempFolder();
      folder = join(root.path, 'projects');
      await mkdir(folder);
      session = await adapter.start(folder);
    });
    afterAll(async () => {
      await session.close();
      await root.remove();
    });

    describe('the contract', () => {
      test('describes every call, event and error as JSON Schema', async () => {
        const { calls, events, errors } = await worth('contract.describe', {});
        expect(Object.keys(calls).sort()).toEqual(Object.keys(contract).sort());
        expect(calls['codings.create']).toMatchObject({
          effect: 'edit',
          input: { type: 'object', required: ['sourceId', 'start', 'end', 'codeId'] },
        });
        expect(JSON.stringify(events)).toContain('"changed"');
        expect(errors).toEqual(errorCodes);
      });

      test('names a call that does not exist', async () => {
        for (const method of ['codes.explode', '__proto__', 'constructor', 'toString', 'codes'])
          expect(await failure(method, {})).toMatchObject({
            code: 'unknown-call',
            details: { method },
          });
      });

      test('names the field that does not fit, and changes nothing', async () => {
        await freshProject();
        const wrong: readonly (readonly [Method, unknown, string])[] = [
          ['codes.create', {}, 'name'],
          ['codes.create', { name: '   ' }, 'name'],
          ['codes.create', { name: 'Hope', colour: 99 }, 'colour'],
          ['codes.update', { id: 'not an id' }, 'id'],
          [
            'codings.create',
            { sourceId: unknownId, codeId: unknownId, start: -1, end: 2 },
            'start',
          ],
          [
            'codings.create',
            { sourceId: unknownId, codeId: unknownId, start: 0.5, end: 2 },
            'start',
          ],
          ['imports.run', { files: [{ token: '' }] }, 'files.0.token'],
        ];
        for (const [method, input, field] of wrong) {
          const error = await failure(method, input);
          expect(error.code).toBe('bad-input');
          expect(error.message).toContain(`${field}: `);
          expect(error.details).toMatchObject({ issues: [{ path: field.split('.') }] });
        }
        for (const input of [null, 'text', 7, [], { name: 'Hope', surplus: 1 }])
          expect((await failure('codes.create', input)).code).toBe('bad-input');
        expect(await worth('codes.list', {})).toEqual([]);
        expect((await worth('project.state', {})).undo).toBeNull();
      });

      test('says that no project is open', async () => {
        await worth('project.close', {});
        expect(await worth('project.state', {})).toEqual({
          project: null,
          fileName: null,
          coder: null,
          undo: null,
          redo: null,
        });
        for (const [method, input] of [
          ['codes.list', {}],
          ['codes.create', { name: 'Hope' }],
          ['history.undo', {}],
          ['project.check', {}],
        ] as const)
          expect((await failure(method, input)).code).toBe('no-project');
      });

      test('says what is not there, what is there already, and what does not go together', async () => {
        await freshProject();
        expect((await failure('codes.update', { id: unknownId, name: 'x' })).code).toBe(
          'not-found',
        );
        expect((await failure('sources.get', { id: unknownId })).code).toBe('not-found');
        expect((await failure('jobs.get', { id: unknownId })).code).toBe('not-found');
        const parent = await worth('codes.create', { name: 'Parent' });
        const child = await worth('codes.create', { name: 'Child', parentId: parent.id });
        const into = { ids: [parent.id], parentId: child.id };
        expect((await failure('codes.move', into)).code).toBe('conflict');
        await worth('groups.create', { name: 'Carers' });
        expect((await failure('groups.create', { name: 'Carers' })).code).toBe('conflict');
        expect((await failure('history.redo', {})).code).toBe('nothing-to-undo');
        expect((await worth('codes.list', {})).map((code) => code.name)).toEqual([
          'Parent',
          'Child',
        ]);
      });

      test('treats names that mean something to JavaScript as names', async () => {
        await freshProject();
        for (const name of ['__proto__', 'constructor', 'hasOwnProperty'])
          await worth('codes.create', { name, definition: name });
        const hostile: unknown = JSON.parse(
          '{"name": "x", "__proto__": {"name": "y", "admin": 1}}',
        );
        expect((await failure('codes.create', hostile)).code).toBe('bad-input');
        expect((await failure('codes.create', { name: 'x', constructor: 1 })).code).toBe(
          'bad-input',
        );
        const codes = await worth('codes.list', {});
        expect(codes.map((code) => code.name)).toEqual([
          '__proto__',
          'constructor',
          'hasOwnProperty',
        ]);
        expect(codes.every((code) => !('admin' in code))).toBe(true);
      });
    });

    describe('the work', () => {
      test('codes, codings and themes come back as they were made, after reopening too', async () => {
        const name = await freshProject();
        const sourceId = await importText('P01 baseline.txt', words);
        const code = await worth('codes.create', {
          name: 'Being believed',
          definition: 'Taken at their word',
        });
        const nested = await worth('codes.create', { name: 'By family', parentId: code.id });
        const { text } = await worth('sources.get', { id: sourceId });
        const start = text.indexOf('being believed');
        const coding = await worth('codings.create', {
          sourceId,
          codeId: code.id,
          start,
          end: start + 14,
        });
        const theme = await worth('themes.create', {
          name: 'Credibility',
          concept: 'Pain needs a witness',
        });
        await worth('themes.addCode', { themeId: theme.id, codeId: code.id });
        await worth('themes.addCode', { themeId: theme.id, codeId: nested.id });

        const read = async () => ({
          codes: await worth('codes.list', {}),
          codings: await worth('codings.list', { sourceId }),
          themes: await worth('themes.list', {}),
          inThemes: await worth('themes.codes', {}),
          quotes: await worth('codings.segments', { codeIds: [code.id] }),
        });
        const before = await read();
        expect(before.codes.map(({ name: label }) => label)).toEqual([
          'Being believed',
          'By family',
        ]);
        expect(before.codings).toEqual([coding]);
        expect(before.quotes.segments[0]).toMatchObject({ text: 'being believed', speaker: 'P01' });
        expect(before.inThemes.map(({ codeId }) => codeId)).toEqual([code.id, nested.id]);

        await worth('project.close', {});
        await worth('project.open', { file: await session.knownProject(name) });
        expect(await read()).toEqual(before);
        expect(await worth('project.check', {})).toMatchObject({ sound: true, problems: [] });
      });

      test('undo and redo reach across closing and opening', async () => {
        const name = await freshProject();
        const reopen = async () => {
          await worth('project.close', {});
          await worth('project.open', { file: await session.knownProject(name) });
        };
        const names = async () => (await worth('codes.list', {})).map((code) => code.name);
        await worth('codes.create', { name: 'Hope' });
        const fear = await worth('codes.create', { name: 'Fear' });
        await worth('codes.delete', { ids: [fear.id] });
        expect(await names()).toEqual(['Hope']);
        await reopen();
        await worth('history.undo', {});
        expect(await names()).toEqual(['Hope', 'Fear']);
        expect((await worth('codes.list', {}))[1]).toEqual(fear);
        await worth('history.undo', {});
        expect(await names()).toEqual(['Hope']);
        await reopen();
        expect((await worth('project.state', {})).redo).toContain('Fear');
        await worth('history.redo', {});
        await worth('history.redo', {});
        expect(await names()).toEqual(['Hope']);
        expect((await failure('history.redo', {})).code).toBe('nothing-to-undo');
        expect((await worth('project.check', {})).sound).toBe(true);
      });

      test('calls made at the same time all count, each once', async () => {
        await freshProject();
        const made = await Promise.all(
          Array.from({ length: 40 }, (_, index) =>
            worth('codes.create', { name: `Code ${index}` }),
          ),
        );
        expect(new Set(made.map((code) => code.id)).size).toBe(40);
        const codes = await worth('codes.list', {});
        expect(codes.map((code) => code.position)).toEqual(codes.map((_, index) => index));
        expect(new Set(codes.map((code) => code.name))).toEqual(
          new Set(made.map((code) => code.name)),
        );
        expect((await worth('project.check', {})).sound).toBe(true);
      });

      test('words in any script come back unchanged', async () => {
        await freshProject();
        const hard = [
          'Zażółć gęślą jaźń · naïve café',
          '疼痛与恐惧',
          'الألم والخوف',
          'दर्द',
          '👩🏽‍⚕️ 🫀 𝒳',
          'e\u0301 \u00e9',
          'a\u2028b\u0000c\t"\\</script>',
        ];
        for (const definition of hard) await worth('codes.create', { name: 'Name', definition });
        const codes = await worth('codes.list', {});
        expect(codes.map((code) => code.definition)).toEqual(hard);
        const name = '🫀 疼痛 naïve';
        await worth('themes.create', { name });
        expect((await worth('themes.list', {}))[0]?.name).toBe(name);
      });

      test('five megabytes of text come back unchanged', async () => {
        await freshProject();
        const line = 'P01: It is the not knowing that wears you down, día tras día — 痛み 🫀.\n';
        const text = line.repeat(Math.ceil(5_000_000 / Buffer.byteLength(line)));
        const sourceId = await importText('long.txt', text);
        const reading = await worth('sources.get', { id: sourceId });
        expect(createHash('sha256').update(reading.text.trimEnd()).digest('hex')).toBe(
          createHash('sha256').update(text.trimEnd()).digest('hex'),
        );
        const prose = line.repeat(13_000).slice(0, 900_000);
        const code = await worth('codes.create', { name: 'Long', definition: prose });
        expect(code.definition === prose).toBe(true);
      });
    });

    describe('files', () => {
      test('files come in, with a bad one among them, and a codebook goes out', async () => {
        await freshProject();
        const folderOf = join(root.path, 'in');
        await mkdir(folderOf);
        const inputs = [
          ['P01.txt', words],
          ['P02.md', words.replaceAll('P01', 'P02')],
          ['P03.docx', 'PK\u0003\u0004 but no archive'],
        ] as const;
        const tokens: string[] = [];
        for (const [name, text] of inputs) {
          await writeFile(join(folderOf, name), text);
          tokens.push(await session.pickFile(join(folderOf, name)));
        }
        const { files } = await worth('imports.run', { files: tokens.map((token) => ({ token })) });
        expect(files.map(({ file, status }) => [file, status])).toEqual([
          ['P01.txt', 'imported'],
          ['P02.md', 'imported'],
          ['P03.docx', 'refused'],
        ]);
        expect(files[0]).toMatchObject({
          turns: 4,
          speakers: [
            { label: 'INT', turns: 2 },
            { label: 'P01', turns: 2 },
          ],
        });
        expect(files[2]?.error?.code).toBe('import-refused');
        expect((await worth('sources.list', {})).map(({ name }) => name)).toHaveLength(2);

        const again = await worth('imports.run', {
          files: [{ token: await session.pickFile(join(folderOf, 'P01.txt')) }],
        });
        expect(again.files[0]?.status).toBe('duplicate');

        await worth('codes.create', { name: 'Being believed', definition: 'Taken at their word' });
        const target = await session.pickTarget('codebook.md');
        const result = await worth('exports.codebook', { file: target.token, format: 'md' });
        const written = Buffer.from(await target.read()).toString('utf8');
        expect(result).toMatchObject({ fileName: 'codebook.md', codes: 1 });
        expect(Buffer.byteLength(written)).toBe(result.bytes);
        expect(written).toContain('Being believed');
        expect(written).toContain('Taken at their word');
      });

      test('a token that nobody gave stands for nothing', async () => {
        const file = 'f'.repeat(32);
        expect((await failure('project.open', { file })).code).toBe('file-missing');
      });

      test('a file that is there is never written over by a new project', async () => {
        projects += 1;
        const name = `Study ${projects}`;
        const file = await session.newProject(name);
        await writeFile(pathOf(name), 'somebody else was here');
        expect((await failure('project.create', { file, name })).code).toBe('file-exists');
        expect(await readFile(pathOf(name), 'utf8')).toBe('somebody else was here');
      });
    });

    describe('project files that cannot be opened', () => {
      /** Makes a complete project file to be spoilt, without the host having seen it. */
      const makeFile = async (name: string): Promise<string> => {
        const test = await startTestEngine();
        try {
          const made = await test.newProject(name);
          for (let index = 0; index < 30; index += 1)
            await test.worth('codes.create', {
              name: `Code ${index}`,
              definition: 'x'.repeat(3000),
            });
          await test.worth('project.close', {});
          await cp(made, pathOf(name));
          return pathOf(name);
        } finally {
          await test.close();
        }
      };
      const change = async (path: string, edit: (bytes: Buffer) => void): Promise<void> => {
        const bytes = await readFile(path);
        edit(bytes);
        await writeFile(path, bytes);
      };
      const spoilt: readonly (readonly [string, string, (path: string) => Promise<void>])[] = [
        [
          'of a newer version',
          'project-newer',
          (path) => change(path, (bytes) => void bytes.writeUInt32BE(9999, 60)),
        ],
        ['cut short', 'project-damaged', (path) => truncate(path, 20_000)],
        [
          'overwritten inside',
          'project-damaged',
          (path) => change(path, (bytes) => void bytes.fill(0xff, 4096)),
        ],
        [
          'of another program',
          'not-a-project',
          (path) => change(path, (bytes) => void bytes.writeUInt32BE(1, 68)),
        ],
        ['that is a text', 'not-a-project', (path) => writeFile(path, 'Dear diary'.repeat(50))],
        ['that is empty', 'not-a-project', (path) => writeFile(path, '')],
      ];

      test.each(spoilt)('one %s is refused as %s and left as it was', async (what, code, spoil) => {
        const name = `Spoilt ${what}`;
        const path = await makeFile(name);
        await spoil(path);
        const before = await digestOf(path);
        const beside = await readdir(folder);
        const file = await session.knownProject(name);
        expect((await failure('project.open', { file })).code).toBe(code);
        expect(await digestOf(path)).toBe(before);
        expect(await readdir(folder)).toEqual(beside);
      });

      test('one that is not there is said to be missing', async () => {
        const file = await session.knownProject('Nowhere');
        expect((await failure('project.open', { file })).code).toBe('file-missing');
        expect(await readdir(folder)).not.toContain('Nowhere.understory');
      });

      test('one that another process has open is locked, and says who has it', async () => {
        const path = await makeFile('Shared');
        const holder = startCommand(['batch', path, '-'], { data: root.path });
        holder.stderr.resume();
        const nextLine = lineReader(holder.stdout);
        holder.stdin.write('{"method": "codes.create", "input": {"name": "Theirs"}}\n');
        expect(JSON.parse(await nextLine())).toMatchObject({ ok: true });
        const file = await session.knownProject('Shared');
        const error = await failure('project.open', { file });
        expect(error.code).toBe('project-locked');
        expect(error.message).toContain(userInfo().username);
        holder.stdin.end();
        expect(await exitOf(holder)).toBe(0);
        await worth('project.open', { file });
        expect((await worth('codes.list', {})).at(-1)?.name).toBe('Theirs');
        const other = await runCommand(['check', path, '--json'], { data: root.path });
        expect(other.code).toBe(1);
        expect(JSON.parse(other.stdout)).toMatchObject({ error: { code: 'project-locked' } });
      });
    });

    describe('jobs', () => {
      test('a job is worth something when it has ended, and says so when it fails', async () => {
        await freshProject();
        const backup = await worth('project.backUp', {});
        expect(await worth('project.backups', {})).toEqual([backup]);
        const missing = await finish(
          [adapter, session],
          ['exports.codebook', { file: 'f'.repeat(32), format: 'nonsense' as 'md' }],
        );
        expect(missing).toMatchObject({ ok: false, error: { code: 'bad-input' } });
        const jobs = await worth('jobs.list', {});
        expect(jobs.at(-1)).toMatchObject({ method: 'project.backUp', state: 'finished' });
        expect(jobs.at(-1)?.value).toEqual(backup);
      });
    });

    // The command line waits for a job and says what came of it; its own tests stop one.
    if (!adapter.waitsForJobs)
      describe('what is heard meanwhile', () => {
        test('a job tells how far it is, and stops when asked', async () => {
          await freshProject();
          const heard: Job[] = [];
          const { listen } = session;
          const stop = listen?.((event) => {
            if (event.type === 'job') heard.push(event.job);
          });
          const tokens: string[] = [];
          for (let index = 0; index < 150; index += 1) {
            const path = join(root.path, `many ${index}.txt`);
            await writeFile(path, words.replaceAll('P01', `P${index}`));
            tokens.push(await session.pickFile(path));
          }
          const files = tokens.map((token) => ({ token }));
          const started = await post('imports.run', { files });
          if (!started.ok) throw new Error(started.error.message);
          const { jobId } = started.value as { readonly jobId: string };
          await expect
            .poll(async () => (await worth('jobs.get', { id: jobId })).done, {
              timeout: 20_000,
              interval: 5,
            })
            .toBeGreaterThan(0);
          await worth('jobs.cancel', { id: jobId });
          await expect
            .poll(async () => (await worth('jobs.get', { id: jobId })).state, { timeout: 20_000 })
            .toBe('cancelled');
          const ended = await worth('jobs.get', { id: jobId });
          expect(ended.total).toBe(150);
          expect(ended.done).toBeLessThan(150);
          expect(ended.error?.code).toBe('cancelled');
          const kept = (await worth('sources.list', {})).length;
          expect(kept).toBeGreaterThan(0);
          expect(kept).toBeLessThan(150);
          expect((await worth('project.check', {})).sound).toBe(true);
          await expect.poll(() => heard.at(-1)?.state).toBe('cancelled');
          stop?.();
        });

        test('an edit names the records it changed', async () => {
          await freshProject();
          const heard: EngineEvent[] = [];
          const stop = session.listen?.((event) => heard.push(event));
          const changed = (): readonly ChangedEvent[] =>
            heard.filter((event) => event.type === 'changed');
          const code = await worth('codes.create', { name: 'Hope' });
          await expect.poll(() => changed().length).toBe(1);
          expect(changed()[0]).toMatchObject({ records: { code: [code.id] } });
          expect(changed()[0]?.label).toContain('Hope');
          const theme = await worth('themes.create', { name: 'Credibility' });
          const place = await worth('themes.addCode', { themeId: theme.id, codeId: code.id });
          await worth('history.undo', {});
          await expect.poll(() => changed().length).toBe(4);
          expect(changed().map(({ records }) => records)).toEqual([
            { code: [code.id] },
            { theme: [theme.id] },
            { theme_code: [place.id] },
            { theme_code: [place.id] },
          ]);
          const sets = await worth('history.list', {});
          expect(changed()[3]?.changeSetId).toBe(sets[0]?.id);
          await worth('codes.update', { id: code.id, name: 'Hope' });
          await worth('project.close', {});
          await expect.poll(() => heard.at(-1)?.type).toBe('session');
          expect(changed()).toHaveLength(4);
          stop?.();
        });
      });

    test('ending the host leaves one complete file', async () => {
      const own = join(root.path, 'ending');
      await mkdir(own);
      const other = await adapter.start(own);
      const file = await other.newProject('Last');
      const created = await other.post('project.create', { file, name: 'Last' });
      expect(created).toMatchObject({ ok: true });
      expect(await other.post('codes.create', { name: 'Kept' })).toMatchObject({ ok: true });
      await other.close();
      expect(await readdir(own)).toEqual(['Last.understory']);
      const checked = await runCommand(['call', join(own, 'Last.understory'), 'codes.list'], {
        data: root.path,
      });
      expect(JSON.parse(checked.stdout)).toMatchObject([{ name: 'Kept' }]);
    });
  });
};
