import type { Locator, Page } from '@playwright/test';

/** The screen while no project is open. */
export class StartPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly name: Locator;
  readonly coder: Locator;
  readonly create: Locator;
  readonly sample: Locator;
  readonly problem: Locator;
  readonly recent: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Understory', level: 1 });
    this.name = page.getByRole('textbox', { name: 'Name of the study' });
    this.coder = page.getByRole('textbox', { name: 'Your name or initials' });
    this.create = page.getByRole('button', { name: 'Create project' });
    this.sample = page.getByRole('button', { name: 'Explore the sample study' });
    this.problem = page.getByRole('alert');
    this.recent = page.getByRole('region', { name: 'Recent projects' });
  }
}
