import { useEffect } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextView } from '#renderer/editor/rich-text-editor.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { Coding } from '#shared/model/coding.ts';
import { useCodingState } from './coding-state.ts';
import { focusReading } from './transcript/transcript-dom.ts';
import { WriteMemo } from './write-memo.tsx';

/** The memo on a coding: read it, write it. */
export const CodingMemo = ({ coding }: { readonly coding: Coding }) => {
  const memos = useCall('memos.list', { targetKind: 'coding', targetId: coding.id });
  const writing = useCodingState((state) => state.writingMemo);
  const memo = memos.data?.[0];
  const done = (): void => {
    useCodingState.setState({ writingMemo: false });
    focusReading(useCodingState.getState().turn);
  };
  useEffect(() => () => useCodingState.setState({ writingMemo: false }), []);
  if (writing) return <WriteMemo codingId={coding.id} memo={memo} onDone={done} />;
  return (
    <div>
      {memo === undefined ? null : <RichTextView value={memo.body} />}
      <Button small onPress={() => useCodingState.setState({ writingMemo: true })}>
        {memo === undefined ? 'Write a memo' : 'Change the memo'}
      </Button>
    </div>
  );
};
