import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Code } from '#shared/model/code.ts';

/** The fields of a code that hold words. */
export type CodeWords =
  | 'name'
  | 'definition'
  | 'inclusion'
  | 'exclusion'
  | 'typicalExample'
  | 'nearMiss';

interface Props {
  readonly code: Code;
  readonly field: CodeWords;
  readonly label: string;
  readonly placeholder?: string;
}

const notEmpty = (value: string): string | null =>
  value.trim() === '' ? 'A name cannot be empty. The old one stays.' : null;

/** A field of a code that saves itself. */
export const CodeField = ({ code, field, label, placeholder }: Props) => {
  const isName = field === 'name';
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${code.id}/${field}`,
    stored: code[field],
    save: (words) => saveBy('codes.update', { id: code.id, [field]: words }),
    ...(isName ? { check: notEmpty } : {}),
  });
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      onFocusChange={onFocusChange}
      multiline={!isName}
      error={problem ?? undefined}
      {...(isName ? { maxLength: 200 } : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
};
