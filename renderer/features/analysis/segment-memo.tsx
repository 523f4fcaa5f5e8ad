import { useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextEditor, RichTextView } from '#renderer/editor/rich-text-editor.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { Memo } from '#shared/model/memo.ts';
import styles from './analysis-inspector.module.css';
import { useAnalysisState } from './analysis-state.ts';

const stop = (): void => useAnalysisState.setState({ writingMemo: false });

const save = async (codingId: string, memo: Memo | undefined, body: string): Promise<boolean> => {
  if (memo === undefined && body === '') return true;
  const saved =
    memo === undefined
      ? await edit(
          'memos.create',
          { targetKind: 'coding', targetId: codingId, body },
          { announce: 'Memo saved' },
        )
      : body === ''
        ? await edit('memos.delete', { id: memo.id }, { toast: 'Memo deleted' })
        : await edit('memos.update', { id: memo.id, body }, { announce: 'Memo saved' });
  return saved !== null || body === '';
};

interface WriteProps {
  readonly codingId: string;
  readonly memo: Memo | undefined;
}

const Write = ({ codingId, memo }: WriteProps) => {
  const [body, setBody] = useState(memo?.body ?? '');
  const done = async (): Promise<void> => {
    if (await save(codingId, memo, body)) stop();
  };
  return (
    <div
      className={styles.memo}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Escape') stop();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void done();
      }}
    >
      <RichTextEditor label="Memo on this coding" value={body} onChange={setBody} autoFocus />
      <span>
        <Button kind="primary" small onPress={() => void done()}>
          Save memo
        </Button>{' '}
        <Button kind="quiet" small onPress={stop}>
          Cancel
        </Button>
      </span>
    </div>
  );
};

/** The memo on the current segment: read it, write it. */
export const SegmentMemo = ({ codingId }: { readonly codingId: string }) => {
  const memo = useCall('memos.list', { targetKind: 'coding', targetId: codingId }).data?.[0];
  const writing = useAnalysisState((state) => state.writingMemo);
  if (writing) return <Write codingId={codingId} memo={memo} />;
  return (
    <div className={styles.memo}>
      {memo === undefined ? null : <RichTextView value={memo.body} />}
      <Button small onPress={() => useAnalysisState.setState({ writingMemo: true })}>
        {memo === undefined ? 'Write a memo' : 'Change the memo'}
      </Button>
    </div>
  );
};
