import { Trash2 } from 'lucide-react';
import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextEditor } from '#renderer/editor/rich-text-editor.tsx';
import { MentionedIn } from '#renderer/features/memos/mentioned-in.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Memo } from '#shared/model/memo.ts';
import styles from './themes-inspector.module.css';
import { useThemesState } from './themes-state.ts';

const dateOf = (memo: Memo): string =>
  new Date(memo.createdAt).toLocaleDateString(undefined, { dateStyle: 'medium' });

interface MemoProps {
  readonly themeId: string;
  readonly memo: Memo;
  readonly coder: string;
}

const WrittenMemo = ({ themeId, memo, coder }: MemoProps) => {
  const isNew = useThemesState((state) => state.newMemo === memo.id);
  // The keys begin with the theme, so that what is said to be saved covers its memos.
  const title = useAutosaved({
    key: `${themeId}/memo/${memo.id}/title`,
    stored: memo.title,
    save: (words) => saveBy('memos.update', { id: memo.id, title: words }),
  });
  const body = useAutosaved({
    key: `${themeId}/memo/${memo.id}/body`,
    stored: memo.body,
    save: (words, base) => saveBy('memos.update', { id: memo.id, body: words, base }),
  });
  const remove = (): void => void edit('memos.delete', { id: memo.id }, { toast: 'Memo deleted' });
  return (
    <li className={styles.memo}>
      <div className={styles.headingRow}>
        <p className={styles.quiet}>
          {coder}, {dateOf(memo)}
        </p>
        <IconButton icon={Trash2} label="Delete memo" onPress={remove} />
      </div>
      <TextField
        label="Title of the memo"
        hideLabel
        placeholder="Title"
        maxLength={200}
        value={title.value}
        onChange={title.onChange}
        onFocusChange={title.onFocusChange}
      />
      <div
        role="presentation"
        onFocus={() => body.onFocusChange(true)}
        onBlur={() => body.onFocusChange(false)}
      >
        <RichTextEditor
          label="Memo"
          placeholder="What you notice, doubt or decide"
          value={body.value}
          onChange={body.onChange}
          autoFocus={isNew}
        />
      </div>
    </li>
  );
};

/** The memos on a theme; they save themselves. */
export const ThemeMemos = ({ themeId }: { readonly themeId: string }) => {
  const memos = useCall('memos.list', { targetKind: 'theme', targetId: themeId });
  const coders = useCall('coders.list', {}).data;
  const write = async (): Promise<void> => {
    const memo = await edit(
      'memos.create',
      { targetKind: 'theme', targetId: themeId },
      { announce: 'Memo added' },
    );
    if (memo !== null) useThemesState.setState({ newMemo: memo.id });
  };
  if (memos.isError) return <ErrorState error={memos.error} onRetry={() => void memos.refetch()} />;
  if (memos.data === undefined) return <Skeleton lines={4} />;
  const button = (
    <Button kind="plain" small onPress={() => void write()}>
      Write a memo
    </Button>
  );
  if (memos.data.length === 0)
    return (
      <>
        <EmptyState title="No memos on this theme yet" action={button}>
          A memo keeps what you notice, doubt or decide. For example why two themes became one.
        </EmptyState>
        <MentionedIn kind="theme" id={themeId} />
      </>
    );
  return (
    <div className={styles.about}>
      {button}
      <ul className={styles.memos}>
        {memos.data.map((memo) => (
          <WrittenMemo
            key={memo.id}
            themeId={themeId}
            memo={memo}
            coder={coders?.find((coder) => coder.id === memo.coderId)?.name ?? ''}
          />
        ))}
      </ul>
      <MentionedIn kind="theme" id={themeId} />
    </div>
  );
};
