import {
  type FocusEvent,
  type KeyboardEvent,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import {
  ComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import selectStyles from '#renderer/ui/select.module.css';
import styles from './case-grid.module.css';

/** Where editing goes on once a cell is saved. */
export type After = 'down' | 'next' | 'previous' | 'here' | 'elsewhere';

interface Props {
  readonly label: string;
  /** The words that editing begins with. */
  readonly initial: string;
  /** What can be chosen; undefined where there is nothing to choose from. */
  readonly choices?: readonly string[] | undefined;
  /** Whether the words are the cell's own, so that all choices are offered, or were just typed. */
  readonly isOwn: boolean;
  readonly isMultiline?: boolean;
  /** Saves the trimmed words. Answers why they cannot be saved; then editing goes on. */
  readonly onSave: (words: string, after: After) => string | null;
  readonly onLeave: () => void;
}

/** The words of the option that the arrow keys have reached, if any. */
const highlighted = (field: HTMLElement): string | undefined => {
  const id = field.getAttribute('aria-activedescendant');
  return id === null ? undefined : document.getElementById(id)?.textContent;
};

/** Opens the list as soon as there is one: with everything in it, or with what fits the words. */
const OpenList = ({ whole }: { readonly whole: boolean }) => {
  const state = useContext(ComboBoxStateContext);
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || state === null || !state.isFocused) return;
    // The list is empty at first, and does not open then.
    if (state.isOpen) isDone.current = true;
    else state.open(null, whole ? 'focus' : 'input');
  });
  return null;
};

/** Edits one cell: Enter saves and goes down, Tab saves and goes on, Escape leaves all as it was. */
export const CaseCellEditor = (props: Props) => {
  const { label, initial, choices, isOwn, isMultiline, onSave, onLeave } = props;
  const [typed, setTyped] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  // What has been saved or left is not saved once more by the field's going away.
  const isDone = useRef(false);
  const save = (words: string, after: After): void => {
    if (isDone.current) return;
    const found = onSave(words.trim().slice(0, isMultiline === true ? 1_000_000 : 1000), after);
    setProblem(found);
    isDone.current = found === null || after === 'elsewhere';
  };
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isLine =
      event.key === 'Enter' && isMultiline === true && (event.shiftKey || event.altKey);
    if (!['Enter', 'Tab', 'Escape'].includes(event.key) || isLine) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      isDone.current = true;
      onLeave();
      return;
    }
    const words = highlighted(event.target as HTMLElement) ?? typed;
    if (event.key === 'Enter') save(words, 'down');
    else save(words, event.shiftKey ? 'previous' : 'next');
  };
  const field = {
    className: styles.field ?? '',
    'aria-label': label,
    'aria-invalid': problem !== null,
    ...(problem === null ? {} : { 'aria-describedby': problemId }),
    onFocus: ({ target }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      // Typing takes the place of a value as it is; it goes on with what was typed, and with notes.
      const isWhole = isOwn && isMultiline !== true;
      target.setSelectionRange(isWhole ? 0 : target.value.length, target.value.length);
    },
    onBlur: () => save(typed, 'elsewhere'),
  };
  const grab = (element: HTMLInputElement | HTMLTextAreaElement | null): void => {
    if (element === null || element.contains(document.activeElement)) return;
    element.focus({ preventScroll: true });
  };
  return (
    <div className={styles.editor} onKeyDownCapture={onKeyDownCapture}>
      {choices === undefined ? (
        isMultiline === true ? (
          <textarea
            {...field}
            ref={grab}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        ) : (
          <input
            {...field}
            ref={grab}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.target.value)}
          />
        )
      ) : (
        <ComboBox
          autoFocus
          aria-label={label}
          allowsCustomValue
          menuTrigger="focus"
          defaultItems={choices.map((name) => ({ name }))}
          inputValue={typed}
          onInputChange={setTyped}
          value={null}
          onChange={(key) => {
            if (key !== null) save(String(key), 'here');
          }}
        >
          <OpenList whole={isOwn} />
          <Input {...field} />
          <Popover className={selectStyles.popover ?? ''} offset={2}>
            <ListBox<{ readonly name: string }> className={selectStyles.list ?? ''}>
              {({ name }) => (
                <ListBoxItem id={name} className={selectStyles.item ?? ''} textValue={name}>
                  {name}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
      {problem === null ? null : (
        <p className={styles.problem} id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
};
