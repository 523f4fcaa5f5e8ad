import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components';
import { CodeSwatch } from './code-swatch.tsx';
import fieldStyles from './field.module.css';
import styles from './multi-choice.module.css';
import { rowHeight } from './row-height.ts';
import { SearchField } from './search-field.tsx';
import selectStyles from './select.module.css';
import { counted, fold } from './words.ts';

export interface MultiChoiceOption<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  /** The colour of a code. */
  readonly colour?: number;
  /** What tells it from others of its name. */
  readonly note?: string | undefined;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly MultiChoiceOption<Id>[];
  readonly value: readonly Id[];
  readonly onChange: (value: readonly Id[]) => void;
  /** What one is called, for counting those chosen. */
  readonly noun: string;
  /** What is said while nothing is chosen; without it `Any`, and what one is called. */
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  readonly isDisabled?: boolean;
}

/** From how many options on a field to narrow them helps. */
const searchFrom = 8;
const mostRows = 9;

const Options = <Id extends string>({ label, options, value, onChange }: Props<Id>) => {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => {
    const wanted = fold(typed.trim());
    return options.filter(({ name }) => fold(name).includes(wanted));
  }, [options, typed]);
  const height = rowHeight();
  const list = (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: height }}>
      <ListBox
        className={`${selectStyles.list} ${styles.list}`}
        style={{ height: Math.min(Math.max(found.length, 2), mostRows) * height + 8 }}
        aria-label={label}
        items={found}
        selectionMode="multiple"
        // Escape closes the list; it takes nothing back.
        escapeKeyBehavior="none"
        selectedKeys={value}
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          // In the order of the options, so that the same choice is the same query.
          onChange(options.filter(({ id }) => keys.has(id)).map(({ id }) => id));
        }}
        renderEmptyState={() => <p className={styles.none}>None has that name.</p>}
      >
        {(option) => (
          <ListBoxItem
            className={`${selectStyles.item} ${styles.option}`}
            textValue={option.note === undefined ? option.name : `${option.name}, ${option.note}`}
          >
            {({ isSelected }) => (
              <>
                <span className={styles.box} data-on={isSelected} aria-hidden>
                  {isSelected ? '✓' : ''}
                </span>
                {option.colour === undefined ? null : <CodeSwatch colour={option.colour} />}
                <span className={styles.name}>{option.name}</span>
                <span className={styles.note}>{option.note}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
  if (options.length < searchFrom) return list;
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <div className={styles.search}>
        <SearchField label={`Find: ${label}`} autoFocus />
      </div>
      {list}
    </Autocomplete>
  );
};

/** What is chosen in words: names while they are few, else how many. */
const said = <Id extends string>(props: Props<Id>): string => {
  const { options, value, placeholder, noun } = props;
  if (value.length === 0) return placeholder ?? `Any ${noun}`;
  const names = options.filter(({ id }) => value.includes(id)).map(({ name }) => name);
  return names.length <= 2 && names.length === value.length
    ? names.join(', ')
    : counted(value.length, noun);
};

/** Chooses any number of many: opens below, narrows as one types; Space or Enter takes one in or out. */
export const MultiChoice = <Id extends string>(props: Props<Id>) => {
  const { label, value, hideLabel, isDisabled = false } = props;
  const words = said(props);
  return (
    <div className={fieldStyles.field}>
      <span aria-hidden className={hideLabel === true ? 'visually-hidden' : fieldStyles.label}>
        {label}
      </span>
      <DialogTrigger>
        <Button
          className={selectStyles.trigger ?? ''}
          aria-label={`${label}: ${words}`}
          isDisabled={isDisabled}
        >
          <span className={selectStyles.value} data-placeholder={value.length === 0 || undefined}>
            {words}
          </span>
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className={`${selectStyles.popover} ${styles.popover}`} offset={4}>
          <Dialog className={styles.dialog ?? ''} aria-label={label}>
            {({ close }) => (
              <div
                role="presentation"
                onKeyDownCapture={(event) => {
                  // The first Escape closes the list, also where something is typed in its field.
                  if (event.key !== 'Escape') return;
                  event.stopPropagation();
                  close();
                }}
              >
                <Options {...props} />
                {value.length === 0 ? null : (
                  <Button className={styles.clear ?? ''} onPress={() => props.onChange([])}>
                    Clear the choice
                  </Button>
                )}
              </div>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
};
