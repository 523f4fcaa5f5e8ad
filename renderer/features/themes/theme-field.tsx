import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { RichTextEditor } from '#renderer/editor/rich-text-editor.tsx';
import { InsertQuotes } from '#renderer/features/writing/insert-quotes.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Theme } from '#shared/model/theme.ts';

interface Props {
  readonly theme: Theme;
  readonly field: 'name' | 'concept' | 'boundaries' | 'summary' | 'retiredReason';
  readonly label: string;
  readonly placeholder?: string;
}

const notEmpty = (value: string): string | null =>
  value.trim() === '' ? 'This cannot be empty. What stood here before stays.' : null;

/** A field of a theme that saves itself. */
export const ThemeField = ({ theme, field, label, placeholder }: Props) => {
  const isNeeded = field === 'name' || field === 'retiredReason';
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${theme.id}/${field}`,
    stored: theme[field],
    save: (words) => saveBy('themes.update', { id: theme.id, [field]: words }),
    ...(isNeeded ? { check: notEmpty } : {}),
  });
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      onFocusChange={onFocusChange}
      multiline={field !== 'name'}
      error={problem ?? undefined}
      {...(field === 'name' ? { maxLength: 200 } : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
};

/** The narrative of a theme, which saves itself. */
export const ThemeNarrative = ({ theme }: { readonly theme: Theme }) => {
  const { value, onChange, onFocusChange } = useAutosaved({
    key: `${theme.id}/narrative`,
    stored: theme.narrative,
    save: (narrative) => saveBy('themes.update', { id: theme.id, narrative }),
  });
  return (
    <div
      role="presentation"
      onFocus={() => onFocusChange(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onFocusChange(false);
      }}
    >
      <RichTextEditor
        label="Narrative"
        placeholder="The story this theme tells about the data"
        value={value}
        onChange={onChange}
        minHeight={160}
        tools={<InsertQuotes themeId={theme.id} />}
      />
    </div>
  );
};
