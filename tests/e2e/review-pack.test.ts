import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { replyChecksum, replyFileSchema } from '#shared/model/reply-file.ts';
import { packCode } from '#shared/model/review-pack.ts';
import type { Theme } from '#shared/model/theme.ts';
import { type App, expect, test } from './app.ts';
import { PacksPage } from './pages/packs-page.ts';
import { RepliesPage } from './pages/replies-page.ts';

const expectClean = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
  ).toEqual([]);
};

test('a pack is made from themes, read through, and its leaks are answered first', async ({
  app,
}) => {
  const packs = new PacksPage(app.page);
  // Without motion, so that no colour is looked at while it fades in.
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await packs.open();
  await expect(packs.main.getByText('1 review pack', { exact: true })).toBeVisible();
  await app.expectAccessible();
  await packs.main.getByRole('button', { name: 'Make a review pack' }).click();
  await expect(packs.main.getByRole('heading', { level: 2, name: 'Themes' })).toBeFocused();
  await packs.main.getByRole('checkbox', { name: 'Believed before helped' }).press('Space');
  await packs.main
    .getByRole('textbox', { name: 'Plain-language summary' })
    .fill(
      'Participants perceived invalidation. People want to be believed before they are helped.',
    );
  await app.expectAccessible();
  // In a small window the page scrolls inside its frame, and the frame stays.
  await app.page.setViewportSize({ width: 1024, height: 500 });
  expect(await app.page.evaluate(() => document.documentElement.scrollHeight)).toBe(500);
  await app.page.setViewportSize({ width: 1280, height: 720 });
  await packs.step('Welcome');
  await packs.main
    .getByRole('textbox', { name: 'Where replies go, and until when' })
    .fill('E-mail it to study@example.ac.uk.');
  await app.expectAccessible();
  await packs.step('Quotes');
  // The filter finds a quote by its words, also one far beyond those that are shown.
  const [theme] = (
    (await app.call('themes.list')) as readonly { readonly id: string; readonly name: string }[]
  ).filter(({ name }) => name === 'Believed before helped');
  const { total, extracts } = (await app.call('extracts.list', {
    themeId: theme?.id ?? '',
    limit: 1000,
  })) as { readonly total: number; readonly extracts: readonly { readonly text: string }[] };
  expect(total).toBeGreaterThan(100);
  const last = extracts.at(-1)?.text.slice(0, 60) ?? '';
  const filter = packs.main.getByRole('searchbox', { name: 'Filter quotes' });
  await expect(
    packs.main.getByRole('button', { name: `Show more: ${total - 100} left` }),
  ).toBeVisible();
  await expect(packs.main.getByText(last)).toHaveCount(0);
  await filter.fill(last);
  await expect(packs.main.getByText(last)).toBeVisible();
  await filter.fill('nasreen');
  await expect(packs.main.getByText(/Nasreen, participant/iu).first()).toBeVisible();
  await filter.fill('zzzz');
  await expect(packs.main.getByText('No quote holds ‘zzzz’.')).toBeVisible();
  await filter.fill('');
  await packs.chooseQuotes('Believed before helped', 3);
  await expect(packs.main.getByText('3 quotes of at most 6 chosen.')).toBeVisible();
  const first = packs.main.getByRole('textbox', { name: /^Words of/u }).first();
  await first.fill('Ring Ann Beck on 07700 900123, she believed me.');
  // Edited words are to be read again.
  await expect(
    packs.main.getByRole('checkbox', { name: 'I have checked it' }).first(),
  ).not.toBeChecked();
  await packs.main.getByRole('checkbox', { name: 'I have checked it' }).first().press('Space');
  await app.expectAccessible();
  await packs.step('Checks');
  await packs.main.getByRole('textbox', { name: 'Real names to look for' }).fill('Ann Beck');
  await app.page.keyboard.press('Tab');
  const found = packs.main.getByRole('list', { name: 'What was found' });
  await expect(found.getByText('‘Ann Beck’')).toBeVisible();
  await expect(found.getByText('‘07700 900123’')).toBeVisible();
  await expect(packs.main.getByText('say: seen')).toBeVisible();
  await app.expectAccessible();
  await packs.step('Read through');
  await expect(packs.main.getByRole('button', { name: 'Make and save the pack' })).toBeDisabled();
  await packs.main.getByRole('button', { name: /^Answer .* of the leak check/u }).click();
  await found
    .getByRole('listitem')
    .filter({ hasText: 'Ann Beck' })
    .getByRole('button', { name: 'Edit the words' })
    .click();
  await expect(first).toBeFocused();
  await first.fill('She believed me.');
  await packs.main.getByRole('checkbox', { name: 'I have checked it' }).first().press('Space');
  await packs.step('Checks');
  await expect(packs.main.getByText('‘Ann Beck’')).toHaveCount(0);
  await packs.answerAll();
  await packs.step('Read through');
  await app.expectAccessible();
  // Left by mistake, it is gone on with.
  await packs.main.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(packs.main.getByText('1 review pack', { exact: true })).toBeVisible();
  await app.page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(packs.main.getByRole('article', { name: 'What readers get' })).toContainText(
    'She believed me.',
  );
  const download = app.page.waitForEvent('download');
  await packs.main.getByRole('button', { name: 'Make and save the pack' }).click();
  const path = join(app.folder, 'pack.html');
  await (await download).saveAs(path);
  expect(readFileSync(path, 'utf8')).toContain('She believed me.');
  await expect(packs.main.getByText('2 review packs')).toBeVisible();
  await app.expectAccessible();
  await packs.main.getByRole('button', { name: 'Delete Review pack 2' }).click();
  await expect(packs.main.getByText('1 review pack', { exact: true })).toBeVisible();
  await app.page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(packs.main.getByText('2 review packs')).toBeVisible();
});

test.describe('in a new project', () => {
  test.use({ project: 'new' });

  test('packs say what they are for, and what has to be there first', async ({ app }) => {
    const packs = new PacksPage(app.page);
    await packs.open();
    await expect(packs.main.getByText('No review packs yet')).toBeVisible();
    await app.expectAccessible();
    await packs.main.getByRole('button', { name: 'Make a review pack' }).click();
    await expect(packs.main.getByText('No themes yet')).toBeVisible();
    await packs.step('Read through');
    await expect(packs.main.getByText('Choose at least one theme.')).toBeVisible();
    await app.expectAccessible();
  });
});

/** A pack of four themes of the sample study's words, as a file. */
const packFile = async (app: App): Promise<{ readonly path: string; readonly packId: string }> => {
  const themes = (await app.call('themes.list')) as readonly Theme[];
  const draft = await Promise.all(
    Array.from({ length: 4 }, async (_, at) => {
      const theme = themes.filter(({ status }) => status !== 'retired')[at]!;
      const { extracts } = (await app.call('extracts.list', { themeId: theme.id, limit: 6 })) as {
        readonly extracts: readonly { readonly id: string; readonly text: string }[];
      };
      return {
        themeId: theme.id,
        name: at === 0 ? 'Being <b>believed</b> & "heard"' : theme.name,
        summary: `${theme.summary} </script><script>document.title = 'taken'</script>`,
        quotes: extracts.map(({ id, text }) => ({
          codingId: id,
          text,
          who: 'Somebody',
          checked: true,
        })),
      };
    }),
  );
  const contents = {
    title: 'What we heard',
    welcome: 'Thank you.',
    returnTo: 'Send it to the study.',
    themes: draft,
  };
  const { leaks } = (await app.call('packs.check', { contents })) as {
    readonly leaks: readonly { readonly id: string }[];
  };
  const { id: packId } = (await app.call('packs.create', {
    name: 'First pack',
    contents,
    notIdentifying: leaks.map(({ id }) => id),
  })) as { readonly id: string };
  const packs = new PacksPage(app.page);
  await packs.open();
  const download = app.page.waitForEvent('download');
  await packs.main.getByRole('button', { name: 'Save as a file: First pack' }).click();
  const path = join(app.folder, 'pack.html');
  await (await download).saveAs(path);
  return { path, packId };
};

test('the file opens off-line without a request, keeps answers, and saves a reply that comes back', async ({
  app,
  browser,
}) => {
  const { path, packId } = await packFile(app);
  expect(statSync(path).size).toBeLessThan(2_000_000);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.setOffline(true);
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  const address = pathToFileURL(path).href;
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 2, name: 'Welcome' })).toBeVisible();
  await expectClean(page);
  // By keyboard alone, from the first theme on.
  await page.getByRole('button', { name: 'Start: How to use this' }).press('Enter');
  await page.getByRole('button', { name: 'Next: Practice' }).press('Enter');
  await page.getByRole('button', { name: /^Next: Being/u }).press('Enter');
  const heading = page.getByRole('heading', { level: 2 });
  await expect(heading).toHaveText('Being <b>believed</b> & "heard"');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Not quite' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It took <i>years</i>.');
  await page.getByRole('button', { name: /^Next/u }).press('Enter');
  await page.getByRole('radio', { name: 'This fits' }).press('Space');
  await page.getByRole('button', { name: 'Largest text' }).press('Enter');
  await page.getByRole('button', { name: 'High contrast' }).press('Enter');

  // After closing and opening again everything is where it was.
  const title = await heading.textContent();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(heading).toHaveText(title ?? '');
  await expect(page.getByRole('radio', { name: 'This fits' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Largest text' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expectClean(page);
  await page.getByRole('button', { name: /^Back/u }).press('Enter');
  await expect(page.getByRole('textbox')).toHaveValue('It took <i>years</i>.');

  // At 200 % on a narrow screen, and in forced colours, nothing is wrong or cut off.
  await page.setViewportSize({ width: 400, height: 700 });
  await expectClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
  for (const button of await page.getByRole('button').all())
    expect((await button.boundingBox())?.height ?? 44).toBeGreaterThanOrEqual(44);
  await page.setViewportSize({ width: 640, height: 450 });
  await page.emulateMedia({ forcedColors: 'active' });
  await expectClean(page);
  // The choice with the focus stands out from one that is only chosen.
  const chosen = page.locator('#theme-1 .choice:has(:checked)');
  const outline = () => chosen.evaluate((choice) => getComputedStyle(choice).outlineStyle);
  expect(await outline()).toBe('none');
  await page.getByRole('radio', { checked: true }).focus();
  expect(await outline()).toBe('solid');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize({ width: 1280, height: 900 });
  // In the dark, in its own colours and in high contrast.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.getByRole('button', { name: 'High contrast' }).press('Enter');
  await expectClean(page);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe(
    'rgb(236, 232, 225)',
  );

  await page.locator('summary', { hasText: 'List of contents' }).press('Enter');
  await page.getByRole('link', { name: /^About you/u }).press('Enter');
  await page.getByRole('radio', { name: 'Other' }).press('Space');
  await page.getByRole('textbox', { name: 'In your own words' }).fill('Volunteer');
  await page.getByRole('textbox', { name: 'A made-up name, or initials' }).fill('JB');
  await page.getByRole('button', { name: 'Next: Finish' }).press('Enter');
  await expect(page.getByText(/^Not answered: /u)).toBeVisible();
  await expectClean(page);
  await expect(page.getByRole('textbox', { name: 'Your answers as text' })).toHaveValue(
    new RegExp(
      `Pack code: ${packCode(packId)}\nFrom: JB, Volunteer\n[^]*Not quite\nIt took <i>years</i>\\.`,
      'u',
    ),
  );
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my answers as a file' }).press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(`reply-${packCode(packId)}-JB.json`);
  const reply: unknown = JSON.parse(readFileSync(await saved.path(), 'utf8'));
  const read = replyFileSchema.parse(reply);
  expect(replyChecksum(reply as Record<string, unknown>)).toBe(read.checksum);
  expect(read).toMatchObject({ packId, packName: 'First pack', reviewer: 'JB', role: 'Volunteer' });
  expect(read.answers.map(({ answer }) => answer)).toEqual([
    'not quite',
    'this fits',
    null,
    null,
    null,
  ]);
  expect(read.answers[0]).toMatchObject({
    themeName: 'Being <b>believed</b> & "heard"',
    comment: 'It took <i>years</i>.',
  });
  // Nothing but the file itself (and what the page makes itself) was asked for.
  expect(
    requests.filter((url) => url.split('#')[0] !== address && !url.startsWith('blob:')),
  ).toEqual([]);
  expect(problems).toEqual([]);
  const file = join(app.folder, 'reply.json');
  await saved.saveAs(file);
  await context.close();

  // It comes back: taken in, acted on, and in the log.
  const replies = new RepliesPage(app.page);
  await replies.open('Replies');
  await replies.importFiles([file]);
  await replies.row('Being <b>believed</b> & "heard"', 'JB, Volunteer').click();
  await expect(replies.answer.getByRole('blockquote')).toHaveText('It took <i>years</i>.');
  await app.page.keyboard.press('c');
  await expect(replies.note).toBeFocused();
  await app.page.keyboard.type('The summary says how long it took.');
  await app.page.keyboard.press('Control+Enter');
  await replies.expectSaid(/^Outcome saved: changed\./u);
  await replies.open('Log');
  await expect(replies.item('Study results')).toContainText('The summary says how long it took.');
});

test('where the browser keeps nothing the page says so, and it reads aloud with a voice that is here', async ({
  app,
  browser,
}) => {
  const { path } = await packFile(app);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('Refused');
      },
    });
    const said: string[] = [];
    Object.assign(window, { said });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [
          { lang: 'en-US', localService: false },
          { lang: 'en-GB', localService: true },
        ],
        addEventListener: () => {},
        cancel: () => {},
        speak: (words: { text: string; voice: { lang: string }; onend: () => void }) => {
          said.push(`${words.voice.lang}: ${words.text}`);
          if (said.length < 3) setTimeout(words.onend, 0);
        },
      },
    });
    Object.assign(window, {
      SpeechSynthesisUtterance: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  });
  await page.goto(pathToFileURL(path).href);
  await expect(page.getByText('This browser cannot keep your answers')).toBeVisible();
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said))
    .toEqual([
      'en-GB: Welcome',
      'en-GB: Thank you.',
      expect.stringMatching(/^en-GB: There are 4 themes/u),
    ]);
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(page.getByRole('button', { name: 'Read aloud' })).toBeVisible();
  await page.goto(`${pathToFileURL(path).href}#theme-1`);
  await page.getByRole('radio', { name: 'This fits' }).check();
  await page.getByRole('button', { name: /^Next/u }).click();
  await page.getByRole('button', { name: /^Back/u }).click();
  await expect(page.getByRole('radio', { name: 'This fits' })).toBeChecked();
  await context.close();
});
