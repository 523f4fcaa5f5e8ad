import { useState } from 'react';
import { TextField } from '#renderer/ui/text-field.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Saves the trimmed words when the field is left or Enter is pressed. */
  readonly onSave: (value: string) => void;
  readonly hideLabel?: boolean;
  readonly multiline?: boolean;
  /** Whether nothing at all can be saved; a name cannot be empty. */
  readonly canBeEmpty?: boolean;
  readonly placeholder?: string;
  readonly description?: string | undefined;
}

/** A field that saves itself when it is left; Esc gives back what was there. */
export const NameField = (props: Props) => {
  const { label, value, onSave, hideLabel, multiline, canBeEmpty, placeholder, description } =
    props;
  const [typed, setTyped] = useState<string | null>(null);
  const save = (): void => {
    const words = typed?.trim() ?? value;
    setTyped(null);
    if (words !== value && (words !== '' || canBeEmpty === true)) onSave(words);
  };
  return (
    <TextField
      label={label}
      hideLabel={hideLabel ?? false}
      multiline={multiline ?? false}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && multiline !== true) save();
        if (event.key === 'Escape') setTyped(null);
        if (event.key !== 'Escape') event.continuePropagation();
      }}
      error={
        typed?.trim() === '' && canBeEmpty !== true
          ? 'A name cannot be empty. The old one stays.'
          : undefined
      }
      {...(multiline === true ? {} : { maxLength: 200 })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(description === undefined ? {} : { description })}
    />
  );
};
