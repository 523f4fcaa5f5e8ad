import { Check, ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import menuStyles from '#renderer/ui/select.module.css';
import styles from './stripes-bar.module.css';

interface Choice<V extends string> {
  readonly id: V;
  readonly name: string;
}

interface Props<V extends string> {
  /** What is chosen, before the name of the choice: `Colour by`. */
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** Chooses one of a few, on a button that says which. */
export const ChoiceMenu = <V extends string>({ label, choices, value, onChange }: Props<V>) => (
  <MenuTrigger>
    <Button className={styles.trigger ?? ''}>
      {label} {choices.find(({ id }) => id === value)?.name}
      <ChevronDown size={13} aria-hidden />
    </Button>
    <Popover className={menuStyles.popover ?? ''} offset={4}>
      <Menu
        className={menuStyles.list ?? ''}
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onAction={(key) => {
          const choice = choices.find(({ id }) => id === key);
          if (choice !== undefined) onChange(choice.id);
        }}
      >
        {choices.map(({ id, name }) => (
          <MenuItem key={id} id={id} className={menuStyles.item ?? ''} textValue={name}>
            {({ isSelected }) => (
              <>
                <span className={styles.tick}>{isSelected ? <Check size={13} /> : null}</span>
                {name}
              </>
            )}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  </MenuTrigger>
);
