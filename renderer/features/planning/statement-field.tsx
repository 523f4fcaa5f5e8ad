import { useRef } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import fieldStyles from '#renderer/ui/field.module.css';
import styles from './planning.module.css';

interface Props {
  readonly label: string;
  readonly statement: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Hears the words when Enter is pressed (`stays`: the focus belongs here) or the field is left. */
  readonly onDone: (statement: string, stays: boolean) => void;
  readonly onCancel: () => void;
}

/** Writes a statement in its place. Enter keeps it, Shift+Enter breaks the line, Esc lets it be. */
export const StatementField = (props: Props) => {
  const { label, statement, placeholder, autoFocus = false, onDone, onCancel } = props;
  // Leaving the field is also how Enter and Esc end, so only the first end counts.
  const ended = useRef(false);
  const end = (act: () => void): void => {
    if (ended.current) return;
    ended.current = true;
    act();
  };
  return (
    <TextField className={styles.writing ?? ''} aria-label={label} defaultValue={statement}>
      <TextArea
        className={`${fieldStyles.input} ${styles.area}`}
        autoFocus={autoFocus}
        rows={1}
        maxLength={2000}
        {...(placeholder === undefined ? {} : { placeholder })}
        onFocus={(event) => {
          ended.current = false;
          const { length } = event.currentTarget.value;
          event.currentTarget.setSelectionRange(length, length);
        }}
        onBlur={(event) => {
          const { value } = event.currentTarget;
          end(() => onDone(value, false));
        }}
        onKeyDown={(event) => {
          const { value } = event.currentTarget;
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            end(() => onDone(value, true));
          }
          if (event.key === 'Escape') end(onCancel);
        }}
      />
    </TextField>
  );
};
