import type { ReactNode } from 'react';
import type { Reading } from '#shared/contract/sources.ts';
import { unitsIn } from '#shared/text/units.ts';
import { codeRange } from './coding-actions.ts';
import { useCodingState } from './coding-state.ts';
import { codeDragType } from './drag-types.ts';
import type { Highlighter } from './highlighter.ts';
import { offsetOf } from './transcript-dom.ts';

interface Props {
  readonly reading: Reading;
  readonly highlighter: Highlighter;
  readonly children: ReactNode;
}

const isCode = (event: React.DragEvent): boolean => event.dataTransfer.types.includes(codeDragType);

/**
 * Takes a code that is dropped on the words: on the selection it codes the selection, elsewhere the
 * sentence under the pointer. The keys do the same with `/`.
 */
export const DropCode = ({ reading, highlighter, children }: Props) => {
  const drop = (event: React.DragEvent): void => {
    const codeId = event.dataTransfer.getData(codeDragType);
    const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
    const found = caret === null ? null : offsetOf(caret.offsetNode, caret.offset, reading.turns);
    highlighter.keepSelection(null);
    if (codeId === '' || found === null) return;
    event.preventDefault();
    const { selection } = useCodingState.getState();
    const turn = reading.turns[found.turn];
    if (turn === undefined) return;
    const onSelection =
      selection !== null && found.offset >= selection.start && found.offset <= selection.end;
    const sentence = unitsIn(
      reading.text,
      { start: turn.speechStart, end: turn.end },
      'sentence',
    ).find((range) => range.end >= found.offset);
    const range = onSelection ? selection : sentence;
    if (range !== undefined) void codeRange(codeId, range);
  };
  return (
    <div
      role="presentation"
      onDragOver={(event) => {
        if (!isCode(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        highlighter.keepSelection(useCodingState.getState().selection);
      }}
      onDrop={drop}
    >
      {children}
    </div>
  );
};
