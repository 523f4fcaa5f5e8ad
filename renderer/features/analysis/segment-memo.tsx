import { useEffect } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextView } from '#renderer/editor/rich-text-editor.tsx';
import { WriteMemo } from '#renderer/features/coding/write-memo.tsx';
import { Button } from '#renderer/ui/button.tsx';
import styles from './analysis-inspector.module.css';
import { useAnalysisState } from './analysis-state.ts';

const stop = (): void => useAnalysisState.setState({ writingMemo: false });

/** The keys go on in the list of segments. */
const done = (): void => {
  stop();
  document.querySelector<HTMLElement>('main [data-pane-focus]')?.focus({ preventScroll: true });
};

/** The memo on the current segment: read it, write it. */
export const SegmentMemo = ({ codingId }: { readonly codingId: string }) => {
  const memo = useCall('memos.list', { targetKind: 'coding', targetId: codingId }).data?.[0];
  const writing = useAnalysisState((state) => state.writingMemo);
  useEffect(() => stop, []);
  if (writing)
    return (
      <div className={styles.memo}>
        <WriteMemo codingId={codingId} memo={memo} onDone={done} />
      </div>
    );
  return (
    <div className={styles.memo}>
      {memo === undefined ? null : <RichTextView value={memo.body} />}
      <Button small onPress={() => useAnalysisState.setState({ writingMemo: true })}>
        {memo === undefined ? 'Write a memo' : 'Change the memo'}
      </Button>
    </div>
  );
};
