import { useEffect, useRef, useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextEditor, RichTextView } from '#renderer/editor/rich-text-editor.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { Coding } from '#shared/model/coding.ts';
import type { Memo } from '#shared/model/memo.ts';
import { plainText } from '#shared/text/rich-text.ts';
import { useCodingState } from './coding-state.ts';
import { focusReading } from './transcript-dom.ts';

interface WriteProps {
  readonly coding: Coding;
  readonly memo: Memo | undefined;
  readonly onDone: () => void;
}

interface Typed {
  readonly coding: Coding;
  readonly memo: Memo | undefined;
  readonly body: string;
  /** What the words were changed from. */
  readonly base: string;
}

const keep = ({ coding, memo, body, base }: Typed): Promise<Memo | null> =>
  memo === undefined
    ? edit(
        'memos.create',
        { targetKind: 'coding', targetId: coding.id, body },
        { announce: 'Memo saved' },
      )
    : edit('memos.update', { id: memo.id, body, base }, { announce: 'Memo saved' });

/** Whoever looks at something else while writing has not said that the words shall go: they are kept. */
const useKeptOnLeaving = (typed: Typed): { readonly settle: () => void } => {
  const latest = useRef(typed);
  const isSettled = useRef(false);
  useEffect(() => {
    latest.current = typed;
  });
  useEffect(
    () => () => {
      const { body, base } = latest.current;
      if (!isSettled.current && body !== base && plainText(body).trim() !== '')
        void keep(latest.current);
    },
    [],
  );
  return {
    settle: () => {
      isSettled.current = true;
    },
  };
};

const WriteMemo = ({ coding, memo, onDone }: WriteProps) => {
  const [body, setBody] = useState(memo?.body ?? '');
  const [base] = useState(body);
  const { settle } = useKeptOnLeaving({ coding, memo, body, base });
  const done = (): void => {
    settle();
    onDone();
  };
  const save = async (): Promise<void> => {
    const isEmpty = plainText(body).trim() === '';
    if (isEmpty && memo !== undefined)
      await edit('memos.delete', { id: memo.id }, { toast: 'Memo deleted' });
    if (isEmpty || (await keep({ coding, memo, body, base })) !== null) done();
  };
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) done();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
      role="presentation"
    >
      <RichTextEditor label="Memo on this coding" value={body} onChange={setBody} autoFocus />
      <Button kind="primary" small onPress={() => void save()}>
        Save memo
      </Button>{' '}
      <Button kind="quiet" small onPress={done}>
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
      {memo === undefined ? null : <RichTextView value={memo.body} />}
      <Button small onPress={() => useCodingState.setState({ writingMemo: true })}>
        {memo === undefined ? 'Write a memo' : 'Change the memo'}
      </Button>
    </div>
  );
};
