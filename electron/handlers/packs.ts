import { v7 as uuidv7 } from 'uuid';
import { countReplies, listPacks } from '#electron/project/packs.ts';
import { deleteRecord, getRecord, insertRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { PackDraft } from '#shared/contract/packs.ts';
import type { PackContents, ReviewPack } from '#shared/model/review-pack.ts';
import type { Handlers } from './context.ts';
import { leaksIn, readingsOf } from './pack-check.ts';
import { counted, quoted } from './words.ts';

/** Throws `bad-input` where something is missing that every pack has. */
const refuseUnfinished = (store: Store, { themes }: PackDraft): void => {
  const refuse = (message: string): never => {
    throw new Failure('bad-input', `${message} No pack was made.`);
  };
  if (themes.length === 0) refuse('Choose at least one theme.');
  for (const { themeId, name, summary, quotes } of themes) {
    getRecord(store, 'theme', themeId);
    if (name.trim() === '') refuse('Give every theme a name.');
    if (summary.trim() === '') refuse(`Write a plain-language summary for ${quoted(name)}.`);
    if (quotes.length === 0) refuse(`Choose at least one quote for ${quoted(name)}.`);
    const unread = quotes.filter(({ checked }) => !checked).length;
    if (unread > 0)
      refuse(
        `${counted(unread, 'quote')} of ${quoted(name)} ${unread === 1 ? 'is' : 'are'} not checked yet.`,
      );
  }
};

/** How many leaks were answered; throws `conflict` where one was not. */
const refuseLeaks = (store: Store, input: CheckedInput<'packs.create'>): number => {
  const leaks = leaksIn(store, input);
  const answered = new Set(input.notIdentifying);
  const open = leaks.filter(({ id }) => !answered.has(id));
  if (open.length > 0)
    throw new Failure(
      'conflict',
      `${counted(open.length, 'finding')} of the leak check ${open.length === 1 ? 'is' : 'are'} not answered. No pack was made. Edit the words, or say that they identify nobody.`,
      { findings: open.map(({ id }) => id) },
    );
  return leaks.length;
};

/** The contents as reviewers get them: without the researcher's ticks. */
const frozen = ({ themes, ...rest }: PackDraft): PackContents => ({
  ...rest,
  themes: themes.map((theme) => ({
    ...theme,
    quotes: theme.quotes.map(({ codingId, text, who }) => ({ codingId, text, who })),
  })),
});

export const packsHandlers: Handlers<'packs'> = {
  'packs.list': ({ project: { store } }) => listPacks(store),
  'packs.get': ({ project: { store } }, { id }) => getRecord(store, 'review_pack', id),
  'packs.check': ({ project: { store } }, input) => ({
    leaks: leaksIn(store, input),
    readings: readingsOf(store, input.contents),
  }),
  'packs.create': ({ project: { store, coderId }, label }, input) => {
    refuseUnfinished(store, input.contents);
    const answered = refuseLeaks(store, input);
    const said =
      answered === 0 ? '' : `, with ${counted(answered, 'finding')} said to identify nobody`;
    label(`Make review pack ${quoted(input.name)}${said}`);
    if (coderId === null) throw new Failure('no-project');
    const pack: ReviewPack = {
      id: uuidv7(),
      name: input.name,
      contents: JSON.stringify(frozen(input.contents)),
      coderId,
      createdAt: new Date().toISOString(),
    };
    insertRecord(store, 'review_pack', pack);
    return pack;
  },
  'packs.delete': ({ project: { store }, label }, { id }) => {
    const { name } = getRecord(store, 'review_pack', id);
    label(`Delete review pack ${quoted(name)}`);
    const replies = countReplies(store, id);
    if (replies > 0)
      throw new Failure(
        'conflict',
        `${quoted(name)} has ${counted(replies, 'reply', 'replies')}, which say what they answer by it. Nothing was changed.`,
      );
    deleteRecord(store, 'review_pack', id);
    return null;
  },
};
