import { toast } from 'sonner';
import { create } from 'zustand';
import { keyOf, queryClient } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { quoted } from '#renderer/ui/words.ts';
import type { PackDraft, PackRow } from '#shared/contract/packs.ts';
import type { ProjectState } from '#shared/contract/project.ts';
import type { Extracted } from '#shared/model/extract.ts';
import type { LeakPlace } from '#shared/model/leak.ts';
import type { Theme } from '#shared/model/theme.ts';

export const packSteps = ['themes', 'words', 'quotes', 'checks', 'read'] as const;
export type PackStep = (typeof packSteps)[number];

export type DraftTheme = PackDraft['themes'][number];
export type DraftQuote = DraftTheme['quotes'][number];

/** A review pack that is being made. */
export interface Making {
  /** Of which project, so that it is never shown in another. */
  readonly projectId: string;
  readonly step: PackStep;
  readonly name: string;
  readonly contents: PackDraft;
  /** Real names to look for, one a line, as they are typed. Never saved. */
  readonly names: string;
  /** What the leak check found and the researcher says identifies nobody. */
  readonly notIdentifying: ReadonlySet<string>;
  /** The theme whose quotes are looked at. */
  readonly themeId: string | null;
}

/** The pack under way; null while none is. Kept while the window is open, never saved. */
export const useMaking = create<{ readonly making: Making | null; readonly focus: string | null }>(
  () => ({ making: null, focus: null }),
);

const currentProject = (): ProjectState['project'] =>
  queryClient.getQueryData<ProjectState>(keyOf('project.state', {}))?.project ?? null;

const welcome =
  'Thank you for reading this.\n\nWe talked with people for our study. This is what we think they told us. We would like to know what you think of it.';

/** Begins a pack, with what is likeliest. */
export const beginPack = (): void => {
  const project = currentProject();
  if (project === null) return;
  const packs = queryClient.getQueryData<readonly PackRow[]>(keyOf('packs.list', {}))?.length ?? 0;
  useMaking.setState({
    focus: null,
    making: {
      projectId: project.id,
      step: 'themes',
      name: `Review pack ${packs + 1}`,
      contents: { title: `${project.name}: what we have heard`, welcome, returnTo: '', themes: [] },
      names: '',
      notIdentifying: new Set(),
      themeId: null,
    },
  });
};

/** Ends the making of a pack; nothing of it is kept. */
export const endPack = (): void => useMaking.setState({ making: null, focus: null });

/** How long somebody can think better of it, in milliseconds. */
const returnStays = 10_000;

/** Leaves the pack that is being made; for a while it can be gone on with. */
export const leavePack = (): void => {
  const { making } = useMaking.getState();
  endPack();
  announce('No review pack was made');
  if (making === null || making.contents.themes.length === 0) return;
  toast('No review pack was made', {
    duration: returnStays,
    action: { label: 'Go on with it', onClick: () => useMaking.setState({ making }) },
  });
};

export const changeMaking = (change: Partial<Making>): void =>
  useMaking.setState(({ making }) => (making === null ? {} : { making: { ...making, ...change } }));

export const changeContents = (change: Partial<PackDraft>): void =>
  useMaking.setState(({ making }) =>
    making === null ? {} : { making: { ...making, contents: { ...making.contents, ...change } } },
  );

export const changeTheme = (themeId: string, change: Partial<DraftTheme>): void =>
  useMaking.setState(({ making }) =>
    making === null
      ? {}
      : {
          making: {
            ...making,
            contents: {
              ...making.contents,
              themes: making.contents.themes.map((theme) =>
                theme.themeId === themeId ? { ...theme, ...change } : theme,
              ),
            },
          },
        },
  );

/** Edited words have to be read again. */
export const changeQuote = (
  theme: DraftTheme,
  codingId: string,
  change: Partial<DraftQuote>,
): void =>
  changeTheme(theme.themeId, {
    quotes: theme.quotes.map((quote) =>
      quote.codingId === codingId ? { ...quote, checked: false, ...change } : quote,
    ),
  });

/** Puts a theme into the pack, in the order of the study's themes, or takes it out. */
export const toggleTheme = (theme: Theme, themes: readonly Theme[]): void => {
  const { making } = useMaking.getState();
  if (making === null) return;
  const { themes: chosen } = making.contents;
  const isIn = chosen.some(({ themeId }) => themeId === theme.id);
  const next = isIn
    ? chosen.filter(({ themeId }) => themeId !== theme.id)
    : [...chosen, { themeId: theme.id, name: theme.name, summary: theme.summary, quotes: [] }];
  const place = new Map(themes.map(({ id }, at) => [id, at]));
  changeContents({
    themes: next.toSorted((a, b) => (place.get(a.themeId) ?? 0) - (place.get(b.themeId) ?? 0)),
  });
};

/** Who said a quote, as reviewers are told: the pseudonym and the group, never a speaker's label. */
export const whoOf = ({ pseudonym, group }: Extracted): string =>
  [pseudonym, group].filter((part) => part !== null).join(', ') || 'Somebody';

/** Chooses a quote for a theme, or takes it away again. */
export const toggleQuote = (theme: DraftTheme, extract: Extracted): void => {
  const isIn = theme.quotes.some(({ codingId }) => codingId === extract.id);
  changeTheme(theme.themeId, {
    quotes: isIn
      ? theme.quotes.filter(({ codingId }) => codingId !== extract.id)
      : [
          ...theme.quotes,
          {
            codingId: extract.id,
            text: extract.text.trim(),
            who: whoOf(extract),
            checked: false,
          },
        ],
  });
  announce(`Quote ${isIn ? 'taken out of' : 'chosen for'} ${quoted(theme.name)}`);
};

/** The element in which the words of a place are edited. */
export const fieldId = ({ field, themeId, codingId }: LeakPlace): string =>
  `pack-${field.replace(' ', '-')}${themeId === null ? '' : `-${themeId}`}${codingId === null ? '' : `-${codingId}`}`;

/** Goes to where words are edited, with the focus. */
export const showPlace = (place: LeakPlace): void => {
  const step: PackStep =
    place.field === 'quote' || place.field === 'who'
      ? 'quotes'
      : place.themeId === null
        ? 'words'
        : 'themes';
  changeMaking({ step, ...(place.themeId === null ? {} : { themeId: place.themeId }) });
  useMaking.setState({ focus: fieldId(place) });
};

/** The names as the check wants them. */
export const namesOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[\n;,]+/u)
      .map((name) => name.trim().slice(0, 200))
      .filter((name) => name.length >= 2),
  ),
];

/** What still has to be done before the pack can be made, in the order of the steps. */
export const leftToDo = ({
  name,
  contents,
}: Making): readonly { readonly step: PackStep; readonly words: string }[] => {
  const { themes, title } = contents;
  if (themes.length === 0) return [{ step: 'themes', words: 'Choose at least one theme.' }];
  return [
    ...themes.flatMap((theme) =>
      theme.summary.trim() === ''
        ? [
            {
              step: 'themes' as const,
              words: `Write a plain-language summary for ${quoted(theme.name)}.`,
            },
          ]
        : [],
    ),
    ...(name.trim() === '' || title.trim() === ''
      ? [{ step: 'words' as const, words: 'Give the pack a name and a title.' }]
      : []),
    ...themes.flatMap((theme) => {
      if (theme.quotes.length === 0)
        return [{ step: 'quotes' as const, words: `Choose quotes for ${quoted(theme.name)}.` }];
      const unread = theme.quotes.filter(({ checked }) => !checked).length;
      return unread === 0
        ? []
        : [
            {
              step: 'quotes' as const,
              words: `Check ${unread === 1 ? 'one quote' : `${unread} quotes`} of ${quoted(theme.name)}.`,
            },
          ];
    }),
  ];
};
