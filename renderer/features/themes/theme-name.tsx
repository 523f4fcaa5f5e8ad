import { useRef } from 'react';
import { Input, TextField } from 'react-aria-components';
import styles from './theme-card.module.css';

interface Props {
  readonly label: string;
  readonly name: string;
  /** Hears the name when Enter is pressed (`stays`: the focus belongs here) or the field is left. */
  readonly onDone: (name: string, stays: boolean) => void;
  readonly onCancel: () => void;
}

/** Writes the name of a theme in its place. Enter keeps it, Esc leaves it as it was. */
export const ThemeName = ({ label, name, onDone, onCancel }: Props) => {
  // Leaving the field is also how Enter and Esc end, so only the first end counts.
  const ended = useRef(false);
  const end = (act: () => void): void => {
    if (ended.current) return;
    ended.current = true;
    act();
  };
  return (
    <TextField className={styles.naming ?? ''} aria-label={label} defaultValue={name} autoFocus>
      <Input
        className={styles.nameInput ?? ''}
        maxLength={200}
        placeholder={label}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => {
          const { value } = event.currentTarget;
          end(() => onDone(value, false));
        }}
        onKeyDown={(event) => {
          const { value } = event.currentTarget;
          if (event.key === 'Enter') end(() => onDone(value, true));
          if (event.key === 'Escape') end(onCancel);
        }}
      />
    </TextField>
  );
};
