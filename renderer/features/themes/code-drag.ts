import { type DropItem, isTextDropItem } from 'react-aria-components';
import { codeDragType } from '#renderer/features/coding/transcript/drag-types.ts';
import { addCode, moveCode, takeOutCode } from './theme-actions.ts';
import type { PlacedCode } from './theme-board.ts';

/** What a code that is dragged out of a theme carries beside its own id: the theme's. */
export const fromThemeType = 'application/x-understory-from-theme';

/** Both the keys that people know for copying; on some systems Alt asks for a link. */
export const dropOperations = ['move', 'copy', 'link'] as const;

interface Dragged {
  readonly codeId: string;
  readonly fromThemeId: string | null;
}

const readDragged = async (items: readonly DropItem[]): Promise<readonly Dragged[]> => {
  const texts = items.filter(isTextDropItem).filter((item) => item.types.has(codeDragType));
  return Promise.all(
    texts.map(async (item) => ({
      codeId: await item.getText(codeDragType),
      fromThemeId: item.types.has(fromThemeType) ? await item.getText(fromThemeType) : null,
    })),
  );
};

/** What a code carries when it is dragged. */
export const dragItem = ({ id, code }: PlacedCode, themeId: string | null) => ({
  [codeDragType]: id,
  'text/plain': code.name,
  ...(themeId === null ? {} : { [fromThemeType]: themeId }),
});

interface CodeDrop {
  readonly items: readonly DropItem[];
  readonly dropOperation: 'move' | 'copy' | 'link' | 'cancel';
}

/** Takes codes that are dropped on no theme out of the theme they come from. */
export const takeOutDropped = async ({ items }: CodeDrop): Promise<void> => {
  for (const { codeId, fromThemeId } of await readDragged(items))
    if (fromThemeId !== null) await takeOutCode(codeId, fromThemeId);
};

/** Takes codes that are dropped into a theme, at a position as its codes hold it or behind the last. */
export const dropCodes = async (
  { items, dropOperation }: CodeDrop,
  themeId: string,
  position?: number,
): Promise<void> => {
  for (const { codeId, fromThemeId } of await readDragged(items)) {
    const place = { codeId, themeId, ...(position === undefined ? {} : { position }) };
    if (fromThemeId !== null && dropOperation === 'move') await moveCode(fromThemeId, place);
    else await addCode(place);
  }
};
