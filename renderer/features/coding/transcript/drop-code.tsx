import type { ReactNode } from 'react';
import { codeRange } from '#renderer/features/coding/coding-actions.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { unitsAround } from '#renderer/features/coding/moves/turn-units.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import { codeDragType } from './drag-types.ts';
import type { Highlighter } from './highlighter.ts';
import { placeAt } from './word-pointer.ts';

interface Props {
  readonly reading: Reading;
  readonly highlighter: Highlighter;
  readonly children: ReactNode;
}

const isCode = (event: React.DragEvent): boolean => event.dataTransfer.types.includes(codeDragType);

/** What a code that is let go of here would be applied to: the selection, or else the sentence. */
const targetAt = (event: React.DragEvent, reading: Reading): Range | null => {
  const place = placeAt(event, reading.turns);
  if (place === null) return null;
  const { selection } = useCodingState.getState();
  if (selection !== null && place.offset >= selection.start && place.offset <= selection.end)
    return selection;
  const sentences = unitsAround(reading, 'sentence', place);
  return sentences.find((range) => range.end >= place.offset) ?? sentences.at(-1) ?? null;
};

/**
 * Takes a code that is dropped on the words: on the selection it codes the selection, elsewhere the
 * sentence under the pointer, which is shown while dragging. The keys do the same with `/`.
 */
export const DropCode = ({ reading, highlighter, children }: Props) => {
  const restore = (): void => highlighter.keepSelection(useCodingState.getState().selection);
  return (
    <div
      role="presentation"
      onDragOver={(event) => {
        if (!isCode(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        highlighter.keepSelection(targetAt(event, reading));
      }}
      onDragLeave={(event) => {
        if (isCode(event)) restore();
      }}
      onDrop={(event) => {
        const codeId = event.dataTransfer.getData(codeDragType);
        const range = targetAt(event, reading);
        restore();
        if (codeId === '' || range === null) return;
        event.preventDefault();
        void codeRange(codeId, range);
      }}
    >
      {children}
    </div>
  );
};
