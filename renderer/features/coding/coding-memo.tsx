import { useEffect, useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextEditor } from '#renderer/editor/rich-text-editor.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { Coding } from '#shared/model/coding.ts';
import type { Memo } from '#shared/model/memo.ts';
import { plainText } from '#shared/text/rich-text.ts';
import styles from './coding-inspector.module.css';
import { useCodingState } from './coding-state.ts';
import { focusReading } from './transcript-dom.ts';

interface WriteProps {
  readonly coding: Coding;
  readonly memo: Memo | undefined;
  readonly onDone: () => void;
}

const WriteMemo = ({ coding, memo, onDone }: WriteProps) => {
  const [body, setBody] = useState(memo?.body ?? '');
  const save = async (): Promise<void> => {
    const empty = plainText(body).trim() === '';
    const saved =
      memo !== undefined
        ? empty
          ? await edit('memos.delete', { id: memo.id }, { toast: 'Memo deleted' })
          : await edit('memos.update', { id: memo.id, body }, { announce: 'Memo saved' })
        : empty
          ? null
          : await edit(
              'memos.create',
              { targetKind: 'coding', targetId: coding.id, body },
              { announce: 'Memo saved' },
            );
    if (saved !== null || empty) onDone();
  };
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
      role="presentation"
    >
      <RichTextEditor label="Memo on this coding" value={body} onChange={setBody} autoFocus />
      <Button kind="primary" small onPress={() => void save()}>
        Save memo
      </Button>{' '}
      <Button kind="quiet" small onPress={onDone}>
        Cancel
      </Button>
    </div>
  );
};

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
  if (writing) return <WriteMemo coding={coding} memo={memo} onDone={done} />;
  return (
    <div>
      {memo === undefined ? null : <p className={styles.definition}>{plainText(memo.body)}</p>}
      <Button small onPress={() => useCodingState.setState({ writingMemo: true })}>
        {memo === undefined ? 'Write a memo' : 'Change the memo'}
      </Button>
    </div>
  );
};
