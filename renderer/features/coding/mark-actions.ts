import { edit } from '#renderer/client/edit.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Coding, CodingLevel } from '#shared/model/coding.ts';
import { chosenCodings, codeById } from './reading-data.ts';

/** A mark to be put on codings; what is absent stays. */
export type Mark = Partial<Pick<Coding, 'important' | 'level'>>;

const saidOf = (name: string, { important, level }: Mark): string => {
  if (important !== undefined)
    return important === 1 ? `${name}: important` : `${name}: no longer important`;
  return level == null ? `${name}: neither semantic nor latent` : `${name}: ${level}`;
};

/** Marks codings and says so; what is not named stays. */
export const markCodings = async (codings: readonly Coding[], mark: Mark): Promise<void> => {
  const [first] = codings;
  if (first === undefined) return;
  const name =
    codings.length === 1
      ? `'${codeById(first.codeId)?.name ?? 'coding'}'`
      : `${codings.length} codings`;
  await edit(
    'codings.mark',
    { ids: codings.map(({ id }) => id), ...mark },
    { announce: `${saidOf(name, mark)}. Undo available.` },
  );
};

const withChosen = async (
  markOf: (codings: readonly Coding[], first: Coding) => Mark,
): Promise<void> => {
  const codings = chosenCodings();
  const [first] = codings;
  if (first === undefined) announce('No coding chosen. Press N for the next one.');
  else await markCodings(codings, markOf(codings, first));
};

/** Marks what is chosen as important, or takes that mark away where all of it has it. */
export const toggleImportant = (): Promise<void> =>
  withChosen((codings) => ({
    important: codings.every((coding) => coding.important === 1) ? 0 : 1,
  }));

/** What the key makes of each level: semantic, latent, neither, semantic. */
export const nextLevel = (level: CodingLevel | null): CodingLevel | null => {
  if (level === null) return 'semantic';
  return level === 'semantic' ? 'latent' : null;
};

/** Marks what is chosen as semantic, then as latent, then as neither. */
export const cycleLevel = (): Promise<void> =>
  withChosen((_, first) => ({ level: nextLevel(first.level) }));
