import type { Theme } from '#shared/model/theme.ts';
import { joinRichTexts } from '#shared/text/join-rich-texts.ts';
import { quoted } from './words.ts';

const parts = ['concept', 'boundaries', 'summary'] as const;

/** The words of one part of the target with those of the others behind them; null: nothing to add. */
const joined = (
  target: Theme,
  going: readonly Theme[],
  part: (typeof parts)[number],
): string | null => {
  const added = going
    .filter((theme) => theme[part].trim() !== '' && theme[part].trim() !== target[part].trim())
    .map((theme) => `From ${quoted(theme.name)}: ${theme[part].trim()}`);
  if (added.length === 0) return null;
  const own = target[part].trim() === '' ? [] : [target[part].trimEnd()];
  return [...own, ...added].join('\n\n');
};

/** The words of the target with those of the themes that go behind them, each saying whose it was. */
export const joinedThemeWords = (
  target: Theme,
  going: readonly Theme[],
): Pick<Theme, 'narrative' | (typeof parts)[number]> => ({
  concept: joined(target, going, 'concept') ?? target.concept,
  boundaries: joined(target, going, 'boundaries') ?? target.boundaries,
  summary: joined(target, going, 'summary') ?? target.summary,
  narrative: joinRichTexts(
    target.narrative,
    going
      .filter(({ narrative }) => narrative !== '')
      .map(({ name, narrative }) => ({ heading: `From ${quoted(name)}:`, narrative })),
  ),
});
