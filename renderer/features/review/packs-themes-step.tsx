import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { quoted } from '#renderer/ui/words.ts';
import type { Theme, ThemeStatus } from '#shared/model/theme.ts';
import styles from './packs.module.css';
import { changeTheme, type DraftTheme, fieldId, type Making, toggleTheme } from './packs-draft.ts';

/** Those that are furthest along come first; a retired theme is no longer asked about. */
const order: readonly ThemeStatus[] = ['named', 'reviewed', 'candidate'];

const Words = ({ draft, theme }: { readonly draft: DraftTheme; readonly theme: Theme }) => {
  const { themeId, name, summary } = draft;
  const place = { themeId, codingId: null } as const;
  const isOwn = summary.trim() !== theme.summary.trim() && summary.trim() !== '';
  return (
    <div className={styles.words}>
      <TextField
        id={fieldId({ ...place, field: 'name' })}
        label="Name for readers"
        value={name}
        maxLength={200}
        onChange={(next) => changeTheme(themeId, { name: next })}
      />
      <TextField
        id={fieldId({ ...place, field: 'summary' })}
        label="Plain-language summary"
        description="What people told you, as you would say it to a neighbour. Short sentences, everyday words."
        multiline
        value={summary}
        onChange={(next) => changeTheme(themeId, { summary: next })}
      />
      {isOwn ? (
        <div>
          <Button
            small
            onPress={() =>
              void edit(
                'themes.update',
                { id: themeId, summary },
                { announce: `Summary of ${quoted(theme.name)} saved` },
              )
            }
          >
            Keep this summary in the theme too
          </Button>
        </div>
      ) : null}
    </div>
  );
};

/** Chooses the themes, and says each in plain words. */
export const PackThemesStep = ({ making }: { readonly making: Making }) => {
  const list = useCall('themes.list', {});
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton lines={8} />;
  const themes = order.flatMap((status) => list.data.filter((theme) => theme.status === status));
  if (themes.length === 0)
    return (
      <EmptyState title="No themes yet">
        A review pack asks people about themes. Make themes first, in the area Themes.
      </EmptyState>
    );
  const parents = new Map(list.data.map((theme) => [theme.id, theme.name]));
  return (
    <>
      <p className={styles.quiet}>
        Five or six themes are plenty for one sitting. What you write here is for this pack; the
        themes stay as they are unless you say so.
      </p>
      <ul className={styles.themes}>
        {themes.map((theme) => {
          const draft = making.contents.themes.find(({ themeId }) => themeId === theme.id);
          const parent = theme.parentId === null ? undefined : parents.get(theme.parentId);
          return (
            <li key={theme.id} className={styles.theme} data-chosen={draft !== undefined}>
              <div className={styles.themeHead}>
                <Checkbox
                  isSelected={draft !== undefined}
                  onChange={() => toggleTheme(theme, list.data)}
                >
                  <span className={styles.themeName}>{theme.name}</span>
                </Checkbox>
                <span className={styles.quiet}>
                  {[theme.status, parent === undefined ? null : `in ${quoted(parent)}`]
                    .filter((part) => part !== null)
                    .join(', ')}
                </span>
              </div>
              {draft === undefined ? null : <Words draft={draft} theme={theme} />}
            </li>
          );
        })}
      </ul>
    </>
  );
};
