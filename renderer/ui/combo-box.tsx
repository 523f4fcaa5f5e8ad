import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import {
  Button,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  ComboBox as RacComboBox,
  Text,
} from 'react-aria-components';
import styles from './combo-box.module.css';
import fieldStyles from './field.module.css';
import selectStyles from './select.module.css';

interface Props {
  readonly label: string;
  /** What can be chosen, by name; other words can be typed. */
  readonly choices: readonly string[];
  /** What is chosen now; '' for nothing. */
  readonly value: string;
  /** Called with the trimmed words when one is chosen, on Enter and when the field is left. */
  readonly onCommit: (value: string) => void;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  /** The label is there for screen readers only; the place makes it plain to everyone else. */
  readonly hideLabel?: boolean;
  readonly isDisabled?: boolean;
  /** Has the focus from the start: where nothing can be done before it is filled in. */
  readonly autoFocus?: boolean;
}

/** Chooses one of a list or takes new words; Esc gives back what was there. */
export const ComboBox = (props: Props) => {
  const { label, choices, value, onCommit, placeholder, description, hideLabel } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // What was handed over already, so that leaving the field does not hand it over again.
  const committed = useRef<string | null>(null);
  const shown = typed ?? value;
  const commit = (words: string | null): void => {
    if (words === null) return;
    const trimmed = words.trim().slice(0, 200);
    // It stays in the field until that is left: words that change there open the list again.
    setTyped(trimmed);
    if (trimmed === value || trimmed === committed.current) return;
    committed.current = trimmed;
    onCommit(trimmed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const isChoosing = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    if (event.key === 'Enter' && !isChoosing) commit(typed);
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <RacComboBox
      className={fieldStyles.field ?? ''}
      allowsCustomValue
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      defaultItems={choices.map((name) => ({ name }))}
      inputValue={shown}
      onInputChange={setTyped}
      value={choices.includes(shown) ? shown : null}
      onChange={(key) => {
        if (key !== null) commit(String(key));
      }}
    >
      <Label className={hideLabel === true ? 'visually-hidden' : fieldStyles.label}>{label}</Label>
      <Group className={styles.control ?? ''}>
        <Input
          className={fieldStyles.input ?? ''}
          onKeyDown={onKeyDown}
          onFocus={() => {
            committed.current = null;
          }}
          onBlur={() => {
            commit(typed);
            setTyped(null);
          }}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        <Button className={styles.open ?? ''}>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Group>
      {description === undefined ? null : (
        <Text slot="description" className={fieldStyles.description ?? ''}>
          {description}
        </Text>
      )}
      <Popover className={selectStyles.popover ?? ''} offset={4}>
        <ListBox<{ readonly name: string }> className={selectStyles.list ?? ''}>
          {({ name }) => (
            <ListBoxItem id={name} className={selectStyles.item ?? ''} textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </RacComboBox>
  );
};
