import { BorderStyle, type IBordersOptions, WidthType } from 'docx';

const line = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' } as const;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** As journals set tables: lines across, none down. */
export const tableBorders: IBordersOptions &
  Record<'insideHorizontal' | 'insideVertical', typeof line> = {
  top: { ...line, size: 8 },
  bottom: { ...line, size: 8 },
  left: noLine,
  right: noLine,
  insideHorizontal: line,
  insideVertical: noLine as unknown as typeof line,
};

/** The room between the words of a cell and its sides. */
export const cellMargins = { marginUnitType: WidthType.DXA, left: 80, right: 80 } as const;
