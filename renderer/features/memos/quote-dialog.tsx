import { NotebookPen, Plus } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import menuStyles from '#renderer/ui/select.module.css';
import type { Quoted } from '#shared/text/links.ts';
import { headline, memoDay, shortDay } from './memo-words.ts';
import { useMemosState } from './memos-state.ts';
import styles from './quote-dialog.module.css';
import { newEntryId, quoteInMemo } from './quote-in-memo.ts';

/** As many memos as are offered at once; typing narrows them. */
const mostOffered = 30;

const close = (): void => useMemosState.setState({ quoting: null });

const Choice = ({ quoted }: { readonly quoted: Quoted }) => {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const found = useCall(
    'memos.find',
    { text: wanted, limit: mostOffered },
    { keepPrevious: true },
  ).data;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focus stays in the field while the arrows move in the list, but scrolling needs it there.
    if (list.current !== null) list.current.tabIndex = 0;
  }, []);
  const choices = [
    { id: newEntryId, name: 'New journal entry', note: 'today' },
    ...(found?.memos ?? []).map((memo) => ({
      id: memo.id,
      name: headline(memo),
      note: `${memo.on === '' ? 'Journal' : memo.on}, ${shortDay(memoDay(memo))}`,
    })),
  ];
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField label="Find a memo" autoFocus />
      <ListBox
        ref={list}
        className={styles.list ?? ''}
        aria-label="Memo to quote in"
        items={choices}
        onAction={(id) => {
          close();
          void quoteInMemo(String(id), quoted);
        }}
      >
        {({ id, name, note }) => (
          <ListBoxItem
            className={`${menuStyles.item} ${styles.option}`}
            textValue={`${name}, ${note}`}
          >
            {id === newEntryId ? (
              <Plus size={14} aria-hidden />
            ) : (
              <NotebookPen size={14} aria-hidden />
            )}
            <span className={styles.name}>{name}</span>
            <span className={styles.note}>{note}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
};

/** Chooses the memo that words of a transcript shall be quoted in. */
export const QuoteDialog = () => {
  const quoted = useMemosState((state) => state.quoting);
  if (quoted === null) return null;
  return (
    <Dialog
      title="Quote in a memo"
      isOpen
      onClose={close}
      actions={
        <Button kind="quiet" onPress={close}>
          Cancel
        </Button>
      }
    >
      <blockquote className={styles.words}>{quoted.text}</blockquote>
      <Choice quoted={quoted} />
    </Dialog>
  );
};
