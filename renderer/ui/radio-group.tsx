import {
  Label,
  RadioGroup as RacRadioGroup,
  RadioButton,
  RadioField,
  Text,
} from 'react-aria-components';
import fieldStyles from './field.module.css';
import styles from './radio-group.module.css';

/** One of the things to choose from, with a line on what it is good for. */
export interface RadioChoice<V extends string> {
  readonly id: V;
  readonly name: string;
  readonly description?: string;
}

interface Props<V extends string> {
  readonly label: string;
  readonly choices: readonly RadioChoice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly isDisabled?: boolean;
  /** The label is there for screen readers only; the place makes it plain to everyone else. */
  readonly hideLabel?: boolean;
}

/** Chooses one of a few that all stay in sight. */
export const RadioGroup = <V extends string>(props: Props<V>) => {
  const { label, choices, value, onChange, isDisabled, hideLabel } = props;
  return (
    <RacRadioGroup
      className={fieldStyles.field ?? ''}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((known) => known.id === chosen);
        if (choice !== undefined) onChange(choice.id);
      }}
      isDisabled={isDisabled ?? false}
    >
      <Label className={hideLabel === true ? 'visually-hidden' : fieldStyles.label}>{label}</Label>
      {choices.map((choice) => (
        <RadioField key={choice.id} value={choice.id} className={styles.choice ?? ''}>
          <RadioButton className={styles.button ?? ''}>
            <span className={styles.dot} />
            {choice.name}
          </RadioButton>
          {choice.description === undefined ? null : (
            <Text slot="description" className={styles.description ?? ''}>
              {choice.description}
            </Text>
          )}
        </RadioField>
      ))}
    </RacRadioGroup>
  );
};
