import { Pencil, Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextEditor, RichTextView } from '#renderer/editor/rich-text-editor.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Memo, MemoTarget } from '#shared/model/memo.ts';
import { MentionedIn } from './mentioned-in.tsx';
import styles from './record-memos.module.css';

/** A record that memos can be on. */
interface On {
  readonly kind: Extract<MemoTarget, 'code' | 'source' | 'case'>;
  readonly id: string;
}

interface WriteProps {
  readonly on: On;
  readonly memo: Memo | null;
  /** All memos on the record, to find one that was just begun. */
  readonly memos: readonly Memo[];
  /** The id of the memo that was begun here, once it is on disk. */
  readonly begun: string | null;
  readonly onBegun: (id: string) => void;
  readonly onDone: () => void;
}

/** Writes a memo; it saves itself, and comes into being with its first words. */
const WriteMemo = ({ on, memo, memos, begun, onBegun, onDone }: WriteProps) => {
  const id = useRef(memo?.id ?? null);
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${on.id}/memo/${memo?.id ?? 'new'}`,
    stored: memos.find((known) => known.id === (memo?.id ?? begun))?.body ?? '',
    save: async (body, base) => {
      if (id.current !== null) return saveBy('memos.update', { id: id.current, body, base });
      const created = await saveBy('memos.create', {
        targetKind: on.kind,
        targetId: on.id,
        body,
      });
      if (!created.ok) return created;
      id.current = created.value.id;
      onBegun(created.value.id);
      return created;
    },
  });
  return (
    <div
      className={styles.memo}
      role="presentation"
      onFocus={() => onFocusChange(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onFocusChange(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <RichTextEditor
        label={`Memo on this ${on.kind}`}
        value={value}
        onChange={onChange}
        autoFocus
      />
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
      <div>
        <Button small onPress={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
};

const ReadMemo = ({ memo, onWrite }: { readonly memo: Memo; readonly onWrite: () => void }) => {
  const coders = useCall('coders.list', {}).data;
  const coder = coders?.find((known) => known.id === memo.coderId)?.name ?? '';
  const day = new Date(memo.updatedAt).toLocaleDateString(undefined, { dateStyle: 'medium' });
  const what = `memo of ${day}`;
  return (
    <article className={styles.memo} aria-label={`Memo, ${coder}, ${day}`}>
      <div className={styles.by}>
        <span>
          {coder}, {day}
        </span>
        <IconButton icon={Pencil} label={`Change ${what}`} onPress={onWrite} />
        <IconButton
          icon={Trash2}
          label={`Delete ${what}`}
          onPress={() => void edit('memos.delete', { id: memo.id }, { toast: 'Deleted the memo' })}
        />
      </div>
      {memo.title === '' ? null : <h4>{memo.title}</h4>}
      <RichTextView value={memo.body} />
    </article>
  );
};

/** The memos on a record and those that link to it: read, written, changed. */
export const RecordMemos = ({ kind, id }: On) => {
  const heading = useId();
  const memos = useCall('memos.list', { targetKind: kind, targetId: id });
  const [writing, setWriting] = useState<string | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  if (memos.isError) return <ErrorState error={memos.error} onRetry={() => void memos.refetch()} />;
  const list = memos.data ?? [];
  const done = (): void => {
    setWriting(null);
    setBegun(null);
    requestAnimationFrame(() =>
      section.current?.querySelector<HTMLElement>('[data-write-memo]')?.focus(),
    );
  };
  const write = (memo: Memo | null) => (
    <WriteMemo
      key={memo?.id ?? 'new'}
      on={{ kind, id }}
      memo={memo}
      memos={list}
      begun={begun}
      onBegun={setBegun}
      onDone={done}
    />
  );
  return (
    <>
      <section ref={section} className={styles.memos} aria-labelledby={heading}>
        <h3 id={heading} className={styles.heading}>
          Memos
        </h3>
        {list
          .filter((memo) => memo.id !== begun)
          .map((memo) =>
            writing === memo.id ? (
              write(memo)
            ) : (
              <ReadMemo key={memo.id} memo={memo} onWrite={() => setWriting(memo.id)} />
            ),
          )}
        {writing === 'new' ? write(null) : null}
        {writing === null ? (
          <Button small data-write-memo onPress={() => setWriting('new')}>
            Write a memo
          </Button>
        ) : null}
      </section>
      <MentionedIn kind={kind} id={id} />
    </>
  );
};
