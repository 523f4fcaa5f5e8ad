import { useEffect, useRef, useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { RichTextEditor } from '#renderer/editor/rich-text-editor.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { Memo } from '#shared/model/memo.ts';
import { plainText } from '#shared/text/rich-text.ts';

interface Props {
  readonly codingId: string;
  readonly memo: Memo | undefined;
  readonly onDone: () => void;
}

interface Typed {
  readonly codingId: string;
  readonly memo: Memo | undefined;
  readonly body: string;
  /** What the words were changed from. */
  readonly base: string;
}

const keep = ({ codingId, memo, body, base }: Typed): Promise<Memo | null> =>
  memo === undefined
    ? edit(
        'memos.create',
        { targetKind: 'coding', targetId: codingId, body },
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

/** Writes the memo on a coding: Save, or Esc to leave it as it was. */
export const WriteMemo = ({ codingId, memo, onDone }: Props) => {
  const [body, setBody] = useState(memo?.body ?? '');
  const [base] = useState(body);
  const { settle } = useKeptOnLeaving({ codingId, memo, body, base });
  const done = (): void => {
    settle();
    onDone();
  };
  const save = async (): Promise<void> => {
    const isEmpty = plainText(body).trim() === '';
    if (isEmpty && memo !== undefined)
      await edit('memos.delete', { id: memo.id }, { toast: 'Memo deleted' });
    if (isEmpty || (await keep({ codingId, memo, body, base })) !== null) done();
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
