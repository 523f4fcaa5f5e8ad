/** How high rows are in CSS pixels: as the tokens say, and growing with the reader's type size. */
export const rowHeight = (): number => {
  const root = getComputedStyle(document.documentElement);
  const token = Number.parseFloat(root.getPropertyValue('--row'));
  return Math.round((token * Number.parseFloat(root.fontSize)) / 16);
};
