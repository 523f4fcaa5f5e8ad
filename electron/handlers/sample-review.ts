import { Failure } from '#shared/contract/errors.ts';
import type { ReviewPack } from '#shared/model/review-pack.ts';
import type { JobContext } from './context.ts';
import { readReview, type SampleReview } from './sample-data.ts';

/** Ids of what was created, by the key it is written down under. */
type Find = (key: string) => string;

const codingAt = async (context: JobContext, sourceId: string, words: string): Promise<string> => {
  const { text } = await context.call('sources.get', { id: sourceId });
  const start = text.indexOf(words);
  const codings = await context.call('codings.list', { sourceId });
  const coding = codings.find((one) => one.start === start && one.end === start + words.length);
  if (coding === undefined)
    throw new Failure('internal', `"${words}" is not coded in the sample study.`);
  return coding.id;
};

const makePack = async (
  context: JobContext,
  { pack }: SampleReview,
  find: Find,
): Promise<ReviewPack> => {
  const themes = await context.call('themes.list', {});
  const chosen = [];
  for (const { theme, quotes } of pack.themes) {
    const themeId = find(theme);
    const { name = '', summary = '' } = themes.find(({ id }) => id === themeId) ?? {};
    const checked = [];
    for (const { source, who, text } of quotes) {
      const codingId = await codingAt(context, find(source), text);
      checked.push({ codingId, text, who, checked: true });
    }
    chosen.push({ themeId, name, summary, quotes: checked });
  }
  const { title, welcome, returnTo } = pack;
  const draft = { name: pack.name, contents: { title, welcome, returnTo, themes: chosen } };
  // The people are invented, so what the check finds identifies nobody.
  const { leaks } = await context.call('packs.check', draft);
  return context.call('packs.create', { ...draft, notIdentifying: leaks.map(({ id }) => id) });
};

const reply = async (
  context: JobContext,
  packId: string,
  { given, find }: { readonly given: SampleReview['replies'][number]; readonly find: Find },
): Promise<void> => {
  const { id } = await context.call('replies.add', {
    packId,
    reviewer: given.reviewer,
    role: given.role,
    answers: given.answers.map(({ theme, answer, comment }) => ({
      themeId: find(theme),
      answer,
      comment,
    })),
  });
  const { items } = await context.call('replies.list', { packId });
  for (const { theme, outcome, note } of given.answers) {
    const item = items.find(({ replyId, themeId }) => replyId === id && themeId === find(theme));
    if (item !== undefined && outcome !== 'open')
      await context.call('replies.decide', { itemId: item.id, outcome, outcomeNote: note });
  }
};

/** Makes the review pack of the sample study, types in what came back on it, and decides as its team did. */
export const createReview = async (context: JobContext, find: Find): Promise<void> => {
  const review = await readReview();
  const pack = await makePack(context, review, find);
  for (const given of review.replies) await reply(context, pack.id, { given, find });
  for (const { theme, summary } of review.changedSummaries)
    await context.call('themes.update', { id: find(theme), summary });
  await context.call('ppi.update', review.log);
};
