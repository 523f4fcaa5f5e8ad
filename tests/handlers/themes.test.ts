import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paragraphsOf, richTextFrom } from '#shared/text/rich-text.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { dump } from '#tests/project/undo-state.ts';

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

/** Imports an interview of a case, in a group if one is named; answers its id and where words stand. */
const interview = async (pseudonym: string, text: string, group?: string) => {
  const groups = await app.worth('groups.list', {});
  const path = join(app.folder, `${pseudonym}.txt`);
  writeFileSync(path, text);
  const { files } = await app.worth('imports.run', {
    files: [
      {
        token: await app.engine.offer(path),
        casePseudonym: pseudonym,
        groupId: groups.find(({ name }) => name === group)?.id ?? null,
      },
    ],
  });
  const sourceId = files[0]?.sourceId ?? '';
  const { text: body, speakers } = await app.worth('sources.get', { id: sourceId });
  for (const { id, label } of speakers)
    if (label === 'INT') await app.worth('speakers.update', { id, role: 'interviewer' });
  const code = (codeId: string, words: string) =>
    app.worth('codings.create', {
      sourceId,
      codeId,
      start: body.indexOf(words),
      end: body.indexOf(words) + words.length,
    });
  return { sourceId, code };
};

const makeCode = async (name: string): Promise<string> =>
  (await app.worth('codes.create', { name })).id;

const makeTheme = async (name: string, codeIds: readonly string[] = [], parentId?: string) => {
  const theme = await app.worth('themes.create', { name, parentId: parentId ?? null });
  for (const codeId of codeIds) await app.worth('themes.addCode', { themeId: theme.id, codeId });
  return theme;
};

const codesOf = async (themeId: string): Promise<readonly string[]> => {
  const codes = await app.worth('codes.list', {});
  return (await app.worth('themes.codes', {}))
    .filter((place) => place.themeId === themeId)
    .map(({ codeId }) => codes.find(({ id }) => id === codeId)?.name ?? '');
};

const namesOf = async (): Promise<readonly string[]> =>
  (await app.worth('themes.list', {})).map(({ name }) => name);

describe('themes.merge', () => {
  const study = async () => {
    const { code } = await interview('Ann', 'Ann: They doubted me.\nAnn: I stopped asking.\n');
    const [doubt, silence] = [await makeCode('Doubt'), await makeCode('Silence')];
    const doubted = await code(doubt, 'They doubted me');
    const stopped = await code(silence, 'I stopped asking');
    const into = await makeTheme('Credibility', [doubt]);
    const from = await makeTheme('Being doubted', [doubt, silence]);
    const subtheme = await makeTheme('At work', [], from.id);
    return { into, from, subtheme, doubted, stopped };
  };

  test('moves codes, fits, subthemes and memos, and is undone as one', async () => {
    const { into, from, subtheme, doubted, stopped } = await study();
    const fit = { fit: 'telling' as const, note: 'Ours' };
    await app.worth('extracts.mark', { themeId: into.id, codingId: doubted.id, ...fit });
    for (const codingId of [doubted.id, stopped.id])
      await app.worth('extracts.mark', { themeId: from.id, codingId, fit: 'contrary' });
    const memo = await app.worth('memos.create', { targetKind: 'theme', targetId: from.id });

    await app.worth('themes.merge', { ids: [from.id], into: into.id });
    expect(await namesOf()).toEqual(['Credibility', 'At work']);
    expect(await codesOf(into.id)).toEqual(['Doubt', 'Silence']);
    const marked = await app.worth('extracts.marked', { themeId: into.id });
    expect(new Map(marked.map(({ codingId, fit: said }) => [codingId, said]))).toEqual(
      new Map([
        [doubted.id, 'telling'],
        [stopped.id, 'contrary'],
      ]),
    );
    const themes = await app.worth('themes.list', {});
    expect(themes.find(({ id }) => id === subtheme.id)?.parentId).toBe(into.id);
    const memos = await app.worth('memos.list', { targetKind: 'theme', targetId: into.id });
    expect(memos.map(({ id }) => id)).toEqual([memo.id]);
    expect((await app.worth('project.state', {})).undo).toBe(
      "Merge theme 'Being doubted' into 'Credibility'",
    );
    expect((await app.worth('project.check', {})).problems).toEqual([]);

    await app.worth('history.undo', {});
    expect(await namesOf()).toEqual(['Credibility', 'Being doubted', 'At work']);
    expect(await codesOf(from.id)).toEqual(['Doubt', 'Silence']);
    expect(await codesOf(into.id)).toEqual(['Doubt']);
    expect(await app.worth('extracts.marked', { themeId: from.id })).toHaveLength(2);
  });

  test('draws relations to what stays and lets claims rest on it, once; undone to the letter', async () => {
    const { into, from, subtheme } = await study();
    const relate = (fromId: string, toId: string, label: string) =>
      app.worth('relations.create', { fromKind: 'theme', fromId, toKind: 'theme', toId, label });
    const other = await makeTheme('Silence');
    const kept = await relate(from.id, other.id, 'leads to');
    await relate(into.id, other.id, 'hides');
    // What would say the same twice, or lead from a theme to itself, goes.
    await relate(other.id, into.id, 'feeds');
    await relate(other.id, from.id, 'feeds');
    await relate(into.id, from.id, 'is like');
    const claim = async (statement: string, on: readonly string[]) => {
      const { id } = await app.worth('claims.create', { kind: 'finding', statement });
      await app.worth('claims.rest', {
        claimId: id,
        on: on.map((themeId) => ({ kind: 'theme' as const, id: themeId })),
      });
      return id;
    };
    const both = await claim('On both', [into.id, from.id]);
    const one = await claim('On what goes', [from.id]);
    const before = await dump(app);

    await app.worth('themes.merge', { ids: [from.id], into: into.id });
    const after = await dump(app);
    const ends = after.map.relations.map(({ fromId, label, toId }) => [fromId, label, toId]);
    expect(ends).toHaveLength(3);
    expect(ends).toEqual(
      expect.arrayContaining([
        [into.id, 'leads to', other.id],
        [into.id, 'hides', other.id],
        [other.id, 'feeds', into.id],
      ]),
    );
    expect(after.map.relations.map(({ id }) => id)).toContain(kept.id);
    expect(after.supports).toHaveLength(2);
    expect(new Map(after.supports.map(({ claimId, onId }) => [claimId, onId]))).toEqual(
      new Map([
        [both, into.id],
        [one, into.id],
      ]),
    );
    expect(after.map.themes.find(({ id }) => id === subtheme.id)?.parentId).toBe(into.id);

    await app.worth('history.undo', {});
    expect(await dump(app)).toEqual(before);
  });

  test('puts the words of what goes behind those of what stays, or leaves them', async () => {
    const { into, from } = await study();
    await app.worth('themes.update', {
      id: into.id,
      concept: 'To be believed first',
      narrative: richTextFrom(['They say it early.']),
    });
    await app.worth('themes.update', {
      id: from.id,
      concept: 'Doubt comes first',
      boundaries: 'Not about money',
      narrative: richTextFrom(['Doubt has a voice.']),
    });
    await app.worth('themes.merge', { ids: [from.id], into: into.id, keepWords: false });
    expect((await app.worth('themes.list', {}))[0]).toMatchObject({
      concept: 'To be believed first',
      boundaries: '',
    });
    await app.worth('history.undo', {});
    const merged = await app.worth('themes.merge', { ids: [from.id], into: into.id });
    expect(merged.concept).toBe("To be believed first\n\nFrom 'Being doubted': Doubt comes first");
    expect(merged.boundaries).toBe("From 'Being doubted': Not about money");
    expect(paragraphsOf(merged.narrative)).toEqual([
      'They say it early.',
      "From 'Being doubted':",
      'Doubt has a voice.',
    ]);
  });

  test('takes a subtheme into its own theme, and several at once', async () => {
    const { from, subtheme, into } = await study();
    const inner = await makeTheme('On the phone', [await makeCode('Waiting')], subtheme.id);
    await app.worth('themes.merge', { ids: [from.id, subtheme.id], into: into.id });
    expect(await namesOf()).toEqual(['Credibility', 'On the phone']);
    await app.worth('themes.merge', { ids: [inner.id], into: into.id });
    expect(await codesOf(into.id)).toEqual(['Doubt', 'Silence', 'Waiting']);
  });

  test('refuses to merge a theme into its own subtheme, or into nothing else', async () => {
    const { from, subtheme } = await study();
    await expect(app.worth('themes.merge', { ids: [from.id], into: subtheme.id })).rejects.toThrow(
      /conflict: A theme cannot be merged into one of its subthemes/u,
    );
    await expect(app.worth('themes.merge', { ids: [from.id], into: from.id })).rejects.toThrow(
      /bad-input: Choose a theme to merge/u,
    );
    expect(await namesOf()).toHaveLength(3);
  });
});

describe('themes.split', () => {
  test('makes a theme beside with these codes and how their extracts fit; undone as one', async () => {
    const { code } = await interview('Ann', 'Ann: They doubted me.\nAnn: I stopped asking.\n');
    const [doubt, silence] = [await makeCode('Doubt'), await makeCode('Silence')];
    const doubted = await code(doubt, 'They doubted me');
    const stopped = await code(silence, 'I stopped asking');
    const theme = await makeTheme('Credibility', [doubt, silence]);
    await makeTheme('Last');
    for (const { id } of [doubted, stopped])
      await app.worth('extracts.mark', { themeId: theme.id, codingId: id, fit: 'telling' });
    const made = await app.worth('themes.split', {
      id: theme.id,
      name: 'Falling silent',
      codeIds: [silence],
    });
    expect(await namesOf()).toEqual(['Credibility', 'Falling silent', 'Last']);
    expect(made.status).toBe('candidate');
    expect(await codesOf(theme.id)).toEqual(['Doubt']);
    expect(await codesOf(made.id)).toEqual(['Silence']);
    expect((await app.worth('extracts.find', { themeId: made.id })).ids).toEqual([stopped.id]);
    expect(await app.worth('extracts.marked', { themeId: made.id })).toMatchObject([
      { codingId: stopped.id, fit: 'telling' },
    ]);
    expect(await app.worth('extracts.marked', { themeId: theme.id })).toMatchObject([
      { codingId: doubted.id },
    ]);
    await app.worth('history.undo', {});
    expect(await namesOf()).toEqual(['Credibility', 'Last']);
    expect(await codesOf(theme.id)).toEqual(['Doubt', 'Silence']);
    expect(await app.worth('extracts.marked', { themeId: theme.id })).toHaveLength(2);
  });

  test('keeps what was said of an extract that a subtheme still brings', async () => {
    const { code } = await interview('Ann', 'Ann: They doubted me.\n');
    const doubt = await makeCode('Doubt');
    const doubted = await code(doubt, 'They doubted me');
    const theme = await makeTheme('Credibility', [doubt]);
    await makeTheme('At work', [doubt], theme.id);
    const mark = { themeId: theme.id, codingId: doubted.id, fit: 'contrary' as const };
    await app.worth('extracts.mark', mark);
    const made = await app.worth('themes.split', { id: theme.id, name: 'New', codeIds: [doubt] });
    for (const themeId of [theme.id, made.id])
      expect(await app.worth('extracts.marked', { themeId })).toMatchObject([{ fit: 'contrary' }]);
  });

  test('refuses codes that are not in the theme', async () => {
    const [doubt, other] = [await makeCode('Doubt'), await makeCode('Other')];
    const theme = await makeTheme('Credibility', [doubt]);
    await expect(
      app.worth('themes.split', { id: theme.id, name: 'New', codeIds: [doubt, other] }),
    ).rejects.toThrow(/conflict: Some of these codes do not stand in the theme/u);
    expect(await namesOf()).toEqual(['Credibility']);
  });
});

describe('reviewing a theme', () => {
  test('says which cases and groups have how many extracts, the silent ones too', async () => {
    const ann = await interview('Ann', 'Ann: They doubted me.\nAnn: Twice.\n', 'Participant');
    await interview('Ben', 'Ben: Nobody asked.\n', 'GP');
    const loose = await interview('Cleo', 'Cleo: I was believed.\n');
    const doubt = await makeCode('Doubt');
    await ann.code(doubt, 'They doubted me');
    await ann.code(doubt, 'Twice');
    await loose.code(doubt, 'I was believed');
    const theme = await makeTheme('Credibility');
    await makeTheme('Inside', [doubt], theme.id);
    await app.worth('cases.create', { pseudonym: 'Dora' });
    const reach = await app.worth('themes.reach', { id: theme.id });
    expect(reach.cases.map(({ name, extracts }) => [name, extracts])).toEqual([
      ['Ann', 2],
      ['Ben', 0],
      ['Cleo', 1],
    ]);
    expect(reach.groups.map(({ name, extracts }) => [name, extracts])).toEqual([
      ['Participant', 2],
      ['GP', 0],
    ]);
    expect(reach).toMatchObject({ withoutCase: 0, withoutGroup: 1 });
  });

  test('finds what is said beside extracts and carries no code, without the interviewer', async () => {
    const { code } = await interview(
      'Ann',
      [
        'Ann: The morning is always long here.',
        'INT: And then what did they tell you?',
        'Ann: At first she only looked at me. They doubted me. I left without the letter I needed. So.',
        'INT: Did it come later?',
        'Ann: It came in the post after all.',
        'Ann: Nothing of this is near the extract.',
        '',
      ].join('\n'),
    );
    const [doubt, letter] = [await makeCode('Doubt'), await makeCode('Letter')];
    const doubted = await code(doubt, 'They doubted me.');
    await code(letter, 'I left without the letter');
    const theme = await makeTheme('Credibility', [doubt]);
    const { total, stretches } = await app.worth('themes.uncoded', { id: theme.id });
    expect(stretches).toMatchObject([
      {
        text: 'At first she only looked at me.',
        side: 'before',
        codingId: doubted.id,
        pseudonym: 'Ann',
        turn: 3,
      },
    ]);
    expect(total).toBe(1);
    // Another code over what was uncoded leaves nothing to point at.
    await code(letter, 'At first she only looked at me.');
    expect(await app.worth('themes.uncoded', { id: theme.id })).toEqual({
      total: 0,
      stretches: [],
    });
  });

  test('finds uncoded words in the turns next to an extract, page by page', async () => {
    const { code } = await interview(
      'Ann',
      'Ann: We waited for a long time.\nBen: They doubted me.\nAnn: Nobody came to see us then.\n',
    );
    const doubt = await makeCode('Doubt');
    await code(doubt, 'They doubted me.');
    const { id } = await makeTheme('Credibility', [doubt]);
    const { stretches } = await app.worth('themes.uncoded', { id });
    expect(stretches.map(({ text, side }) => [text, side])).toEqual([
      ['We waited for a long time.', 'before'],
      ['Nobody came to see us then.', 'after'],
    ]);
    expect(await app.worth('themes.uncoded', { id, offset: 1, limit: 1 })).toEqual({
      total: 2,
      stretches: stretches.slice(1),
    });
  });
});
