import type { Method } from '#shared/contract/index.ts';
import { fits } from '#shared/model/extract.ts';
import { themeStatuses } from '#shared/model/theme.ts';
import { at, type EditInputs, name, orNone } from './undo-state.ts';

/** The edits of themes and of what is built on them. */
export const themeInputs = {
  'extracts.mark': ({ extracts }, dice) => {
    const { themeId, extracted } = at(
      extracts.filter((theme) => theme.extracted.length > 0),
      dice.a,
    );
    return {
      themeId,
      codingId: at(extracted, dice.b).id,
      fit: at([...fits, null], dice.c),
      note: dice.words,
    };
  },
  'themes.create': ({ themes }, dice) => ({
    name: name('Theme', dice),
    parentId: orNone(themes, dice.b),
    position: dice.c % 3,
    summary: dice.words,
  }),
  'themes.update': ({ themes }, dice) => ({
    id: at(themes, dice.b).id,
    concept: `${dice.words} ${dice.c}`,
    status: at(themeStatuses, dice.c),
    retiredReason: 'It was two',
  }),
  'themes.move': ({ themes }, dice) => ({
    id: at(themes, dice.a).id,
    parentId: orNone(themes, dice.b),
    position: dice.c % 3,
  }),
  'themes.delete': ({ themes }, { a }) => ({ id: at(themes, a).id }),
  'themes.addCode': ({ themes, codes }, dice) => ({
    themeId: at(themes, dice.a).id,
    codeId: at(codes, dice.b).id,
    position: dice.c % 3,
  }),
  'themes.removeCode': ({ placed }, { a }) => {
    const { themeId, codeId } = at(placed, a);
    return { themeId, codeId };
  },
  'themes.moveCode': ({ placed, themes }, { a, b, c }) => {
    const { themeId, codeId } = at(placed, a);
    return { codeId, fromThemeId: themeId, toThemeId: at(themes, b).id, position: c % 3 };
  },
} satisfies Partial<EditInputs<Method>>;
