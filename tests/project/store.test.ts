import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkProject } from '#electron/project/check.ts';
import { createProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { updateRecord } from '#electron/project/records.ts';
import { editText, getText } from '#electron/project/texts.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { addCode, addCoding, addSource } from './study.ts';

let folder: TempFolder;
let project: Project;

beforeEach(async () => {
  folder = await tempFolder();
  project = createProject(join(folder.path, 'Study.understory'), 'Study', 'Ruth');
});
afterEach(async () => {
  project.close();
  await folder.remove();
});

describe('an edit', () => {
  test('that names nothing is refused, and leaves nothing', () => {
    expect(() => project.edit(() => void addCode(project, { name: 'Pain', position: 0 }))).toThrow(
      'Something went wrong',
    );
    expect(project.store.all('SELECT * FROM code')).toEqual([]);
    expect(project.currentSet).toBeNull();
  });

  test('that fails half way leaves nothing, and the next one is recorded', () => {
    expect(() =>
      project.edit((label) => {
        label('Fails');
        addCode(project, { name: 'Pain', position: 0 });
        throw new Error('half way');
      }),
    ).toThrow();
    expect(project.store.all('SELECT * FROM code')).toEqual([]);
    addCode(project, { name: 'Sleep', position: 0 });
    expect(checkProject(project).problems).toEqual([]);
  });

  test('of a text is undone and redone by its replacements, whatever they are', () => {
    const words = 'It hurts 😀 in the night, and nobody believes it.';
    const isInside = (text: string, at: number): boolean => /[\udc00-\udfff]/u.test(text[at] ?? '');
    const replacement = fc.record({
      cut: fc.nat(4),
      keep: fc.nat(9),
      text: fc.string({ unit: 'grapheme', maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(replacement, { maxLength: 4 }), { maxLength: 5 }), (edits) => {
        const source = addSource(project, { name: 'One', turns: [['P01', words]] });
        const texts = [getText(project.store, source)];
        for (const plan of edits) {
          let from = 0;
          const before = texts.at(-1) ?? '';
          const replacements = plan.flatMap(({ cut, keep, text }) => {
            const start = from + keep;
            from = start + cut;
            const fits = from <= before.length && !isInside(before, start);
            return fits && !isInside(before, from) ? [{ start, end: from, text }] : [];
          });
          project.edit((label) => {
            label('Correct the words');
            const text = editText(project.store, source, replacements);
            updateRecord(project.store, 'source', { id: source, length: text.length });
          });
          texts.push(getText(project.store, source));
        }
        for (const text of texts.slice(0, -1).toReversed()) {
          project.undo();
          expect(getText(project.store, source)).toBe(text);
        }
        for (const text of texts.slice(1)) {
          project.redo();
          expect(getText(project.store, source)).toBe(text);
        }
        const problems = checkProject(project).problems.filter((line) => !line.includes('beyond'));
        expect(problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('of a text cannot cut a character in two', () => {
    const source = addSource(project, { name: 'One', turns: [['P01', 'It hurts 😀']] });
    const text = getText(project.store, source);
    const start = text.indexOf('😀') + 1;
    expect(() =>
      project.edit((label) => {
        label('Correct the words');
        editText(project.store, source, [{ start, end: start + 1, text: '' }]);
      }),
    ).toThrow('cut a character in two');
    expect(getText(project.store, source)).toBe(text);
  });

  test('of a text whose record was removed for good cannot be undone by halves', () => {
    const source = addSource(project, { name: 'One', turns: [['P01', 'It hurts']] });
    project.edit((label) => {
      label('Pseudonymise');
      editText(project.store, source, [{ start: 0, end: 3, text: 'P99' }]);
    });
    project.store.run(
      `UPDATE change SET before = NULL, after = NULL, seal = substr(seal, 17)
       WHERE kind = 'source_text' AND operation = 'edit'`,
    );
    expect(() => project.undo()).toThrow('removed from the record for good');
    expect(getText(project.store, source)).toBe('P99: It hurts');
    expect(checkProject(project).problems).toEqual([]);
  });
});

describe('what an edit costs follows what it changes', () => {
  /** Statements that run at every edit, or while one reads and codes, and may not read whole tables. */
  const hot: readonly string[] = [
    'SELECT * FROM coding WHERE sourceId = ? ORDER BY start, end, codeId',
    'SELECT * FROM coding WHERE sourceId = ? AND start = ? AND end = ? AND codeId = ? AND coderId = ?',
    'SELECT * FROM turn WHERE sourceId = ? ORDER BY position',
    'UPDATE coding SET start = ?, end = ? WHERE id = ?',
    'DELETE FROM coding WHERE id IN (SELECT value FROM json_each(?))',
  ];

  test('every statement of coding, undoing and redoing searches by an index', () => {
    const code = addCode(project, { name: 'Pain', position: 0 });
    const source = addSource(project, { name: 'One', turns: [['P01', 'It hurts in the night']] });
    const used = new Set(hot);
    const { store } = project;
    for (const way of ['all', 'get', 'run'] as const) {
      const plain = store[way].bind(store) as (...given: unknown[]) => never;
      store[way] = (sql: string, ...parameters: readonly unknown[]) => {
        used.add(sql);
        return plain(sql, ...parameters);
      };
    }
    addCoding(project, { code, source, quote: 'hurts' });
    project.undo();
    project.redo();
    expect(used.size).toBeGreaterThan(hot.length + 10);
    const scans = [...used].flatMap((sql) => {
      const marks = sql.match(/\?/gu)?.length ?? 0;
      return store.database
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array.from({ length: marks }, () => null))
        .filter(({ detail }) => /^SCAN (?!json_each|CONSTANT)/u.test(detail))
        .filter(({ detail }) => !/USING (COVERING )?INDEX/u.test(detail))
        .map(({ detail }) => `${detail}: ${sql}`);
    });
    expect(scans).toEqual([]);
  });
});
