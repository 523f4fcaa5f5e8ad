import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { finding, interview } from './evidence-study.ts';

/* The checks of the chain, on planted cases of each kind and on cases that only look like one. */

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
  await app.newProject();
});
afterEach(() => app.close());

const code = async (name: string, parentId: string | null = null): Promise<string> =>
  (await app.worth('codes.create', { name, parentId })).id;

const theme = async (
  name: string,
  codeIds: readonly string[] = [],
  parentId: string | null = null,
): Promise<string> => {
  const { id } = await app.worth('themes.create', { name, parentId });
  for (const codeId of codeIds) await app.worth('themes.addCode', { themeId: id, codeId });
  return id;
};
const retire = (id: string) =>
  app.worth('themes.update', { id, status: 'retired', retiredReason: 'It was ours' });

/** What one check reports, by name. */
const reported = async (check: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await app.worth('evidence.orphans', {}))
      .filter((orphan) => orphan.check === check)
      .map(({ name, why }) => [name, why]),
  );

const ann = (...says: readonly string[]) => interview(app, { label: 'A', pseudonym: 'Ann', says });
const ben = (...says: readonly string[]) => interview(app, { label: 'B', pseudonym: 'Ben', says });

test('an empty project has nothing to report', async () => {
  expect(await app.worth('evidence.orphans', {})).toEqual([]);
});

test('themes without extracts: also where only nested codes, or only a retired subtheme, have quotes', async () => {
  const [one, two] = [await ann('Alpha', 'Beta'), await ben('Gamma')];
  const used = await code('Used');
  const unused = await code('Unused');
  const folder = await code('Folder');
  const nested = await code('Nested', folder);
  for (const id of [used, nested]) {
    await one.code(id, 'Alpha');
    await two.code(id, 'Gamma');
  }
  await theme('Empty');
  await theme('Only unused', [unused]);
  await theme('Only a folder', [folder]);
  const aside = await theme('With a retired subtheme');
  await retire(await theme('Retired inside', [used], aside));
  // Near misses: quotes through a subtheme, and a theme that was put aside itself.
  const whole = await theme('Whole');
  await theme('Inside the whole', [used], whole);
  await retire(await theme('Put aside'));
  expect(await reported('theme without extracts')).toEqual({
    Empty: 'It has no codes.',
    'Only unused': 'It has 1 code, and nothing is coded with it.',
    'Only a folder':
      'It has 1 code without quotes. 2 quotes of the codes nested in it are not among its extracts.',
    'With a retired subtheme': 'It has no codes.',
  });
});

test('codes without a theme: also in retired themes only, or below a code that has one', async () => {
  const one = await ann('Alpha');
  const placed = await code('Placed');
  const child = await code('Child of placed', placed);
  await one.code(child, 'Alpha');
  await code('Alone');
  const retired = await code('In a retired theme');
  await retire(await theme('Put aside', [retired]));
  const inRetiredSubtheme = await code('In a subtheme of a retired theme');
  const above = await theme('Above');
  await theme('Below', [inRetiredSubtheme], above);
  await retire(above);
  // Near misses: a code that only holds placed ones together; one in a retired and in another theme.
  const folder = await code('Folder');
  const inFolder = await code('In the folder', folder);
  await theme('In use', [placed, inFolder]);
  const both = await code('In both');
  await retire(await theme('Also put aside', [both]));
  await theme('Also in use', [both]);
  expect(await reported('code without theme')).toEqual({
    'Child of placed': '‘Placed’ above it stands in a theme, itself it does not. It has 1 quote.',
    Alone: 'It stands in no theme. It has no quotes.',
    'In a retired theme': 'It stands in retired themes only: ‘Put aside’. It has no quotes.',
    'In a subtheme of a retired theme':
      'It stands in retired themes only: ‘Below’. It has no quotes.',
  });
  // The folder has quotes of its own from now on, which are in no theme.
  await one.code(folder, 'Alpha');
  expect(await reported('code without theme')).toMatchObject({
    Folder: 'It stands in no theme. It has 1 quote.',
  });
});

test('claims without a quote, however far below one would be', async () => {
  const one = await ann('Alpha');
  const used = await code('Used');
  const coding = await one.code(used, 'Alpha');
  const unused = await code('Unused');
  const holder = await code('Holder');
  await one.code(await code('Held', holder), 'Alpha');
  const full = await theme('Full', [used]);
  const empty = await theme('Empty', [unused]);
  const above = await theme('Above');
  await theme('Below', [used], above);
  const aside = await theme('Put aside', [used]);
  await retire(aside);
  const nothing = await finding(app, 'On nothing');
  await finding(app, 'On an empty theme', ['theme', empty], ['code', unused]);
  await finding(app, 'On a retired theme', ['theme', aside]);
  await finding(app, 'On a claim on nothing', ['claim', nothing]);
  // Near misses: each is a quote away, some by a long way.
  await finding(app, 'On a quote', ['coding', coding]);
  const onTheme = await finding(app, 'On a theme', ['theme', full], ['theme', empty]);
  await finding(app, 'On a theme with a subtheme', ['theme', above]);
  await finding(app, 'On a code that holds others', ['code', holder]);
  const second = await finding(app, 'On a claim', ['claim', onTheme], ['claim', nothing]);
  await finding(app, 'On a claim on a claim', ['claim', second]);
  expect(await reported('claim without quote')).toEqual({
    'On nothing': 'It rests on nothing yet.',
    'On an empty theme': 'It rests on ‘Empty’ and ‘Unused’, but no quote is found from there.',
    'On a retired theme': 'It rests on retired themes only: ‘Put aside’.',
    'On a claim on nothing': 'It rests on ‘On nothing’, but no quote is found from there.',
  });
  // With the last quote taken away, what rested on it is reported; undo makes it whole again.
  await app.worth('codings.delete', { ids: [coding] });
  expect(Object.keys(await reported('claim without quote'))).toContain('On a claim on a claim');
  await app.worth('history.undo', {});
  expect(Object.keys(await reported('claim without quote'))).toHaveLength(4);
});

test('themes carried by one person: one case in two interviews, and quotes that speak against it', async () => {
  const [first, later] = [await ann('Alpha', 'Beta'), await ann('Later')];
  const other = await ben('Gamma');
  const annOnly = await code('Ann only');
  await first.code(annOnly, 'Alpha');
  await later.code(annOnly, 'Later');
  const single = await code('Single');
  await other.code(single, 'Gamma');
  const mixed = await code('Mixed');
  await first.code(mixed, 'Alpha');
  const against = await other.code(mixed, 'Gamma');
  const asked = await code('Asked');
  await first.code(asked, 'Go on?');
  await theme('Ann alone', [annOnly]);
  await theme('One quote', [single]);
  await theme('The interviewer', [asked]);
  await theme('Ann and the interviewer', [annOnly, asked]);
  const contested = await theme('One for, one against', [mixed]);
  const mark = { themeId: contested, codingId: against };
  await app.worth('extracts.mark', { ...mark, fit: 'contrary' });
  // Near misses: two people, in one theme or by a subtheme; the same quote marked in another theme.
  await theme('Both', [annOnly, single]);
  const above = await theme('By a subtheme', [annOnly]);
  await theme('Sub', [single, annOnly], above);
  await theme('Same quotes, unmarked', [mixed]);
  await retire(await theme('Put aside', [annOnly]));
  expect(await reported('theme carried by one person')).toEqual({
    'Ann alone': 'All its 2 quotes are Ann’s.',
    'One quote': 'Its only quote is Ben’s.',
    'The interviewer': 'Nobody carries it: all its quotes are the interviewer’s own words.',
    'Ann and the interviewer': 'All its 2 quotes are Ann’s.',
    'One for, one against':
      'Its only quote is Ann’s. 1 quote marked as fitting badly or contrary is left out.',
  });
  await app.worth('extracts.mark', { ...mark, fit: 'telling' });
  expect(Object.keys(await reported('theme carried by one person'))).not.toContain(
    'One for, one against',
  );
});

test('speakers without a case are people of their own, also a text in which nobody is named', async () => {
  const open = await interview(app, { label: 'Voice 1', pseudonym: null, says: ['Delta'] });
  const more = await interview(app, { label: 'Voice 2', pseudonym: null, says: ['Epsilon'] });
  const one = await code('One voice');
  await open.code(one, 'Delta');
  const plain = join(app.folder, 'Field note.txt');
  writeFileSync(plain, 'Zeta and nothing else.\n');
  const { files } = await app.worth('imports.run', {
    files: [{ token: await app.engine.offer(plain) }],
  });
  const note = await code('Noted');
  const place = { sourceId: files[0]?.sourceId ?? '', start: 0, end: 4 };
  await app.worth('codings.create', { codeId: note, ...place });
  await theme('A field note', [note]);
  await theme('A field note and a voice', [note, one]);
  const two = await code('Two voices');
  await open.code(two, 'Delta');
  await more.code(two, 'Epsilon');
  await theme('One voice only', [one]);
  await theme('Two voices', [two]);
  expect(await reported('theme carried by one person')).toEqual({
    'One voice only': 'Its only quote is Voice 1’s.',
    'A field note': 'Its only quote is Field note’s.',
  });
});
