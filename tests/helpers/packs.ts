import type { ReviewPack } from '#shared/model/review-pack.ts';
import type { Theme } from '#shared/model/theme.ts';
import type { TestEngine } from './engine.ts';

/** Makes a review pack of these themes, each with a quote. */
export const makePack = (
  app: Pick<TestEngine, 'worth'>,
  name: string,
  themes: readonly Theme[],
): Promise<ReviewPack> =>
  app.worth('packs.create', {
    name,
    contents: {
      title: name,
      welcome: 'Thank you for reading this.',
      returnTo: '',
      themes: themes.map((theme) => ({
        themeId: theme.id,
        name: theme.name,
        summary: 'People said so.',
        quotes: [{ codingId: theme.id, text: 'Yes.', who: 'Somebody', checked: true }],
      })),
    },
  });
