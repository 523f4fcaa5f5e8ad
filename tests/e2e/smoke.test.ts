import { loaded, test } from './app.ts';

test('the sample study opens and every area shows itself', async ({ app }) => {
  for (const area of ['Library', 'Coding', 'Codebook', 'Themes', 'History']) {
    await app.page.getByRole('button', { name: area, exact: true }).click();
    await loaded(app.page, area);
  }
});
