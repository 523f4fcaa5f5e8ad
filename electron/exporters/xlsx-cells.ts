import type { CellObject } from 'write-excel-file/node';

/** The most characters Excel takes in a cell. */
export const cellLimit = 32_767;
export const ink = '#2A2825';
const headerFill = '#EFECE6';
const rule = '#D9D4CB';

/** A text as a cell holds it: cut where it is too long. */
export const fitted = (text: string): string => {
  // The library looks texts up in a plain object, where these names are there from the start.
  if (text in Object.prototype) return `${text} `;
  return text.length > cellLimit
    ? `${text.slice(0, cellLimit - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`
    : text;
};

/** A cell of the header row. */
export const headerCell = (column: { readonly header: string }): CellObject => ({
  value: column.header,
  type: String,
  fontWeight: 'bold',
  textColor: ink,
  backgroundColor: headerFill,
  bottomBorderColor: rule,
  bottomBorderStyle: 'thin',
  alignVertical: 'center',
  height: 24,
});
