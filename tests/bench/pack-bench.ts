import { join } from 'node:path';
import { startTestEngine } from '#tests/helpers/engine.ts';
import { type Row, row, time } from './report.ts';

const themes = 10;
const quotes = 6;
const rounds = 15;

/**
 * Writes a review pack of ten themes with six quotes each, from the queries that find them to the file
 * on disk, beside those queries alone: the themes, their extracts and the quotes that are chosen.
 */
export const benchPack = async (path: string, folder: string): Promise<readonly Row[]> => {
  const app = await startTestEngine();
  try {
    await app.worth('project.open', { file: await app.engine.offer(path) });
    const used = (await app.worth('codes.use', {}))
      .filter(({ codings }) => codings >= quotes)
      .toSorted((a, b) => b.codings - a.codings);
    for (let at = 0; at < themes; at++) {
      const { id } = await app.worth('themes.create', {
        name: `Theme ${at + 1}`,
        summary: 'People said that this is how it is for them.',
      });
      const codeId = used[at % used.length]?.codeId;
      if (codeId === undefined) throw new Error('No code of the corpus has enough codings');
      await app.worth('themes.addCode', { themeId: id, codeId });
    }
    const query = async () => {
      const chosen = (await app.worth('themes.list', {})).slice(-themes);
      return Promise.all(
        chosen.map(async (theme) => {
          const { extracts } = await app.worth('extracts.list', { themeId: theme.id });
          return {
            themeId: theme.id,
            name: theme.name,
            summary: theme.summary,
            quotes: extracts.slice(0, quotes).map(({ id, text }) => ({
              codingId: id,
              text: text.slice(0, 20_000),
              who: 'Somebody',
              checked: true,
            })),
          };
        }),
      );
    };
    const contentsOf = async () => ({
      title: 'What we heard',
      welcome: 'Thank you for reading this.',
      returnTo: '',
      themes: await query(),
    });
    const file = await app.engine.offer(join(folder, 'pack.html'));
    const { leaks } = await app.worth('packs.check', { contents: await contentsOf() });
    const { id: packId } = await app.worth('packs.create', {
      name: 'Pack',
      contents: await contentsOf(),
      notIdentifying: leaks.map(({ id }) => id),
    });
    let bytes = 0;
    const queries: number[] = [];
    // One after the other in each round, so that both see the same machine.
    const all = await time(rounds, async (round) => {
      const start = performance.now();
      await query();
      if (round >= 0) queries.push(performance.now() - start);
      ({ bytes } = await app.worth('exports.reviewPack', { file, packId }));
    });
    process.stdout.write(`review pack of ${themes} themes: ${(bytes / 1000).toFixed(0)} kB\n`);
    return [
      row(`a review pack of ${themes} themes, queries and file`, all, {
        name: 'its queries alone',
        figures: queries,
      }),
    ];
  } finally {
    await app.close();
  }
};
