import {
  countWords,
  findWords,
  foundIn,
  listEntries,
  type Matches,
  type Page,
  stretchOf,
  type Text,
  textsOfEntries,
} from '#electron/project/search.ts';
import { bringIndexUpToDate, countStale } from '#electron/project/search-index.ts';
import { wordsNear } from '#electron/project/search-nearest.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { SearchQuestion } from '#shared/contract/search.ts';
import type { Handlers, ReadContext } from './context.ts';

/** What a search does for the index before it answers, in milliseconds; the rest follows in idle time. */
const budgetMs = 40;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const refuseClosed = (context: ReadContext, project: ReadContext['project']): void => {
  if (!context.isOpen || context.project !== project) throw new Failure('cancelled');
};

/**
 * Brings the index up to date: for a moment, or with `complete` to the end, letting other calls in
 * between. Answers how many records are still stale.
 */
export const prepareIndex = async (context: ReadContext, complete: boolean): Promise<number> => {
  const { project } = context;
  while (!bringIndexUpToDate(project.store, budgetMs)) {
    if (!complete) return countStale(project.store);
    await nextTurn();
    refuseClosed(context, project);
  }
  return 0;
};

/** Texts given to the matcher at once, and how long a page is searched for, in milliseconds. */
const textsAtOnce = 400;
const pageMs = 1500;

const refuseBadExpression = (pattern: string): void => {
  try {
    // Read the way the matcher will.
    new RegExp(pattern, 'gimu');
  } catch (thrown) {
    const reason =
      thrown instanceof Error ? thrown.message.replace(/^.*\/: /u, '') : String(thrown);
    throw new Failure('bad-input', `This is not a regular expression: ${reason}.`, { pattern });
  }
};

/** A page of texts that a regular expression matches. It can be short of its limit: time counts too. */
const findExpression = async (
  context: ReadContext,
  question: Pick<SearchQuestion, 'query' | 'kinds' | 'scope'>,
  page: Page,
): Promise<Matches> => {
  const { project, matcher } = context;
  if (question.query === '') return { texts: [], next: null };
  refuseBadExpression(question.query);
  const until = performance.now() + pageMs;
  const found: { readonly text: Text; readonly places: Matches['texts'][number]['places'] }[] = [];
  let { after } = page;
  for (;;) {
    const entries = listEntries(project.store, question, { after, limit: textsAtOnce });
    const texts = textsOfEntries(project.store, entries);
    const stretches = texts.map(stretchOf);
    const places = await matcher.match(
      question.query,
      stretches.map(({ body, start, end }) => body.slice(start, end)),
    );
    refuseClosed(context, project);
    for (const [at, text] of texts.entries()) {
      const shift = stretches[at]?.start ?? 0;
      const own = (places[at] ?? []).map(([start, end]) => ({
        start: start + shift,
        end: end + shift,
      }));
      if (own.length === 0) continue;
      found.push({ text, places: own });
      if (found.length === page.limit) return { texts: found, next: text.entry };
    }
    after = entries.at(-1) ?? after;
    if (entries.length < textsAtOnce) return { texts: found, next: null };
    if (performance.now() >= until) return { texts: found, next: after };
  }
};

/** A page of the texts that have what was asked for, with its places. */
export const findTexts = (
  context: ReadContext,
  question: SearchQuestion,
  page: Page,
): Matches | Promise<Matches> =>
  question.how === 'regex'
    ? findExpression(context, question, page)
    : findWords(context.project.store, question, page);

export const searchHandlers: Handlers<'search'> = {
  'search.find': async (context, { after, limit, complete, ...question }) => {
    const pending = await prepareIndex(context, complete);
    const { texts, next } = await findTexts(context, question, { after, limit });
    const { store } = context.project;
    return {
      found: texts.flatMap(({ text, places }) => foundIn(store, text, places) ?? []),
      next,
      pending,
    };
  },
  'search.count': async (context, { complete, ...question }) => {
    await prepareIndex(context, complete);
    return countWords(context.project.store, question);
  },
  'search.nearest': async (context, { word }) => {
    await prepareIndex(context, false);
    return wordsNear(context.project.store, word);
  },
};
