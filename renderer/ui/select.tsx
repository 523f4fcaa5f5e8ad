import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as RacSelect,
  SelectValue,
} from 'react-aria-components';
import fieldStyles from './field.module.css';
import styles from './select.module.css';

export interface Choice<V extends string> {
  readonly id: V;
  readonly name: string;
}

interface Props<V extends string> {
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  readonly isDisabled?: boolean;
}

/** Chooses one of a list; opens below, takes type-ahead. */
export const Select = <V extends string>(props: Props<V>) => {
  const { label, choices, value, onChange, placeholder, hideLabel, isDisabled } = props;
  return (
    <RacSelect
      className={fieldStyles.field ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      placeholder={placeholder ?? 'Choose'}
      isDisabled={isDisabled ?? false}
    >
      <Label className={hideLabel === true ? 'visually-hidden' : fieldStyles.label}>{label}</Label>
      <Button className={styles.trigger ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem className={styles.item ?? ''} textValue={choice.name}>
              {choice.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </RacSelect>
  );
};
