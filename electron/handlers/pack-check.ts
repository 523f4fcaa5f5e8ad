import { getExtracts } from '#electron/project/extracts.ts';
import { listGroups } from '#electron/project/groups.ts';
import {
  codebookText,
  groupsOfQuotes,
  peopleByGroup,
  readLabels,
  wordsNobodySays,
} from '#electron/project/packs.ts';
import type { Store } from '#electron/project/store.ts';
import type { PackDraft } from '#shared/contract/packs.ts';
import type { Leak, LeakPlace } from '#shared/model/leak.ts';
import type { Reading } from '#shared/model/pack-check.ts';
import { longWords } from '#shared/text/jargon.ts';
import { findLeaks, type LeakText } from '#shared/text/leaks.ts';
import { readingOf } from './reading-age.ts';

/** A draft with what it will be called and the real names to look for. */
export interface Checked {
  readonly name: string;
  readonly contents: PackDraft;
  readonly names: readonly string[];
}

type Said = NonNullable<LeakText['said']>;

const whoSaid = (store: Store, codingIds: readonly string[]): ReadonlyMap<string, Said> => {
  const groups = new Map(listGroups(store).map((group) => [group.id, group.name]));
  const people = peopleByGroup(store);
  const extracts = getExtracts(store, codingIds, null);
  const groupOfCase = groupsOfQuotes(
    store,
    extracts.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])),
  );
  return new Map(
    extracts.map(({ id, pseudonym, caseId, groupId, timePoint }) => {
      const own = (caseId === null ? undefined : groupOfCase.get(caseId)) ?? groupId;
      return [
        id,
        {
          pseudonym,
          timePoint,
          group: own === null ? null : (groups.get(own) ?? null),
          people: own === null ? 0 : (people.get(own) ?? 0),
        },
      ];
    }),
  );
};

const at = (field: LeakPlace['field'], themeId: string | null, codingId: string | null) => ({
  field,
  themeId,
  codingId,
});

const textsOf = ({ name, contents }: Checked, said: ReadonlyMap<string, Said>): LeakText[] => [
  { ...at('pack name', null, null), text: name },
  { ...at('title', null, null), text: contents.title },
  { ...at('welcome', null, null), text: contents.welcome },
  { ...at('return to', null, null), text: contents.returnTo },
  ...contents.themes.flatMap(({ themeId, name: theme, summary, quotes }) => [
    { ...at('name', themeId, null), text: theme },
    { ...at('summary', themeId, null), text: summary },
    ...quotes.flatMap(({ codingId, text, who }): LeakText[] => {
      const known = said.get(codingId);
      return [
        { ...at('quote', themeId, codingId), text },
        {
          ...at('who', themeId, codingId),
          text: who,
          ...(known === undefined ? {} : { said: known }),
        },
      ];
    }),
  ]),
];

/** What in a draft may identify somebody. */
export const leaksIn = (store: Store, checked: Checked): readonly Leak[] => {
  const quotes = checked.contents.themes.flatMap((theme) => theme.quotes);
  const said = whoSaid(store, [...new Set(quotes.map(({ codingId }) => codingId))]);
  return findLeaks(textsOf(checked, said), {
    ...readLabels(store),
    groups: listGroups(store).map((group) => group.name),
    names: checked.names,
  });
};

/** How hard the researcher's own words in a draft are to read: the welcome, and each summary. */
export const readingsOf = (store: Store, { welcome, themes }: PackDraft): readonly Reading[] => {
  const inCodebook = new Set(longWords(codebookText(store)));
  const candidates = longWords([welcome, ...themes.map(({ summary }) => summary)].join('\n'));
  const own = wordsNobodySays(
    store,
    candidates.filter((word) => inCodebook.has(word)),
  );
  return [
    readingOf(welcome, null, own),
    ...themes.map(({ themeId, summary }) => readingOf(summary, themeId, own)),
  ];
};
