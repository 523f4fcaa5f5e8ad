import { expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';

const control = process.platform === 'darwin' ? 'Meta' : 'Control';

test('several passages are chosen by mouse, one taken back, and coded as one', async ({ app }) => {
  const coding = new CodingPage(app.page);
  await coding.open('GP1 Dr Hewitt');
  const before = Number(
    /(\d+) codings/u.exec((await app.page.locator('main header').first().textContent()) ?? '')?.[1],
  );
  await coding.drag([3, 'It was a plant']);
  await app.page.keyboard.down(control);
  await coding.drag([4, 'Eat, eat']);
  await coding.drag([5, 'What do I do']);
  const again = await coding.pointOf(4, 'Eat, eat');
  await expect(coding.bar).toContainText('3 passages');
  await app.page.mouse.click(again.x, again.y);
  await app.page.keyboard.up(control);
  await coding.expectPainted('passages-kept', ['It was a plant', 'What do I do']);
  await expect(coding.bar).toContainText('2 passages');
  await app.expectAccessible();

  // Without a key held: the bar adds, and a plain selection is one more.
  await coding.drag([6, 'Start']);
  await coding.bar.getByRole('button', { name: /^Add to the passages/u }).click();
  await coding.drag([8, 'not sleeping']);
  await expect(coding.bar).toContainText('4 passages');
  await app.page.emulateMedia({ forcedColors: 'active' });
  await app.expectAccessible();
  await app.page.emulateMedia({ forcedColors: 'none' });

  // A code from the panel is for all; it is undone as one.
  await coding.code('Known by the GP').click();
  await coding.expectSaid(/^Coded 'Known by the GP' at 4 passages, 11 words\. Undo available\.$/u);
  await coding.expectCodings(before + 4);
  await app.page.keyboard.press('Control+z');
  await coding.expectCodings(before);
  await app.page.keyboard.press('Control+Shift+z');
  await coding.expectCodings(before + 4);

  // They take a second code as well; the next selection begins anew.
  await coding.transcript.focus();
  await coding.press('/');
  await app.page.keyboard.type('Small talk');
  await coding.press('Enter');
  await coding.expectCodings(before + 8);
  await coding.drag([3, 'Yes, put it there']);
  await coding.expectPainted('passages-kept', []);
  await coding.press('a');
  await coding.bar.getByRole('button', { name: 'Let go of the passages' }).click();
  await coding.expectPainted('passages-kept', []);
  await expect(coding.bar).toHaveCount(0);
});
