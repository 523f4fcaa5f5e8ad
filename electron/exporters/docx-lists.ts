import { AlignmentType, LevelFormat } from 'docx';

/** Lists nest this deep at most, counted from 0. */
export const deepest = 4;
const levels = (format: (level: number) => { readonly format: string; readonly text: string }) =>
  Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    ...(format(level) as { format: 'bullet'; text: string }),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 440 * (level + 1), hanging: 300 } } },
  }));

/** Lists with bullets, with numbers, and the numbered list of claims. */
export const numbering = {
  config: [
    { reference: 'bullets', levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) },
    {
      reference: 'numbers',
      levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
    },
    {
      reference: 'claims',
      levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
    },
  ],
};

/** The room after the last entry of a list, as after a paragraph. */
export const afterList = { spacing: { after: 160 } } as const;
