import {
  FieldError,
  Input,
  Label,
  TextField as RacTextField,
  Text,
  TextArea,
  type TextFieldProps,
} from 'react-aria-components';
import styles from './field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Several lines that grow with what is written. */
  readonly multiline?: boolean;
  /** The label is there for screen readers only; the place makes it plain to everyone else. */
  readonly hideLabel?: boolean;
}

/** A labelled field for a line or for several. */
export const TextField = (props: Props) => {
  const { label, description, error, placeholder, multiline, hideLabel, ...rest } = props;
  const Control = multiline === true ? TextArea : Input;
  return (
    <RacTextField {...rest} isInvalid={error !== undefined} className={styles.field ?? ''}>
      <Label className={hideLabel === true ? 'visually-hidden' : styles.label}>{label}</Label>
      <Control
        className={styles.input ?? ''}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {description === undefined ? null : (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </RacTextField>
  );
};
