import { Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { saveBy, useAutosaved, useSaveState } from '#renderer/client/autosave.ts';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextEditor } from '#renderer/editor/rich-text-editor.tsx';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Memo } from '#shared/model/memo.ts';
import { deleteMemo } from './memo-actions.ts';
import { memoDay, promptFor, shortDay } from './memo-words.ts';
import styles from './memos.module.css';
import { useMemosState } from './memos-state.ts';

const states = { saved: 'Saved', saving: 'Saving', failed: 'Not saved' } as const;

/** Says where the typed words are; only what has arrived on disk, or has not, is spoken. */
const Saved = ({ id }: { readonly id: string }) => {
  const state = useSaveState(`${id}/`);
  return (
    <p className={styles.saved} data-state={state}>
      <span aria-hidden>{states[state]}</span>
      <span className="visually-hidden" role="status">
        {state === 'saving' ? '' : states[state]}
      </span>
    </p>
  );
};

const DayField = ({ memo }: { readonly memo: Memo }) => {
  const day = memoDay(memo);
  return (
    <div className={styles.day}>
      <TextField
        label="Day"
        type="date"
        value={day}
        onChange={(value) => {
          // While the parts of a date are typed there is none; the day stays.
          if (!/^\d{4}-\d{2}-\d{2}$/u.test(value) || value === day || value < '1900') return;
          void edit(
            'memos.update',
            { id: memo.id, day: value },
            { announce: `Dated ${shortDay(value)}. Undo available.` },
          );
        }}
      />
    </div>
  );
};

const Title = ({ memo }: { readonly memo: Memo }) => {
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${memo.id}/title`,
    stored: memo.title,
    save: (title) => saveBy('memos.update', { id: memo.id, title }),
  });
  return (
    <div className={styles.titleField}>
      <TextField
        label="Title"
        placeholder="No title"
        maxLength={200}
        value={value}
        onChange={onChange}
        onFocusChange={onFocusChange}
        error={problem ?? undefined}
      />
    </div>
  );
};

const Body = ({ memo }: { readonly memo: Memo }) => {
  const begun = useMemosState((state) => state.begun === memo.id);
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${memo.id}/body`,
    stored: memo.body,
    save: (body, base) => saveBy('memos.update', { id: memo.id, body, base }),
  });
  const [isNew] = useState(begun);
  useEffect(() => {
    if (begun) useMemosState.setState({ begun: null });
  }, [begun]);
  return (
    <div
      role="presentation"
      onFocus={() => onFocusChange(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onFocusChange(false);
      }}
    >
      <RichTextEditor
        label={memo.targetKind === 'project' ? 'Journal entry' : 'Memo'}
        hideLabel
        value={value}
        onChange={onChange}
        autoFocus={isNew}
        minHeight={180}
        placeholder={
          memo.targetKind === 'project'
            ? promptFor(memoDay(memo))
            : 'What you notice, doubt or decide. Type @ to link to a code or theme.'
        }
      />
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
    </div>
  );
};

interface Props {
  readonly memo: Memo;
  /** Offered where the memo can be read again without its fields. */
  readonly onDone?: () => void;
}

/** One memo to be written; everything in it saves itself. */
export const MemoPage = ({ memo, onDone }: Props) => {
  const coders = useCall('coders.list', {}).data;
  const coder = coders?.find((known) => known.id === memo.coderId)?.name ?? '';
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || onDone === undefined) return;
    event.stopPropagation();
    onDone();
  };
  return (
    <div className={styles.page} role="presentation" onKeyDown={leave}>
      <div className={styles.pageHead}>
        <Title memo={memo} />
        {memo.targetKind === 'project' ? <DayField memo={memo} /> : null}
      </div>
      <Body memo={memo} />
      <div className={styles.pageFoot}>
        {onDone === undefined ? null : (
          <Button small onPress={onDone}>
            Done
          </Button>
        )}
        <p className={styles.quiet}>
          {coder}, written {shortDay(memoDay({ ...memo, day: null }))}
        </p>
        <Saved id={memo.id} />
        <IconButton icon={Trash2} label="Delete the memo" onPress={() => void deleteMemo(memo)} />
      </div>
      <RecordHistory kind="memo" id={memo.id} now={{ title: memo.title, body: memo.body }} />
    </div>
  );
};
