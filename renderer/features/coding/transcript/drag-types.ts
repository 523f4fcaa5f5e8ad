/** What a dragged code carries: its id. */
export const codeDragType = 'application/x-understory-code';
